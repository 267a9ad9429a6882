import { sql } from 'drizzle-orm';
import { bigserial, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant } from './columns.ts';

/** Events that commit with the state; the relay is the only one who turns them into jobs. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    job: text().notNull(),
    payload: jsonb().notNull(),
    createdAt: createdAt(),
    relayedAt: instant(),
  },
  (t) => [index('outbox_waiting').on(t.id).where(sql`relayed_at is null`)],
);

/** What a consumer has already done, written in its own transaction: a second delivery changes nothing. */
export const inbox = pgTable(
  'inbox',
  {
    consumer: text().notNull(),
    message: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.consumer, t.message] })],
);

/** Who did what to whom; rows form a daily hash chain and hold no personal data. */
export const audit = pgTable(
  'audit',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    actor: uuid(),
    actorRole: text(),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: text(),
    region: text(),
    reason: text(),
    details: jsonb().notNull().default({}),
    requestId: text(),
    createdAt: createdAt(),
    hash: text(),
  },
  (t) => [index('audit_subject').on(t.subject, t.subjectId), index('audit_created').on(t.createdAt)],
);

/** First answers of writes that a phone may repeat. */
export const idempotency = pgTable(
  'idempotency',
  {
    account: uuid().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    status: integer().notNull(),
    body: jsonb(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.account, t.key] })],
);
