import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { AwayWish } from '#contract/codes/person.ts';
import type { Db } from '../db.ts';
import {
  account,
  application,
  assistedAction,
  consent,
  dataAccess,
  employer,
  household,
  person,
  personIdentity,
  region,
  vacancy,
} from '../schema/index.ts';

/** What a person may see of themselves and their household; every query starts from the person. */

/** Lists about a person are read by the person: the newest are enough. */
const NEWEST = 20;

export async function findSelf(db: Db, personId: string) {
  const [row] = await db
    .select({
      person,
      settlement: { code: region.code, name: region.name, path: region.path },
      grid: sql<string>`coalesce(${household.grid}, ${household.settlement})`,
    })
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .where(eq(person.id, personId));
  return row ?? null;
}
export type Self = NonNullable<Awaited<ReturnType<typeof findSelf>>>;

export const listFamily = (db: Db, householdId: string) =>
  db
    .select({
      id: person.id,
      name: personIdentity.name,
      relation: person.relation,
      birthDate: person.birthDate,
      idNumberMasked: personIdentity.idNumberMasked,
      employment: person.employment,
    })
    .from(person)
    .leftJoin(personIdentity, eq(personIdentity.person, person.id))
    .where(eq(person.household, householdId))
    .orderBy(sql`${person.relation} <> 'head'`, asc(person.id));

/** Consents that hold, to whom, newest first. */
export const listContactConsents = (db: Db, personId: string) =>
  db
    .select({ id: consent.id, employer: employer.name, grantedAt: consent.grantedAt })
    .from(consent)
    .innerJoin(employer, eq(employer.id, consent.employer))
    .where(and(eq(consent.person, personId), eq(consent.kind, 'share_contact'), isNull(consent.revokedAt)))
    .orderBy(desc(consent.id));

/** May employers find the person? Presumed with the wish for work, until the newest row is revoked. */
export async function isFindable(db: Db, personId: string): Promise<boolean> {
  const [newest] = await db
    .select({ revokedAt: consent.revokedAt })
    .from(consent)
    .where(and(eq(consent.person, personId), eq(consent.kind, 'be_found')))
    .orderBy(desc(consent.id))
    .limit(1);
  return newest === undefined || newest.revokedAt === null;
}

export const setFindable = (db: Db, personId: string, given: boolean) =>
  db.insert(consent).values({ person: personId, kind: 'be_found', revokedAt: given ? null : sql`now()` });

/** Takes a contact consent back, in the applications too. @returns false when there is none to take back */
export async function revokeContact(db: Db, personId: string, consentId: string): Promise<boolean> {
  const [revoked] = await db
    .update(consent)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(consent.id, consentId),
        eq(consent.person, personId),
        eq(consent.kind, 'share_contact'),
        isNull(consent.revokedAt),
      ),
    )
    .returning({ employer: consent.employer });
  if (!revoked) return false;
  await db
    .update(application)
    .set({ contactShared: false, version: sql`${application.version} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(application.person, personId),
        sql`${application.vacancy} in (select ${vacancy.id} from ${vacancy} where ${vacancy.employer} = ${revoked.employer})`,
      ),
    );
  return true;
}

export const listAccesses = (db: Db, personId: string) =>
  db
    .select({
      name: account.name,
      role: account.role,
      employer: employer.name,
      what: dataAccess.what,
      reason: dataAccess.reason,
      createdAt: dataAccess.createdAt,
    })
    .from(dataAccess)
    .leftJoin(account, eq(account.id, dataAccess.actor))
    .leftJoin(employer, eq(employer.id, account.employer))
    .where(eq(dataAccess.person, personId))
    .orderBy(desc(dataAccess.id))
    .limit(NEWEST);

export const listAssisted = (db: Db, personId: string) =>
  db
    .select({ action: assistedAction, name: account.name, role: account.role })
    .from(assistedAction)
    .innerJoin(account, eq(account.id, assistedAction.actor))
    .where(eq(assistedAction.person, personId))
    .orderBy(desc(assistedAction.id))
    .limit(NEWEST);

/** @returns what was done, or null when there is nothing of this person to object to any more */
export async function objectToAssisted(db: Db, personId: string, id: string, words: string | null) {
  const [row] = await db
    .update(assistedAction)
    .set({ objectedAt: sql`now()`, objection: words })
    .where(
      and(eq(assistedAction.id, id), eq(assistedAction.person, personId), isNull(assistedAction.objectedAt)),
    )
    .returning({ action: assistedAction.action });
  return row ?? null;
}

export interface ProfileChange {
  readonly skills: readonly string[];
  readonly minPay: number | null;
  readonly maxMinutes: number | null;
  readonly away: AwayWish;
  readonly partTime: boolean;
}

/** @returns false when the person changed since `version` */
export async function saveProfile(
  db: Db,
  personId: string,
  version: number,
  { skills, minPay, maxMinutes, away, partTime }: ProfileChange,
): Promise<boolean> {
  const saved = await db
    .update(person)
    .set({
      skills: [...skills],
      wishMinPay: minPay,
      wishMaxMinutes: maxMinutes,
      wishAway: away,
      wishPartTime: partTime,
      version: version + 1,
      updatedAt: sql`now()`,
    })
    .where(and(eq(person.id, personId), eq(person.version, version)))
    .returning({ id: person.id });
  return saved.length === 1;
}
