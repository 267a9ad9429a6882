import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { idempotency } from '../schema/index.ts';

export interface WriteKey {
  readonly account: string;
  readonly key: string;
  /** hash of what was asked: a key stands for one request only */
  readonly fingerprint: string;
}

/**
 * Takes the key inside the transaction of the write. A second caller waits here until the first commits.
 * @returns true when the key is ours; false when a first answer exists
 */
export async function takeKey(db: Db, write: WriteKey, status: number): Promise<boolean> {
  const taken = await db
    .insert(idempotency)
    .values({ ...write, status })
    .onConflictDoNothing()
    .returning({ key: idempotency.key });
  return taken.length === 1;
}

export async function keepAnswer(db: Db, write: WriteKey, body: unknown): Promise<void> {
  await db.update(idempotency).set({ body }).where(sameKey(write));
}

export async function firstAnswer(db: Db, write: WriteKey) {
  const [row] = await db
    .select({ fingerprint: idempotency.fingerprint, body: idempotency.body })
    .from(idempotency)
    .where(sameKey(write));
  return row ?? null;
}

/** Drops first answers older than `days`: nobody repeats a write after that. */
export async function dropAnswers(db: Db, days: number): Promise<void> {
  await db.delete(idempotency).where(sql`${idempotency.createdAt} < now() - make_interval(days => ${days})`);
}

const sameKey = ({ account, key }: WriteKey) =>
  and(eq(idempotency.account, account), eq(idempotency.key, key));
