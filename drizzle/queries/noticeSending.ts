import { and, eq, inArray, lte, ne, sql } from 'drizzle-orm';
import type { NoticeChannel, NoticeFailure, PhoneChannel } from '#contract/codes/market.ts';
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

/** One of the two is set. */
export interface Party {
  readonly person: string | null;
  readonly account: string | null;
}

export interface Claimed extends Party {
  readonly id: string;
  readonly origin: string | null;
  readonly template: string;
  readonly params: unknown;
  readonly channel: NoticeChannel;
  readonly dedupe: string;
  /** this try included */
  readonly attempts: number;
}

/**
 * Takes due notices, the longest due first, for `lease` seconds: whoever dies while holding them lets them come due
 * again, and a sender that comes back too late changes nothing. Two senders never take the same one.
 */
export async function claimNotices(db: Db, limit: number, lease: number): Promise<Claimed[]> {
  const due = db
    .select({ id: notice.id })
    .from(notice)
    .where(and(eq(notice.status, 'waiting'), lte(notice.dueAt, sql`now()`)))
    .orderBy(notice.dueAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(notice)
    .set({ attempts: sql`${notice.attempts} + 1`, dueAt: sql`now() + make_interval(secs => ${lease})` })
    .where(inArray(notice.id, due))
    .returning({
      id: notice.id,
      person: notice.person,
      account: notice.account,
      origin: notice.origin,
      template: notice.template,
      params: notice.params,
      channel: notice.channel,
      dedupe: notice.dedupe,
      attempts: notice.attempts,
    });
}

export async function hasDueNotices(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ id: notice.id })
    .from(notice)
    .where(and(eq(notice.status, 'waiting'), lte(notice.dueAt, sql`now()`)))
    .limit(1);
  return row !== undefined;
}

/** The inbox has it: said once, however often it is asked. @returns its id, null when there is no such notice */
export async function showInInbox(db: Db, dedupe: string): Promise<string | null> {
  const [row] = await db
    .update(notice)
    .set({ deliveredAt: sql`coalesce(${notice.deliveredAt}, now())` })
    .where(and(eq(notice.dedupe, dedupe), eq(notice.channel, 'in_app')))
    .returning({ id: notice.id });
  return row?.id ?? null;
}

/** Writes down how a try ended, if it is still this try that holds the notice. */
export async function settle(
  db: Db,
  { id, attempts }: Claimed,
  values: Partial<typeof notice.$inferInsert>,
): Promise<boolean> {
  const settled = await db
    .update(notice)
    .set(values)
    .where(and(eq(notice.id, id), eq(notice.status, 'waiting'), eq(notice.attempts, attempts)))
    .returning({ id: notice.id });
  return settled.length === 1;
}

/** One notice to a phone; the same one is copied once. */
export async function copyToPhone(
  db: Db,
  of: Pick<Claimed, 'id' | 'person' | 'account' | 'template' | 'params' | 'dedupe'>,
  channel: PhoneChannel,
  state: { readonly dueAt: Date } | { readonly failure: NoticeFailure },
): Promise<void> {
  const { id, person, account, template, params, dedupe } = of;
  await db
    .insert(notice)
    .values({
      person,
      account,
      template,
      params,
      channel,
      origin: id,
      dedupe: `${dedupe}#${channel}`,
      dueAt: sql`now()`,
      ...('failure' in state ? { status: 'failed' as const } : { status: 'waiting' as const }),
      ...state,
    })
    .onConflictDoNothing({ target: notice.dedupe });
}

const to = ({ person, account }: Party) =>
  person === null ? eq(notice.account, account ?? '') : eq(notice.person, person);

/** Plans for one recipient are made one after the other, so that the day's limit holds. */
export const lockRecipient = (db: Db, { person, account }: Party) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext(${`notice:${person ?? account}`}))`);

/** ISO day (Asia/Shanghai) → how many notices have gone or will go to the phone on it. */
export async function phoneNoticesByDay(db: Db, party: Party): Promise<Map<string, number>> {
  const at = sql`coalesce(${notice.sentAt}, ${notice.dueAt})`;
  const day = sql<string>`to_char(${at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
  const rows = await db
    .select({ day, n: sql<number>`count(distinct ${notice.origin})::int` })
    .from(notice)
    .where(
      and(
        to(party),
        ne(notice.channel, 'in_app'),
        inArray(notice.status, ['waiting', 'sent', 'delivered', 'read']),
        sql`${at} > now() - interval '1 day'`,
      ),
    )
    .groupBy(sql`1`);
  return new Map(rows.map((row) => [row.day, row.n]));
}

export interface Recipient {
  readonly phone: string | null;
  /** an account that acts for an employer or a provider: its number was given for business */
  readonly business: boolean;
  /** of its region, for policies */
  readonly path: string;
  readonly said: readonly { readonly channel: NoticeChannel; readonly optedOut: boolean }[];
}

/** Null when the person's identity is erased or the account is closed. */
export async function findRecipient(db: Db, party: Party): Promise<Recipient | null> {
  const found =
    party.person === null ? await ofAccount(db, party.account ?? '') : await ofPerson(db, party.person);
  if (!found) return null;
  const said = await db
    .select({ channel: noticePreference.channel, optedOut: noticePreference.optedOut })
    .from(noticePreference)
    .where(
      party.person === null
        ? eq(noticePreference.account, party.account ?? '')
        : eq(noticePreference.person, party.person),
    );
  return { ...found, said };
}

async function ofPerson(db: Db, id: string) {
  const [row] = await db
    .select({ phone: personIdentity.phone, path: region.path })
    .from(person)
    .innerJoin(personIdentity, eq(personIdentity.person, person.id))
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .where(eq(person.id, id));
  return row && { ...row, business: false };
}

async function ofAccount(db: Db, id: string) {
  const [row] = await db
    .select({
      phone: sql<string | null>`coalesce(${employer.phone}, ${provider.phone})`,
      business: sql<boolean>`${account.role} in ('employer', 'provider')`,
      path: region.path,
    })
    .from(account)
    .innerJoin(region, eq(region.code, account.region))
    .leftJoin(employer, eq(employer.id, account.employer))
    .leftJoin(provider, eq(provider.account, account.id))
    .where(and(eq(account.id, id), eq(account.disabled, false)));
  return row;
}
