import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { NoticeFailure } from '#contract/codes/market.ts';
import type { Db } from '../db.ts';
import {
  account,
  employer,
  household,
  notice,
  noticePreference,
  person,
  personIdentity,
  provider,
  region,
} from '../schema/index.ts';
import type { PageRequest } from './imports.ts';
import { type Claimed, copyToPhone, settle } from './noticeSending.ts';
import { type Scope, within } from './scope.ts';

/** A copy has failed for good; another channel may still reach its person. */
export async function failCopy(db: Db, copy: Claimed, failure: NoticeFailure): Promise<void> {
  await db.transaction(async (db) => {
    if (await settle(db, copy, { status: 'failed', failure })) await fallBack(db, copy);
  });
}

/** After a failed WeChat message: a text message, when its person agreed to that too. */
export async function fallBack(
  db: Db,
  { channel, origin, person }: Pick<Claimed, 'channel' | 'origin' | 'person'>,
): Promise<void> {
  if (channel !== 'wechat' || origin === null || person === null) return;
  const agreed = and(
    eq(noticePreference.person, person),
    eq(noticePreference.channel, 'sms'),
    eq(noticePreference.optedOut, false),
  );
  if ((await db.$count(noticePreference, agreed)) === 0) return;
  const [whole] = await db.select().from(notice).where(eq(notice.id, origin));
  if (whole) await copyToPhone(db, whole, 'sms', { dueAt: new Date() });
}

/** The region a notice's recipient belongs to. */
const place = sql<string>`coalesce(${household.grid}, ${household.settlement}, ${account.region})`;

const failed = (db: Db) =>
  db
    .select({
      id: notice.id,
      template: notice.template,
      params: notice.params,
      channel: notice.channel,
      failure: notice.failure,
      attempts: notice.attempts,
      createdAt: notice.createdAt,
      person: notice.person,
      name: sql<string | null>`coalesce(${personIdentity.name}, ${account.name})`,
      phone: sql<string | null>`coalesce(${personIdentity.phone}, ${employer.phone}, ${provider.phone})`,
      region: place,
      placeName: region.name,
    })
    .from(notice)
    .leftJoin(person, eq(person.id, notice.person))
    .leftJoin(personIdentity, eq(personIdentity.person, person.id))
    .leftJoin(household, eq(household.id, person.household))
    .leftJoin(account, eq(account.id, notice.account))
    .leftJoin(employer, eq(employer.id, account.employer))
    .leftJoin(provider, eq(provider.account, account.id))
    .leftJoin(region, eq(region.code, place));
export type FailedNotice = Awaited<ReturnType<typeof failed>>[number];

/** What failed in scope and reached its person no other way since, newest first. */
const unreached = (scope: Scope) =>
  and(
    eq(notice.status, 'failed'),
    ne(notice.channel, 'in_app'),
    within(place, scope),
    sql`not exists (select 1 from notice other where other.origin = ${notice.origin} and other.id <> ${notice.id}
      and other.status in ('waiting', 'sent', 'delivered', 'read'))`,
  );

export async function listFailed(db: Db, scope: Scope, { page, size }: PageRequest) {
  const all = failed(db).where(unreached(scope));
  const [items, [count]] = await Promise.all([
    failed(db)
      .where(unreached(scope))
      .orderBy(desc(notice.id))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ total: sql<number>`count(*)::int` }).from(all.as('failed')),
  ]);
  return { items, total: count?.total ?? 0 };
}

export async function findFailed(db: Db, scope: Scope, id: string): Promise<FailedNotice | null> {
  const [row] = await failed(db).where(and(eq(notice.id, id), unreached(scope)));
  return row ?? null;
}

/** It is tried anew, from the first try on. @returns false when it does not stand failed any more */
export async function retryNotice(db: Db, id: string): Promise<boolean> {
  const moved = await db
    .update(notice)
    .set({ status: 'waiting', dueAt: sql`now()`, attempts: 0, failure: null, ref: null })
    .where(and(eq(notice.id, id), eq(notice.status, 'failed')))
    .returning({ id: notice.id });
  return moved.length === 1;
}
