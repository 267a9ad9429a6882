import { sql } from 'drizzle-orm';
import type { Db } from '../db.ts';

/** Fresh time-ordered ids, for rows whose id must be known before they are written. */
export async function newIds(db: Db, count: number): Promise<string[]> {
  if (count === 0) return [];
  const rows = await db.execute<{ id: string }>(sql`select uuidv7() as id from generate_series(1, ${count})`);
  return rows.map(({ id }) => id);
}
