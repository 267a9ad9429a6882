import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { FairAnswer } from '#contract/codes/fair.ts';
import type { Db } from '../../db.ts';
import {
  employer,
  fairInvitation,
  fairMatch,
  fairStall,
  fairTalk,
  household,
  person,
  personIdentity,
  region,
  vacancy,
} from '../../schema/index.ts';
import { isZeroEmployment } from '../conditions.ts';
import type { PageRequest } from '../imports.ts';
import { type Scope, within } from '../scope.ts';

const grid = sql<string>`coalesce(${household.grid}, ${household.settlement})`;

const columns = {
  invitation: fairInvitation,
  name: personIdentity.name,
  household: household.number,
  zeroEmployment: isZeroEmployment,
  settlement: region.name,
  grid,
};

const select = (db: Db) =>
  db
    .select(columns)
    .from(fairInvitation)
    .innerJoin(person, eq(person.id, fairInvitation.person))
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .leftJoin(personIdentity, eq(personIdentity.person, person.id));
export type GuestRecord = Awaited<ReturnType<typeof select>>[number];

export type GuestState = 'unsent' | 'waiting' | 'coming' | 'declined' | 'came';

const stateIs: Readonly<Record<GuestState, SQL>> = {
  unsent: isNull(fairInvitation.sentAt),
  waiting: and(
    isNotNull(fairInvitation.sentAt),
    isNull(fairInvitation.answer),
    isNull(fairInvitation.cameAt),
  )!,
  coming: eq(fairInvitation.answer, 'coming'),
  declined: eq(fairInvitation.answer, 'declined'),
  came: isNotNull(fairInvitation.cameAt),
};

export interface GuestFilter {
  readonly stall?: number | undefined;
  readonly state?: GuestState | undefined;
  /** numbered guests only, by number */
  readonly door?: boolean | undefined;
}

/** People of a fair who live in scope: by round, then zero-employment households and best scores first. */
export async function listGuests(
  db: Db,
  fairId: string,
  scope: Scope,
  { page, size, stall, state, door }: GuestFilter & PageRequest,
) {
  const atStall =
    stall === undefined
      ? undefined
      : sql`exists (select 1 from fair_match m join fair_post p on p.vacancy = m.vacancy
          join fair_stall s on s.id = p.stall where m.invitation = ${fairInvitation.id} and s.fair = ${fairId}
          and m.rank = 1 and s.number = ${stall})`;
  const where = and(
    eq(fairInvitation.fair, fairId),
    within(grid, scope),
    atStall,
    state && stateIs[state],
    door ? isNotNull(fairInvitation.number) : undefined,
  );
  const order = door
    ? [asc(fairInvitation.number)]
    : [
        asc(sql`coalesce(${fairInvitation.round}, 99)`),
        asc(sql`not ${isZeroEmployment}`),
        sql`(select m.score from fair_match m where m.invitation = ${fairInvitation.id} and m.rank = 1) desc`,
      ];
  const items = await select(db)
    .where(where)
    .orderBy(...order, asc(fairInvitation.id))
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(fairInvitation)
    .innerJoin(person, eq(person.id, fairInvitation.person))
    .innerJoin(household, eq(household.id, person.household))
    .where(where);
  return { items, total: sum?.total ?? 0 };
}

/** One guest of a fair who lives in scope, or null. */
export async function findGuest(
  db: Db,
  fairId: string,
  scope: Scope,
  id: string,
): Promise<GuestRecord | null> {
  const [row] = await select(db).where(
    and(eq(fairInvitation.id, id), eq(fairInvitation.fair, fairId), within(grid, scope)),
  );
  return row ?? null;
}

/** The posts of the fair that suit each guest, the one the invitation is for first, with the stall they are at. */
export const matchesOf = (db: Db, fairId: string, invitations: readonly string[]) =>
  db
    .select({ match: fairMatch, vacancy, employer: employer.name, stall: fairStall.number })
    .from(fairMatch)
    .innerJoin(vacancy, eq(vacancy.id, fairMatch.vacancy))
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .innerJoin(fairStall, and(eq(fairStall.fair, fairId), eq(fairStall.employer, employer.id)))
    .where(inArray(fairMatch.invitation, [...invitations]))
    .orderBy(asc(fairMatch.rank));
