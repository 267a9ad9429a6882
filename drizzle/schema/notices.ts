import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { noticeChannel } from '#contract/codes/market.ts';
import { account } from './accounts.ts';
import { createdAt, id, instant } from './columns.ts';
import { person } from './households.ts';

/** One message to one person or account. `dedupe` makes sending the same thing twice impossible. */
export const notice = pgTable(
  'notice',
  {
    id: id(),
    person: uuid().references(() => person.id),
    account: uuid().references(() => account.id),
    template: text().notNull(),
    /** ids, numbers and dates for the template; never a name or a phone */
    params: jsonb().notNull().default({}),
    channel: text({ enum: noticeChannel.values }).notNull(),
    status: text({ enum: ['waiting', 'sent', 'delivered', 'read', 'failed', 'dropped'] }).notNull(),
    /** not before: quiet hours move it */
    dueAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    failure: text(),
    sentAt: instant(),
    readAt: instant(),
    dedupe: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    index('notice_waiting').on(t.dueAt).where(sql`status = 'waiting'`),
    index('notice_person').on(t.person, t.createdAt),
    index('notice_account').on(t.account, t.createdAt),
  ],
);

export const noticePreference = pgTable(
  'notice_preference',
  {
    person: uuid()
      .notNull()
      .references(() => person.id),
    channel: text({ enum: noticeChannel.values }).notNull(),
    optedOut: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.person, t.channel] })],
);
