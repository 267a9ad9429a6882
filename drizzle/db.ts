import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type * as schema from './schema/index.ts';

/** A database or a transaction in it: queries and operations take either. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
