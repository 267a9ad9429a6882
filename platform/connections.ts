import { drizzle } from 'drizzle-orm/postgres-js';
import { Meilisearch } from 'meilisearch';
import postgres from 'postgres';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { meiliHttp } from './meiliHttp.ts';
import { preparing } from './prepare.ts';

export type { Db } from '#drizzle/db.ts';
export type { Channels, NoticeMessage, Outcome } from './notices/channel.ts';
export { configuredPhones, openChannels } from './notices/open.ts';
export { type JobEvents, type JobQueue, type JobWorker, jobId, openQueues, type Queues } from './queues.ts';
export { openStorage, type Storage } from './storage.ts';

export interface Database {
  readonly db: Db;
  /** The driver, for LISTEN, COPY and cursors. */
  readonly sql: postgres.Sql;
  /** Waits up to 5 s for running queries. */
  close(): Promise<void>;
}

/** Opens a pool lazily: nothing connects before the first query. `pool` is the largest number of connections. */
export function openDb(url: string, { pool = 10, name = 'leye' } = {}): Database {
  const sql = postgres(url, {
    max: pool,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => undefined,
    connection: { application_name: name },
  });
  const db = drizzle(preparing(sql), { schema, casing: 'snake_case' });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

export interface Search {
  readonly client: Meilisearch;
  /** Aborts nothing: requests are short and end by their own timeout. */
  close(): Promise<void>;
}

/** A Meilisearch client whose every request fails after `timeout` ms, so that Postgres can answer instead. */
export function openSearch(url: string, apiKey: string, { timeout = 2_000 } = {}): Search {
  // Meilisearch sends a compressed answer in two packets and waits 40 ms between them for the first to be acknowledged.
  const requestInit = { headers: { 'accept-encoding': 'identity' } };
  const client = new Meilisearch({ host: url, apiKey, timeout, requestInit, httpClient: meiliHttp(url) });
  return { client, close: () => Promise.resolve() };
}
