import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { NoticeFailure, PhoneChannel } from '#contract/codes/market.ts';
import type { Db } from '../db.ts';
import { notice } from '../schema/index.ts';
import { fallBack } from './noticeFailures.ts';

/** What a gateway told later. A receipt never leads back: read stays read. @returns false for an unknown message */
export async function takeReceipt(
  db: Db,
  {
    channel,
    ref,
    status,
    failure,
  }: {
    readonly channel: PhoneChannel;
    readonly ref: string;
    readonly status: 'delivered' | 'read' | 'failed';
    readonly failure: NoticeFailure | null;
  },
): Promise<boolean> {
  const named = and(eq(notice.channel, channel), eq(notice.ref, ref));
  const [copy] = await db.select().from(notice).where(named).orderBy(desc(notice.id)).limit(1).for('update');
  if (!copy) return false;
  if (status === 'failed') {
    if (copy.status !== 'sent') return true;
    await db
      .update(notice)
      .set({ status, failure: failure ?? 'refused' })
      .where(eq(notice.id, copy.id));
    await fallBack(db, copy);
    return true;
  }
  const from = status === 'read' ? (['sent', 'delivered'] as const) : (['sent'] as const);
  const now = sql`now()`;
  await db
    .update(notice)
    .set({
      status,
      deliveredAt: sql`coalesce(${notice.deliveredAt}, ${now})`,
      ...(status === 'read' && { readAt: now }),
    })
    .where(and(eq(notice.id, copy.id), inArray(notice.status, [...from])));
  // Read on the phone is read in the inbox.
  if (status === 'read' && copy.origin !== null) {
    await db
      .update(notice)
      .set({ status, readAt: sql`coalesce(${notice.readAt}, ${now})` })
      .where(and(eq(notice.id, copy.origin), eq(notice.status, 'delivered')));
  }
  return true;
}
