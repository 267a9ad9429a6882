import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { fairStep } from '#contract/codes/market.ts';
import { account } from './accounts.ts';
import { createdAt, id, instant, version } from './columns.ts';
import { person } from './households.ts';
import { settlement } from './regions.ts';
import { employer, vacancy } from './work.ts';

/** 招聘会 */
export const fair = pgTable(
  'fair',
  {
    id: id(),
    title: text().notNull(),
    region: text().notNull(),
    settlement: text().references(() => settlement.code),
    place: text().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    status: text({ enum: ['planned', 'inviting', 'held', 'cancelled'] }).notNull(),
    createdBy: uuid().references(() => account.id),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [index('fair_region').on(t.region, t.startsAt)],
);

export const fairStall = pgTable(
  'fair_stall',
  {
    id: id(),
    fair: uuid()
      .notNull()
      .references(() => fair.id, { onDelete: 'cascade' }),
    employer: uuid()
      .notNull()
      .references(() => employer.id),
    number: integer().notNull(),
  },
  (t) => [uniqueIndex('fair_stall_once').on(t.fair, t.employer)],
);

export const fairPost = pgTable(
  'fair_post',
  {
    stall: uuid()
      .notNull()
      .references(() => fairStall.id, { onDelete: 'cascade' }),
    vacancy: uuid()
      .notNull()
      .references(() => vacancy.id),
    places: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stall, t.vacancy] })],
);

/** One invitation: how far it went, and the coded reason where it stopped. */
export const fairInvitation = pgTable(
  'fair_invitation',
  {
    id: id(),
    fair: uuid()
      .notNull()
      .references(() => fair.id, { onDelete: 'cascade' }),
    person: uuid()
      .notNull()
      .references(() => person.id),
    vacancy: uuid().references(() => vacancy.id),
    step: text({ enum: fairStep.values }).notNull(),
    dropout: text(),
    explanation: text().notNull(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('fair_invitation_once').on(t.fair, t.person),
    index('fair_invitation_person').on(t.person),
  ],
);
