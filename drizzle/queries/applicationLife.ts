import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ApplicationStatus } from '#contract/codes/market.ts';
import { openApplication } from '#contract/life/application.ts';
import type { Db } from '../db.ts';
import {
  application,
  applicationEvent,
  employer,
  household,
  person,
  personIdentity,
  region,
  vacancy,
} from '../schema/index.ts';
import { today } from './conditions.ts';
import { leaveNotices } from './notices.ts';

/** Whose application may be seen: an employer's, or a person's own. */
export type Party = { readonly employer: string } | { readonly person: string };

export const heldBy = (party: Party): SQL =>
  'employer' in party ? eq(vacancy.employer, party.employer) : eq(application.person, party.person);

const columns = {
  application,
  title: vacancy.title,
  vacancyStatus: vacancy.status,
  kind: vacancy.kind,
  employer: employer.name,
  employerId: employer.id,
  /** whom the advertisement says to call */
  call: {
    contact: sql<string | null>`coalesce(${vacancy.contact}, ${employer.contact})`,
    phone: sql<string | null>`coalesce(${vacancy.phone}, ${employer.phone})`,
  },
  person: {
    id: person.id,
    birthDate: person.birthDate,
    education: person.education,
    skills: person.skills,
    certificates: person.certificates,
    name: personIdentity.name,
    phone: personIdentity.phone,
    settlement: region.name,
    grid: sql<string>`coalesce(${household.grid}, ${household.settlement})`,
  },
  today: sql<string>`to_char(${today}, 'YYYY-MM-DD')`,
};

export const selectApplications = (db: Db) =>
  db
    .select(columns)
    .from(application)
    .innerJoin(vacancy, eq(vacancy.id, application.vacancy))
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .innerJoin(person, eq(person.id, application.person))
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .leftJoin(personIdentity, eq(personIdentity.person, person.id));

