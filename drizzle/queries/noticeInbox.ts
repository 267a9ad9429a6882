import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { PhoneChannel } from '#contract/codes/market.ts';
import { noticeTemplateNames } from '#contract/notices/templates.ts';
import type { Db } from '../db.ts';
import { notice, noticePreference } from '../schema/index.ts';
import type { Caller } from './accounts.ts';
import type { PageRequest } from './imports.ts';

type Reader = Pick<Caller, 'id' | 'person'>;

/** What is for this account, and for the person it stands for. */
const mine = ({ id, person }: Reader): SQL =>
  and(
    person === null ? eq(notice.account, id) : or(eq(notice.account, id), eq(notice.person, person)),
    eq(notice.channel, 'in_app'),
    ne(notice.status, 'dropped'),
    inArray(notice.template, noticeTemplateNames),
  ) as SQL;

const unread = isNull(notice.readAt);

export async function listNotices(db: Db, reader: Reader, { page, size }: PageRequest) {
  const [items, total] = await Promise.all([
    db
      .select()
      .from(notice)
      .where(mine(reader))
      .orderBy(desc(notice.id))
      .limit(size)
      .offset((page - 1) * size),
    db.$count(notice, mine(reader)),
  ]);
  return { items, total };
}

export const countUnread = (db: Db, reader: Reader): Promise<number> =>
  db.$count(notice, and(mine(reader), unread));

/** One notice, or all of them. @returns how many were new to the reader */
export async function markRead(db: Db, reader: Reader, id: string | null): Promise<number> {
  const read = await db
    .update(notice)
    .set({ status: 'read', readAt: sql`now()` })
    .where(and(mine(reader), unread, id === null ? undefined : eq(notice.id, id)))
    .returning({ id: notice.id });
  return read.length;
}

export const hasNotice = async (db: Db, reader: Reader, id: string): Promise<boolean> =>
  (await db.$count(notice, and(mine(reader), eq(notice.id, id)))) > 0;

/** Whose word counts: a person's own, or that of an account which stands for no person. */
const speaker = ({ id, person }: Reader) => (person === null ? { account: id } : { person });

export async function sayPreference(
  db: Db,
  reader: Reader,
  channel: PhoneChannel,
  optedOut: boolean,
): Promise<void> {
  await db
    .insert(noticePreference)
    .values({ ...speaker(reader), channel, optedOut })
    .onConflictDoUpdate({
      target: [noticePreference.person, noticePreference.account, noticePreference.channel],
      set: { optedOut, saidAt: sql`now()` },
    });
}