export type MatchRecord = Awaited<ReturnType<typeof matchesOf>>[number];

export const talksOf = (db: Db, fairId: string, invitations: readonly string[]) =>
  db
    .select({ talk: fairTalk, title: vacancy.title, employer: vacancy.employer, stall: fairStall.number })
    .from(fairTalk)
    .innerJoin(vacancy, eq(vacancy.id, fairTalk.vacancy))
    .innerJoin(fairStall, and(eq(fairStall.fair, fairId), eq(fairStall.employer, vacancy.employer)))
    .where(inArray(fairTalk.invitation, [...invitations]))
    .orderBy(asc(fairTalk.createdAt));
export type TalkRecord = Awaited<ReturnType<typeof talksOf>>[number];

/** Takes back what was proposed and not sent. */
export const dropUnsent = (db: Db, fairId: string) =>
  db
    .delete(fairInvitation)
    .where(
      and(eq(fairInvitation.fair, fairId), isNull(fairInvitation.sentAt), isNotNull(fairInvitation.round)),
    );

/** @returns false when the guest changed since `version` */
async function setGuest(
  db: Db,
  id: string,
  where: SQL | undefined,
  values: Partial<typeof fairInvitation.$inferInsert> | Record<string, SQL | string | null>,
): Promise<boolean> {
  const set = await db
    .update(fairInvitation)
    .set({ ...values, version: sql`${fairInvitation.version} + 1` })
    .where(and(eq(fairInvitation.id, id), where))
    .returning({ id: fairInvitation.id });
  return set.length === 1;
}

/** @returns false for somebody who was not invited */
export const setAnswer = (db: Db, id: string, answer: FairAnswer, reason: string | null) =>
  setGuest(db, id, isNotNull(fairInvitation.sentAt), { answer, reason, answeredAt: sql`now()` });

/** Somebody is there. @returns false when that was known */
export const markCame = (db: Db, id: string, doorMethod: 'qr' | 'list') =>
  setGuest(db, id, isNull(fairInvitation.cameAt), { cameAt: sql`now()`, doorMethod });

/** Takes a tick of the list back; who scanned the code stays. */
export const unmarkCame = (db: Db, id: string) =>
  setGuest(db, id, eq(fairInvitation.doorMethod, 'list'), { cameAt: null, doorMethod: null });

/** The guest of a fair that a person is, or null. */
export async function guestOf(db: Db, fairId: string, personId: string) {
  const [row] = await db
    .select()
    .from(fairInvitation)
    .where(and(eq(fairInvitation.fair, fairId), eq(fairInvitation.person, personId)));
  return row ?? null;
}

/** Somebody who came unasked gets the next number. Call it with the fair locked. */
export async function addWalkIn(db: Db, fairId: string, personId: string): Promise<number> {
  const next = sql`(select coalesce(max(i.number), 0) + 1 from fair_invitation i where i.fair = ${fairId})`;
  const walkIn = { number: next, cameAt: sql`now()`, doorMethod: 'qr' as const };
  const [row] = await db
    .insert(fairInvitation)
    .values({ fair: fairId, person: personId, ...(walkIn as unknown as { number: number; cameAt: Date }) })
    .onConflictDoUpdate({ target: [fairInvitation.fair, fairInvitation.person], set: walkIn })
    .returning({ number: fairInvitation.number });
  return row!.number!;
}

/** What came of a talk, in the place of what was written before. */
export async function putTalk(db: Db, values: typeof fairTalk.$inferInsert): Promise<void> {
  await db
    .insert(fairTalk)
    .values(values)
    .onConflictDoUpdate({ target: [fairTalk.invitation, fairTalk.vacancy], set: values });
}
