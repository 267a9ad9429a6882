import { sql } from 'drizzle-orm';
import type { JobName } from '#contract/jobs.ts';
import type { Db } from '../db.ts';
import { inbox } from '../schema/index.ts';

/**
 * Claims a slot of a schedule, e.g. one night. Call it with the transaction that does the work.
 * @returns false when another process, or this one earlier, has it
 */
export async function claimSlot(db: Db, schedule: string, slot: string): Promise<boolean> {
  const claimed = await db
    .insert(inbox)
    .values({ consumer: `schedule.${schedule}`, message: slot })
    .onConflictDoNothing()
    .returning({ slot: inbox.message });
  return claimed.length === 1;
}

/** The database's day and hour in Asia/Shanghai. */
export async function localTime(db: Db): Promise<{ day: string; hour: number }> {
  const [row] = await db.execute<{ day: string; hour: number }>(sql`
    select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
      extract(hour from now() at time zone 'Asia/Shanghai')::int as hour`);
  return row!;
}

/** Drops slots claimed more than `days` ago. */
export async function dropSlots(db: Db, days: number): Promise<void> {
  await db.execute(sql`
    delete from inbox where consumer like 'schedule.%' and created_at < now() - make_interval(days => ${days})`);
}

export interface OpenWork {
  readonly job: Extract<JobName, `import.${string}` | 'matching.run' | 'training.study' | 'fair.propose'>;
  /** id of the batch, run, plan studied or fair */
  readonly id: string;
}

/** Batches, runs and studies somebody works on or ought to, whose event has left the outbox at least a minute ago. */
export async function openWork(db: Db): Promise<OpenWork[]> {
  return (await db.execute(sql`
    with work as (
      select case status when 'committing' then 'import.commit' when 'undoing' then 'import.undo'
        else 'import.check' end as job, id, 'batchId' as key
      from import_batch where status in ('uploaded', 'checking', 'committing', 'undoing')
      union all
      select 'matching.run', id, 'runId' from matching_run where status in ('queued', 'running')
      union all
      select 'training.study', run, 'runId' from training_study where status in ('queued', 'running')
      union all
      select 'fair.propose', fair, 'fairId' from fair_proposal where status in ('queued', 'running'))
    select work.job, work.id from work
    where not exists (
      select 1 from outbox where outbox.job = work.job and outbox.payload ->> work.key = work.id::text
        and (outbox.relayed_at is null or outbox.relayed_at > now() - interval '1 minute'))`)) as unknown as OpenWork[];
}
