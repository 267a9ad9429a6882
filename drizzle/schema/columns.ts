import { sql } from 'drizzle-orm';
import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Time-ordered primary key made by the database (PostgreSQL 18). */
export const id = () => uuid().primaryKey().default(sql`uuidv7()`);

/** `bytea` */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => 'bytea' });

export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

export const createdAt = () => instant().notNull().defaultNow();

/** Optimistic lock: a writer names the version it read; a mismatch is 409. */
export const version = () => integer().notNull().default(1);
