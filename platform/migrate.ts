import { fileURLToPath } from 'node:url';
import { runMigrations } from 'bullmq';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import pg from 'pg';
import postgres from 'postgres';
import { QUEUE_SCHEMA } from './queues.ts';

const migrationsFolder = fileURLToPath(new URL('../drizzle/migrations', import.meta.url));

/** Any number will do as long as nobody else locks it: "leye" in ASCII. */
const LOCK = 0x6c_65_79_65;

export interface MigrationState {
  readonly applied: number;
  readonly pending: number;
}

/**
 * Brings the database, and BullMQ's schema in it, to the newest version. Several processes may call it
 * at once: an advisory lock lets one work while the others wait and then find nothing to do.
 */
export async function migrate(url: string): Promise<MigrationState> {
  const sql = single(url); // one connection, so that the lock and the work share a session
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder });
    await migrateQueues(url);
    return await state(sql);
  } finally {
    await sql.end(); // also gives the lock back
  }
}

/** How many migrations the database has and lacks; changes nothing. */
export async function migrationState(url: string): Promise<MigrationState> {
  const sql = single(url);
  try {
    return await state(sql);
  } finally {
    await sql.end();
  }
}

async function state(sql: postgres.Sql): Promise<MigrationState> {
  const all = readMigrationFiles({ migrationsFolder });
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  const last = table?.exists
    ? await sql<{ at: string | null }[]>`select max(created_at) as at from drizzle.__drizzle_migrations`
    : [];
  const applied = all.filter(({ folderMillis }) => folderMillis <= Number(last[0]?.at ?? -1)).length;
  return { applied, pending: all.length - applied };
}

async function migrateQueues(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
  } finally {
    await client.end();
  }
}

const single = (url: string) => postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
