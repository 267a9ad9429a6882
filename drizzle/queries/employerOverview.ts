import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { application, employer, employerCheck, task, vacancy } from '../schema/index.ts';
import { today } from './conditions.ts';
import { isCurrentAccreditation, isRecheckDue } from './rechecks.ts';

/** Counts of what an employer has to do, and the places it has on the market. */
export async function employerCounts(db: Db, employer: string) {
  const [answers] = await db
    .select({
      waiting: sql<number>`count(*) filter (where ${application.status} = 'recommended')::int`,
      late: sql<number>`count(*) filter (where ${application.status} = 'recommended' and ${application.answerBy} < ${today})::int`,
    })
    .from(application)
    .innerJoin(vacancy, eq(vacancy.id, application.vacancy))
    .where(eq(vacancy.employer, employer));
  const [places] = await db
    .select({
      headcount: sql<number>`coalesce(sum(${vacancy.headcount}), 0)::int`,
      filled: sql<number>`coalesce(sum(${vacancy.filled}), 0)::int`,
    })
    .from(vacancy)
    .where(and(eq(vacancy.employer, employer), inArray(vacancy.status, ['published', 'paused', 'filled'])));
  return { waiting: answers?.waiting ?? 0, late: answers?.late ?? 0, places: places! };
}

/** Drafts a reviewer sent back. */
export const returnedVacancies = (db: Db, employer: string) =>
  db
    .select({ id: vacancy.id, title: vacancy.title, note: vacancy.reviewNote })
    .from(vacancy)
    .where(
      and(
        eq(vacancy.employer, employer),
        eq(vacancy.status, 'draft'),
        sql`${vacancy.reviewNote} is not null`,
      ),
    )
    .orderBy(desc(vacancy.updatedAt))
    .limit(10);

/** On the market and over within a week. */
export const endingSoon = (db: Db, employer: string) =>
  db
    .select({
      id: vacancy.id,
      title: vacancy.title,
      daysLeft: sql<number>`${vacancy.validUntil} - ${today}`,
    })
    .from(vacancy)
    .where(
      and(
        eq(vacancy.employer, employer),
        inArray(vacancy.status, ['published', 'paused']),
        sql`${vacancy.validUntil} - ${today} between 0 and 7`,
      ),
    )
    .orderBy(asc(vacancy.validUntil))
    .limit(10);

/** The accreditation that holds: the day until which, and whether it is to be looked at again; null without one. */
export async function accreditationOf(
  db: Db,
  employerId: string,
): Promise<{ until: string; recheckDue: boolean } | null> {
  const [row] = await db
    .select({
      until: employerCheck.recheckOn,
      recheckDue: isRecheckDue(employerCheck.recheckOn, employer.region),
    })
    .from(employerCheck)
    .innerJoin(employer, eq(employer.id, employerCheck.employer))
    .where(
      and(eq(employer.id, employerId), isCurrentAccreditation, sql`${employerCheck.recheckOn} >= ${today}`),
    );
  return row ?? null;
}

export const inviteKey = (vacancyId: string, person: string) => `invite:${vacancyId}:${person}`;

/** Whom the employer has already asked staff to speak to, among these people. */
export async function invitedPersons(
  db: Db,
  vacancyId: string,
  persons: readonly string[],
): Promise<Set<string>> {
  if (persons.length === 0) return new Set();
  const rows = await db
    .select({ person: task.person })
    .from(task)
    .where(
      inArray(
        task.dedupe,
        persons.map((id) => inviteKey(vacancyId, id)),
      ),
    );
  return new Set(rows.map(({ person }) => person as string));
}
