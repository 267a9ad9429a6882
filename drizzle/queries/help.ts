import { eq, sql } from 'drizzle-orm';
import type { ReportReason } from '#contract/codes/market.ts';
import type { Db } from '../db.ts';
import { employer, settlement, task, vacancy } from '../schema/index.ts';
import { today } from './conditions.ts';

/** Calls of people who are not signed in; each becomes a task of the staff of the place. */

export async function isSettlement(db: Db, code: string): Promise<boolean> {
  return (await db.$count(settlement, eq(settlement.code, code))) > 0;
}

/** Minutes in which one place calls once. */
const PATIENCE = 10;

/** @returns false when somebody called from this settlement within the last minutes */
export async function callHelp(db: Db, settlementCode: string, text: string): Promise<boolean> {
  const called = await db
    .insert(task)
    .values({
      kind: 'help_call',
      region: settlementCode,
      text,
      dueOn: sql`${today}`,
      dedupe: sql`${`help:${settlementCode}:`} || floor(extract(epoch from now()) / ${PATIENCE * 60})::bigint`,
    })
    .onConflictDoNothing({ target: task.dedupe })
    .returning({ id: task.id });
  return called.length === 1;
}

/** One task a vacancy, reason and day, however many report it. */
export async function reportVacancy(db: Db, id: string, reason: ReportReason, label: string): Promise<void> {
  await db.execute(sql`
    insert into ${task} (kind, region, subject_id, text, due_on, dedupe)
    select 'report', coalesce(v.settlement, v.region_code, e.region), v.id::text,
      ${label} || ':' || v.title, ${today}, 'report:' || v.id || ':' || ${reason} || ':' || ${today}
    from ${vacancy} v join ${employer} e on e.id = v.employer where v.id = ${id}
    on conflict (dedupe) do nothing`);
}
