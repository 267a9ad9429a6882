import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { vacancyLife } from '#contract/life/vacancy.ts';
import type { Db } from '../db.ts';
import { vacancy } from '../schema/index.ts';
import { lapseApplications } from './applicationLife.ts';
import { recordAudit } from './audit.ts';
import { today } from './conditions.ts';
import { addVacancyEvent, setVacancy } from './vacancyLife.ts';

/** What the calendar does to the market; each function is one step of the day's work and may be run again. */

/** Ends advertisements whose last day is over, and what hung on them. @returns their ids */
export async function expireVacancies(db: Db): Promise<string[]> {
  const over = await db
    .select({ id: vacancy.id })
    .from(vacancy)
    .where(and(inArray(vacancy.status, [...vacancyLife.steps.expire.from]), lt(vacancy.validUntil, today)))
    .orderBy(vacancy.id)
    .for('no key update');
  for (const { id } of over) {
    await setVacancy(db, id, { status: 'expired' });
    await addVacancyEvent(db, { vacancy: id, action: 'expire', actor: null });
    await recordAudit(db, { actor: null, action: 'vacancy.expire', subject: 'vacancy', subjectId: id });
    // The employer has not answered by letting time pass: this counts against the answer rate.
    await lapseApplications(db, { vacancy: id }, { reason: 'expired', actor: null, answered: false });
  }
  return over.map(({ id }) => id);
}

/** Advertisements that end in exactly so many days. */
export const endingVacancies = (db: Db, days: readonly number[]) =>
  db
    .select({
      id: vacancy.id,
      employer: vacancy.employer,
      validUntil: sql<string>`${vacancy.validUntil}`,
      days: sql<number>`${vacancy.validUntil} - ${today}`,
    })
    .from(vacancy)
    .where(
      and(
        inArray(vacancy.status, [...vacancyLife.steps.expire.from]),
        sql`${vacancy.validUntil} - ${today} in ${[...days]}`,
      ),
    );

/** A task in the person's grid for every application left without any answer past its day. @returns how many are new */
export async function openSilenceTasks(db: Db): Promise<number> {
  const opened = await db.execute(sql`
    insert into task (kind, region, person, subject_id, text, due_on, dedupe)
    select 'silent_employer', coalesce(household.grid, household.settlement), application.person, application.id::text,
      employer.name || '还没有答复“' || vacancy.title || '”，请联系单位并告诉本人', ${today} + 3,
      'silent:' || application.id
    from application join vacancy on vacancy.id = application.vacancy
      join employer on employer.id = vacancy.employer
      join person on person.id = application.person join household on household.id = person.household
    where application.status = 'recommended' and application.answered_at is null and application.answer_by < ${today}
    on conflict (dedupe) do nothing returning id`);
  return opened.length;
}

/** Fewer due answers than this say nothing about an employer. */
const ENOUGH = 3;

/**
 * Answer rate: of the applications of the last 90 days that were answered or ought to have been, the share
 * answered by the agreed day, in percent. Those that ended by themselves before that day do not count.
 * @returns employers whose rate moved
 */
export async function refreshAnswerRates(db: Db): Promise<string[]> {
  const day = (instant: string) => sql.raw(`(${instant} at time zone 'Asia/Shanghai')::date`);
  const moved = await db.execute<{ id: string }>(sql`
    with due as (
      select vacancy.employer,
        count(*)::int as asked,
        count(*) filter (where ${day('application.answered_at')} <= application.answer_by)::int as answered
      from application join vacancy on vacancy.id = application.vacancy
      where application.created_at > now() - interval '90 days' and application.answer_by is not null
        and (application.answered_at is not null or application.answer_by < ${today})
        and not (application.status in ('withdrawn', 'obsolete') and application.answered_at is null
          and ${day('application.updated_at')} <= application.answer_by)
      group by vacancy.employer),
    rates as (
      select employer.id, case when due.asked >= ${ENOUGH} then round(100.0 * due.answered / due.asked)::int end as rate
      from employer left join due on due.employer = employer.id
      where employer.answer_rate is not null or due.asked >= ${ENOUGH})
    update employer set answer_rate = rates.rate, version = employer.version + 1
    from rates where rates.id = employer.id and employer.answer_rate is distinct from rates.rate
    returning employer.id`);
  return moved.map(({ id }) => id);
}

/** Published vacancies of these employers: their search documents carry facts of the employer. */
export async function vacanciesOfEmployers(db: Db, employers: readonly string[]): Promise<string[]> {
  if (employers.length === 0) return [];
  const rows = await db
    .select({ id: vacancy.id })
    .from(vacancy)
    .where(and(inArray(vacancy.employer, [...employers]), eq(vacancy.status, 'published')));
  return rows.map(({ id }) => id);
}
