import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { openApplication } from '#contract/life/application.ts';
import type { Db } from '../db.ts';
import {
  application,
  assistedAction,
  consent,
  dataAccess,
  employer,
  household,
  person,
  refusal,
  region,
  spell,
  task,
  vacancy,
} from '../schema/index.ts';
import { type ApplicationRow, heldBy, type Party, selectApplications } from './applicationLife.ts';
import { today } from './conditions.ts';
import { type Scope, within } from './scope.ts';

export interface ApplicationFilter {
  readonly page: number;
  readonly size: number;
  readonly vacancy?: string | undefined;
  /** true: only those not ended */
  readonly open?: boolean | undefined;
}

/** For employers whoever has waited longest for an answer comes first, for the person the newest. */
export async function listApplications(db: Db, party: Party, { page, size, ...filter }: ApplicationFilter) {
  const wanted = and(
    heldBy(party),
    filter.vacancy ? eq(application.vacancy, filter.vacancy) : undefined,
    filter.open ? inArray(application.status, [...openApplication]) : undefined,
  );
  const order =
    'employer' in party
      ? [
          desc(sql`${application.status} = 'recommended'`),
          desc(sql`${application.status} not in ('hired', 'refused', 'withdrawn', 'obsolete')`),
          asc(application.createdAt),
        ]
      : [desc(application.createdAt)];
  const items: ApplicationRow[] = await selectApplications(db)
    .where(wanted)
    .orderBy(...order, asc(application.id))
    .limit(size)
    .offset((page - 1) * size);
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(application)
    .innerJoin(vacancy, eq(vacancy.id, application.vacancy))
    .where(wanted);
  return { items, total: counted?.total ?? 0 };
}

/** What applying needs to know of a vacancy that takes people now; null when it does not. */
export async function findOpenPost(db: Db, id: string) {
  const [row] = await db
    .select({
      id: vacancy.id,
      employer: vacancy.employer,
      title: vacancy.title,
      monthlyMax: vacancy.monthlyMax,
      form: vacancy.form,
      placesLeft: sql<number>`${vacancy.headcount} - ${vacancy.filled}`,
    })
    .from(vacancy)
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .where(
      and(
        eq(vacancy.id, id),
        inArray(vacancy.status, ['published', 'filled']),
        sql`${employer.status} <> 'suspended'`,
        sql`(${vacancy.validUntil} is null or ${vacancy.validUntil} >= ${today})`,
      ),
    );
  return row ?? null;
}

/** A person in scope, with the grid their matters belong to. */
export async function findPerson(db: Db, scope: Scope | null, id: string) {
  const grid = sql<string>`coalesce(${household.grid}, ${household.settlement})`;
  const [row] = await db
    .select({ id: person.id, grid, path: region.path })
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, grid))
    .where(and(eq(person.id, id), scope ? within(grid, scope) : undefined));
  return row ?? null;
}

export const addAssistedAction = (db: Db, values: typeof assistedAction.$inferInsert) =>
  db.insert(assistedAction).values({ ...values, toldAt: sql`now()` });

/** @returns false when nobody acted for the person here, or they have objected before */
export async function objectToAction(
  db: Db,
  { person: personId, subjectId, words }: { person: string; subjectId: string; words: string },
): Promise<boolean> {
  const objected = await db
    .update(assistedAction)
    .set({ objectedAt: sql`now()`, objection: words })
    .where(
      and(
        eq(assistedAction.person, personId),
        eq(assistedAction.subjectId, subjectId),
        isNull(assistedAction.objectedAt),
      ),
    )
    .returning({ id: assistedAction.id });
  return objected.length > 0;
}

/** The same matter opens one task. */
export const openTask = (db: Db, values: typeof task.$inferInsert) =>
  db.insert(task).values(values).onConflictDoNothing({ target: task.dedupe });

/** The person agrees that the employer may see name and phone, or takes it back. */
export async function setContactConsent(
  db: Db,
  { person: personId, employer: employerId, shared }: { person: string; employer: string; shared: boolean },
): Promise<void> {
  const given = and(
    eq(consent.person, personId),
    eq(consent.kind, 'share_contact'),
    eq(consent.employer, employerId),
    isNull(consent.revokedAt),
  );
  if (!shared) {
    await db.update(consent).set({ revokedAt: sql`now()` }).where(given);
  } else if ((await db.$count(consent, given)) === 0) {
    await db.insert(consent).values({ person: personId, kind: 'share_contact', employer: employerId });
  }
}

export const addDataAccess = (db: Db, values: typeof dataAccess.$inferInsert) =>
  db.insert(dataAccess).values(values);

export async function addRefusal(db: Db, values: typeof refusal.$inferInsert): Promise<void> {
  await takeBackRefusal(db, values.person, values.vacancy);
  await db.insert(refusal).values(values);
}

/** A person's newest answer about a post stands; the audit trail keeps the others. */
export async function takeBackRefusal(db: Db, person: string, vacancy: string): Promise<void> {
  await db.delete(refusal).where(and(eq(refusal.person, person), eq(refusal.vacancy, vacancy)));
}

/** The fact of a hire. @returns false when the person has the same spell already */
export async function addSpell(db: Db, values: typeof spell.$inferInsert): Promise<boolean> {
  const made = await db.insert(spell).values(values).onConflictDoNothing().returning({ id: spell.id });
  return made.length === 1;
}

export async function setEmployed(db: Db, personId: string): Promise<void> {
  await db
    .update(person)
    .set({
      employment: 'employed',
      unemploymentReason: null,
      version: sql`${person.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(eq(person.id, personId));
}

/** Facts beside the state. */
export async function setApplication(
  db: Db,
  id: string,
  values: Pick<Partial<typeof application.$inferInsert>, 'opinion' | 'contactShared'>,
): Promise<void> {
  await db
    .update(application)
    .set({ ...values, version: sql`${application.version} + 1`, updatedAt: sql`now()` })
    .where(eq(application.id, id));
}
