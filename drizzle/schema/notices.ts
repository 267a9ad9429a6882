import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { noticeChannel, noticeFailure } from '#contract/codes/market.ts';
import { account } from './accounts.ts';
import { createdAt, id, instant } from './columns.ts';
import { person } from './households.ts';

/**
 * One message on one channel. The row on `in_app` is the notice itself; its copies to the phone name it as `origin`.
 * `dedupe` makes leaving the same thing twice impossible, and is the key by which a gateway knows a repetition.
 */
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
    /** the notice this is a copy of; null for the notice itself */
    origin: uuid().references((): AnyPgColumn => notice.id),
    status: text({ enum: ['waiting', 'sent', 'delivered', 'read', 'failed', 'dropped'] }).notNull(),
    /** not before: quiet hours, a sender that holds it, and the wait after a failure move it */
    dueAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    failure: text({ enum: noticeFailure.values }),
    /** what the gateway calls it; receipts name it */
    ref: text(),
    sentAt: instant(),
    deliveredAt: instant(),
    readAt: instant(),
    dedupe: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    index('notice_waiting').on(t.dueAt).where(sql`status = 'waiting'`),
    index('notice_person').on(t.person, t.createdAt),
    index('notice_account').on(t.account, t.createdAt),
    index('notice_origin').on(t.origin),
    index('notice_failed').on(t.createdAt).where(sql`status = 'failed'`),
    index('notice_ref').on(t.channel, t.ref).where(sql`ref is not null`),
  ],
);

/** What a person or an account said about a channel; nothing said: see contract/notices/channels.ts. */
export const noticePreference = pgTable(
  'notice_preference',
  {
    person: uuid().references(() => person.id),
    account: uuid().references(() => account.id),
    channel: text({ enum: noticeChannel.values }).notNull(),
    optedOut: boolean().notNull().default(false),
    saidAt: createdAt(),
  },
  (t) => [unique('notice_preference_once').on(t.person, t.account, t.channel).nullsNotDistinct()],
);
