import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { role } from '#contract/codes/account.ts';
import { createdAt, id, instant } from './columns.ts';
import { person } from './households.ts';
import { region } from './regions.ts';
import { employer } from './work.ts';

export const account = pgTable('account', {
  id: id(),
  login: text().notNull().unique(),
  name: text().notNull(),
  /** argon2id, PHC string */
  passwordHash: text().notNull(),
  role: text({ enum: role.values }).notNull(),
  /** what the account may see: this region and everything below it */
  region: text()
    .notNull()
    .references(() => region.code),
  person: uuid().references(() => person.id),
  employer: uuid().references(() => employer.id),
  disabled: boolean().notNull().default(false),
  failedLogins: integer().notNull().default(0),
  lockedUntil: instant(),
  createdAt: createdAt(),
});

/** A sign-in and its rotating refresh token; reuse of a spent token kills the whole family. */
export const session = pgTable(
  'session',
  {
    id: id(),
    family: uuid().notNull(),
    account: uuid()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    /** SHA-256 of the 256-bit token */
    tokenHash: text().notNull().unique(),
    expiresAt: instant().notNull(),
    spentAt: instant(),
    revokedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index('session_family').on(t.family), index('session_account').on(t.account)],
);
