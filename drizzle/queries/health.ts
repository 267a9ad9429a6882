import { sql } from 'drizzle-orm';
import type { Db } from '../db.ts';

/** Fails when the database does not answer. */
export const ping = async (db: Db): Promise<void> => {
  await db.execute(sql`select 1`);
};

/** Events no relay has taken yet, and the age of the oldest in seconds. */
export async function outboxBacklog(db: Db): Promise<{ waiting: number; oldestSeconds: number }> {
  const [row] = await db.execute<{ waiting: number; oldest: number }>(sql`
    select count(*)::int as waiting, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest
    from outbox where relayed_at is null`);
  return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ?? 0 };
}

/** Connections to this database by application and state. */
export const connections = async (db: Db) =>
  db.execute<{ application: string; state: string; count: number }>(sql`
    select coalesce(nullif(application_name, ''), 'other') as application, coalesce(state, 'none') as state,
      count(*)::int as count
    from pg_stat_activity where datname = current_database() group by 1, 2`);

/** The database's clock, ISO. */
export async function databaseNow(db: Db): Promise<string> {
  const [row] = await db.execute<{ now: string }>(
    sql`select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  return row!.now;
}
