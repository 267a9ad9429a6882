import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { fairAnswer, fairStatus, talkOutcome } from '#contract/codes/fair.ts';
import { account } from './accounts.ts';
import { application } from './applications.ts';
import { createdAt, id, instant, version } from './columns.ts';
import { person } from './households.ts';
import { region } from './regions.ts';
import { employer, vacancy } from './work.ts';

/** 招聘会 */
export const fair = pgTable(
  'fair',
  {
    id: id(),
    title: text().notNull(),
    /** whose people are invited: this region and everything below it */
    region: text()
      .notNull()
      .references(() => region.code),
    place: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    /** minutes of day */
    dayStart: integer().notNull(),
    dayEnd: integer().notNull(),
    status: text({ enum: fairStatus.values }).notNull(),
    /** secret of the QR code at the door */
    doorKey: text().notNull(),
    cancelReason: text(),
    createdBy: uuid().references(() => account.id),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [index('fair_region').on(t.region, t.day), check('fair_hours', sql`day_start < day_end`)],
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
    /** people one of its posts suits, by the last proposal */
    suitable: integer(),
  },
  (t) => [
    uniqueIndex('fair_stall_once').on(t.fair, t.employer),
    uniqueIndex('fair_stall_number').on(t.fair, t.number),
    index('fair_stall_employer').on(t.employer),
  ],
);

/** A vacancy brought to a fair, with as many of its places. */
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
    suitable: integer(),
  },
  (t) => [primaryKey({ columns: [t.stall, t.vacancy] }), check('fair_post_places', sql`places > 0`)],
);

/** What the engine says of a fair: how many its posts could place at best, and under which rule it proposes. */
export const fairProposal = pgTable('fair_proposal', {
  fair: uuid()
    .primaryKey()
    .references(() => fair.id, { onDelete: 'cascade' }),
  status: text({ enum: ['queued', 'running', 'done', 'failed'] }).notNull(),
  requestedBy: uuid().references(() => account.id),
  /** invitations a place, and the policy row that says so */
  perPlace: integer().notNull(),
  policy: jsonb().notNull(),
  stage: text(),
  /** 0–100 */
  progress: integer().notNull().default(0),
  /** counts and certificate of the best plan, see contract/fair.ts */
  bound: jsonb(),
  /** SHA-256 of the canonical inputs */
  inputDigest: text(),
  failure: text(),
  finishedAt: instant(),
  createdAt: createdAt(),
});

/** One person and one fair: proposed, then sent, answered, came. Whoever came unasked has no round. */
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
    /** 1 = in the best plan, 2 … = in reserve */
    round: integer(),
    /** on the slip and on the door list; given when it is sent */
    number: integer(),
    sentAt: instant(),
    answer: text({ enum: fairAnswer.values }),
    /** coded reason of a refusal */
    reason: text(),
    answeredAt: instant(),
    cameAt: instant(),
    doorMethod: text({ enum: ['qr', 'list'] }),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('fair_invitation_once').on(t.fair, t.person),
    uniqueIndex('fair_invitation_number').on(t.fair, t.number),
    index('fair_invitation_person').on(t.person),
  ],
);

/** A post of the fair that suits somebody invited, and why; rank 1 is the one the invitation is for. */
export const fairMatch = pgTable(
  'fair_match',
  {
    invitation: uuid()
      .notNull()
      .references(() => fairInvitation.id, { onDelete: 'cascade' }),
    vacancy: uuid()
      .notNull()
      .references(() => vacancy.id),
    rank: integer().notNull(),
    score: integer().notNull(),
    /** [{code, points, …facts}], adding up to the score */
    parts: jsonb().notNull(),
    /** for staff, and as the person is told */
    explanation: text().notNull(),
    words: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.invitation, t.vacancy] })],
);

/** A talk at a stall and how it ended. */
export const fairTalk = pgTable(
  'fair_talk',
  {
    invitation: uuid()
      .notNull()
      .references(() => fairInvitation.id, { onDelete: 'cascade' }),
    vacancy: uuid()
      .notNull()
      .references(() => vacancy.id),
    outcome: text({ enum: talkOutcome.values }).notNull(),
    /** coded reason of whichever side declined */
    reason: text(),
    /** what an intent became */
    application: uuid().references(() => application.id),
    recordedBy: uuid().references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.invitation, t.vacancy] })],
);
