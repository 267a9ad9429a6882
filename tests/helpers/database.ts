import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type Database, openDb } from '#platform/connections.ts';
import { TEMPLATE } from './stack.ts';

export interface TestDatabase extends Database {
  readonly url: string;
}

/** A fresh, migrated, empty database of its own; `close` drops it. Call it once a test file. */
export async function testDb({ pool = 5 } = {}): Promise<TestDatabase> {
  const { adminUrl } = inject('stack');
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copying the files takes a third of writing every page of them through the log.
  const copy = (sql: postgres.Sql) =>
    sql`create database ${sql(name)} template ${sql(TEMPLATE)} strategy file_copy`;
  await admin(adminUrl, copy);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const database = openDb(url.href, { pool, name: 'tests' });
  return {
    ...database,
    url: url.href,
    async close() {
      await database.close();
      await admin(adminUrl, (sql) => sql`drop database ${sql(name)} with (force)`);
    },
  };
}

async function admin(url: string, work: (sql: postgres.Sql) => PromiseLike<unknown>) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
