import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { outbox } from '../schema/index.ts';

export interface OutboxEvent {
  readonly id: number;
  readonly job: string;
  readonly payload: unknown;
  /** milliseconds since 1970 */
  readonly createdAt: number;
}

/**
 * The oldest waiting events, locked until the transaction ends; those another relay holds are passed over,
 * and so are jobs not named: a newer release writes them, and its relay takes them.
 */
export function takeEvents(db: Db, limit: number, jobs: readonly string[]): Promise<OutboxEvent[]> {
  return db
    .select({
      id: outbox.id,
      job: outbox.job,
      payload: outbox.payload,
      createdAt: sql<number>`(extract(epoch from ${outbox.createdAt}) * 1000)::float8`.mapWith(Math.floor),
    })
    .from(outbox)
    .where(and(isNull(outbox.relayedAt), inArray(outbox.job, [...jobs])))
    .orderBy(asc(outbox.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

export async function markRelayed(db: Db, ids: readonly number[]): Promise<void> {
  await db
    .update(outbox)
    .set({ relayedAt: sql`now()` })
    .where(inArray(outbox.id, [...ids]));
}

/** Forgets events relayed more than `days` ago. @returns how many */
export async function dropRelayed(db: Db, days: number): Promise<number> {
  const dropped = await db
    .delete(outbox)
    .where(sql`${outbox.relayedAt} < now() - make_interval(days => ${days})`)
    .returning({ id: outbox.id });
  return dropped.length;
}
