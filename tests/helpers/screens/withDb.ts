import type { Db } from '#drizzle/db.ts';
import { openDb } from '#platform/connections.ts';

/** One connection to the product's database, for what no route makes. */
export async function withDb<T>(url: string, act: (db: Db) => Promise<T>): Promise<T> {
  const database = openDb(url, { pool: 1, name: 'screens' });
  try {
    return await act(database.db);
  } finally {
    await database.close();
  }
}
