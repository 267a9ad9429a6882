import { addDays } from '#contract/days.ts';
import type { TemplateAbout } from '#contract/notices/templates.ts';
import type { Db } from '#drizzle/db.ts';
import { noticeEmployer } from '#drizzle/queries/notices.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import type { OwnVacancyRow } from '#drizzle/queries/vacancyLife.ts';
import { Problem } from '../problem.ts';
import type { Act } from './act.ts';
import { takeStep } from './vacancyStep.ts';

type Review = Act & { readonly vacancyId: string; readonly version: number };

/**
 * Publishes what was handed in, for as long as the employer asks and the policy allows.
 * @throws Problem not_found, wrong_state, version_conflict, employer_not_verified
 */
export async function approveVacancy(
  db: Db,
  { note, ...act }: Review & { readonly note?: string | undefined },
): Promise<void> {
  await db.transaction(async (db) => {
    const row = await takeStep(db, { ...act, action: 'approve', note }, async (db, row) => {
      if (!row.employerVerified) throw new Problem('employer_not_verified');
      return {
        set: { publishedAt: new Date(), validUntil: await lastDay(db, row), reviewNote: note ?? null },
      };
    });
    await tell(db, row, 'vacancy.published');
  });
}

/** Sends a draft back with what to change. @throws Problem not_found, wrong_state, version_conflict */
export async function returnVacancy(
  db: Db,
  { note, ...act }: Review & { readonly note: string },
): Promise<void> {
  await db.transaction(async (db) => {
    const row = await takeStep(db, { ...act, action: 'return', note }, async () => ({
      set: { reviewNote: note },
    }));
    await tell(db, row, 'vacancy.returned');
  });
}

async function lastDay(db: Db, { vacancy, regionPath, today }: OwnVacancyRow): Promise<string> {
  const [usual, most] = await Promise.all([
    policyValue(db, 'vacancy.valid_days', regionPath),
    policyValue(db, 'vacancy.valid_days_max', regionPath),
  ]);
  const wanted = vacancy.validUntil ?? addDays(today, usual ?? 30);
  const limit = most === null ? wanted : addDays(today, most);
  return wanted < limit ? wanted : limit;
}

const tell = (db: Db, { vacancy }: OwnVacancyRow, template: TemplateAbout<'vacancy'>) =>
  noticeEmployer(db, vacancy.employer, {
    template,
    params: { vacancy: vacancy.id },
    dedupe: `${template}:${vacancy.id}:${vacancy.version}`,
  });
