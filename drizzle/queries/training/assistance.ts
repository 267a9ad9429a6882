import type { Db } from '../../db.ts';
import { assistedAction } from '../../schema/index.ts';

/** Writes down that somebody acted for a person, and on whose word. */
export async function recordAssistance(db: Db, row: typeof assistedAction.$inferInsert): Promise<void> {
  await db.insert(assistedAction).values(row);
}