/** People as employers see candidates, by id. */
export async function candidatePersons(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, ApplicationRow['person']>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select(columns.person)
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .leftJoin(personIdentity, eq(personIdentity.person, person.id))
    .where(inArray(person.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

export type ApplicationRow = Awaited<ReturnType<typeof selectApplications>>[number];

export async function findApplication(db: Db, party: Party, id: string): Promise<ApplicationRow | null> {
  const [row] = await selectApplications(db).where(and(eq(application.id, id), heldBy(party)));
  return row ?? null;
}

/**
 * Locks are taken in one order everywhere: person, vacancy, applications by id. Whoever applies, withdraws or is
 * hired holds the person, so that two employers never hire one person at once. They are NO KEY locks: a row that
 * only refers to the person, such as a notice, does not wait for them.
 */
export async function lockPerson(db: Db, id: string): Promise<void> {
  await db.select({ id: person.id }).from(person).where(eq(person.id, id)).for('no key update');
}

/**
 * Every open application of the person, and of the vacancy when given, in one order: two hires that end each
 * other's applications wait for one another instead of dying of it.
 */
export async function lockApplications(db: Db, of: { person: string; vacancy?: string | undefined }) {
  await db
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        inArray(application.status, [...openApplication]),
        of.vacancy
          ? or(eq(application.person, of.person), eq(application.vacancy, of.vacancy))
          : eq(application.person, of.person),
      ),
    )
    .orderBy(application.id)
    .for('update');
}

/** A place that is free becomes taken, or nothing happens. @returns what is left, null when there was none */
export async function takePlace(db: Db, vacancyId: string): Promise<{ left: number } | null> {
  const [row] = await db
    .update(vacancy)
    .set({
      filled: sql`${vacancy.filled} + 1`,
      status: sql`case when ${vacancy.filled} + 1 = ${vacancy.headcount} then 'filled' else ${vacancy.status} end`,
      version: sql`${vacancy.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(
      and(
        eq(vacancy.id, vacancyId),
        inArray(vacancy.status, ['published', 'paused']),
        sql`${vacancy.filled} < ${vacancy.headcount}`,
      ),
    )
    .returning({ left: sql<number>`${vacancy.headcount} - ${vacancy.filled}` });
  return row ?? null;
}

export interface Move {
  readonly to: ApplicationStatus;
  readonly actor: string | null;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly set?: Partial<typeof application.$inferInsert>;
}

/** Moves one application if it is still in `from`, and writes the step down. @returns false when it was not */
export async function moveApplication(
  db: Db,
  id: string,
  from: ApplicationStatus,
  { to, actor, reason = null, note = null, set = {} }: Move,
): Promise<boolean> {
  const moved = await db
    .update(application)
    .set({ ...set, status: to, version: sql`${application.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(application.id, id), eq(application.status, from)))
    .returning({ id: application.id });
  if (moved.length === 0) return false;
  await db.insert(applicationEvent).values({ application: id, from, to, actor, reason, note });
  return true;
}

/**
 * Ends applications that have lost their object: the advertisement is over or full, or the person has a job.
 * Everybody concerned is told. `answered` says that the employer has thereby answered.
 */
export async function lapseApplications(
  db: Db,
  of: {
    readonly vacancy?: string;
    readonly person?: string;
    readonly except?: string;
    readonly statuses?: readonly ApplicationStatus[];
  },
  {
    reason,
    actor,
    answered,
  }: { readonly reason: string; readonly actor: string | null; readonly answered: boolean },
): Promise<number> {
  const hit = await db
    .select({ id: application.id, status: application.status, person: application.person })
    .from(application)
    .where(
      and(
        inArray(application.status, [...(of.statuses ?? openApplication)]),
        of.vacancy ? eq(application.vacancy, of.vacancy) : undefined,
        of.person ? eq(application.person, of.person) : undefined,
        of.except ? ne(application.id, of.except) : undefined,
      ),
    )
    .orderBy(application.id)
    .for('update');
  if (hit.length === 0) return 0;
  await db
    .update(application)
    .set({
      status: 'obsolete',
      reason,
      ...(answered && { answeredAt: sql`coalesce(${application.answeredAt}, now())` }),
      version: sql`${application.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(
      inArray(
        application.id,
        hit.map(({ id }) => id),
      ),
    );
  await db.insert(applicationEvent).values(
    hit.map(({ id, status }) => ({
      application: id,
      from: status,
      to: 'obsolete' as const,
      actor,
      reason,
    })),
  );
  await leaveNotices(
    db,
    hit.map((row) => ({
      to: { person: row.person },
      template: 'application.obsolete',
      params: { application: row.id, reason },
      dedupe: `application:${row.id}:obsolete`,
    })),
  );
  return hit.length;
}

/** How many places the person waits for now. */
export const countOpenApplications = (db: Db, personId: string): Promise<number> =>
  db.$count(
    application,
    and(eq(application.person, personId), inArray(application.status, [...openApplication])),
  );

/** @returns null when the person already has a living application for the vacancy */
export async function addApplication(
  db: Db,
  { answerDays, actor, ...values }: typeof application.$inferInsert & { answerDays: number; actor: string },
): Promise<string | null> {
  const [row] = await db
    .insert(application)
    .values({ ...values, answerBy: sql`${today} + ${answerDays}::int` })
    .onConflictDoNothing()
    .returning({ id: application.id });
  if (!row) return null;
  await db.insert(applicationEvent).values({ application: row.id, to: values.status, actor });
  return row.id;
}

export const isLiving = (personId: string, vacancyId: string) =>
  and(
    eq(application.person, personId),
    eq(application.vacancy, vacancyId),
    inArray(application.status, [...openApplication, 'hired']),
  );

/** The application of a person for a vacancy that has not ended badly, or null. */
export async function livingApplication(db: Db, personId: string, vacancyId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: application.id })
    .from(application)
    .where(isLiving(personId, vacancyId));
  return row?.id ?? null;
}
