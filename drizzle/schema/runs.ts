import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { tier } from '#contract/codes/household.ts';
import { account } from './accounts.ts';
import { bytes, createdAt, id, instant } from './columns.ts';
import { household, person } from './households.ts';
import { vacancy } from './work.ts';

export const runStatus = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof runStatus)[number];

/** One matching run over a region. The current run of a region is replaced atomically when a new one is done. */
export const matchingRun = pgTable(
  'matching_run',
  {
    id: id(),
    region: text().notNull(),
    status: text({ enum: runStatus }).notNull(),
    current: boolean().notNull().default(false),
    requestedBy: uuid().references(() => account.id),
    today: date({ mode: 'string' }).notNull(),
    stage: text(),
    /** 0–100 */
    progress: integer().notNull().default(0),
    totals: jsonb(),
    certificate: jsonb(),
    /** SHA-256 of the canonical inputs */
    inputDigest: text(),
    policyRows: jsonb(),
    failure: text(),
    startedAt: instant(),
    finishedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('matching_run_region').on(t.region, t.createdAt),
    uniqueIndex('matching_run_current').on(t.region).where(sql`current`),
    uniqueIndex('matching_run_active').on(t.region).where(sql`status in ('queued', 'running')`),
  ],
);

/** One household's outcome in a run: covered, already employed, or the binding reason why not. */
export const runHousehold = pgTable(
  'run_household',
  {
    run: uuid()
      .notNull()
      .references(() => matchingRun.id, { onDelete: 'cascade' }),
    household: uuid()
      .notNull()
      .references(() => household.id),
    tier: text({ enum: tier.values }).notNull(),
    settlement: text().notNull(),
    outcome: text({ enum: ['covered', 'employed', 'uncovered'] }).notNull(),
    reason: text(),
    /** facts behind the reason, as codes and numbers */
    facts: jsonb(),
    explanation: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.run, t.household] }),
    index('run_household_outcome').on(t.run, t.outcome, t.settlement),
  ],
);

/** One proposed placement: people decide. */
export const proposal = pgTable(
  'proposal',
  {
    id: id(),
    run: uuid()
      .notNull()
      .references(() => matchingRun.id, { onDelete: 'cascade' }),
    household: uuid()
      .notNull()
      .references(() => household.id),
    person: uuid()
      .notNull()
      .references(() => person.id),
    vacancy: uuid()
      .notNull()
      .references(() => vacancy.id),
    score: integer().notNull(),
    /** [{code, points, …facts}], adding up to the score */
    parts: jsonb().notNull(),
    explanation: text().notNull(),
  },
  (t) => [
    uniqueIndex('proposal_once').on(t.run, t.person),
    index('proposal_household').on(t.run, t.household),
    index('proposal_vacancy').on(t.run, t.vacancy),
  ],
);

/** What is asked about in a run too large for one job: slice 0 what all slices share, slice n its people. */
export const runSlice = pgTable(
  'run_slice',
  {
    run: uuid()
      .notNull()
      .references(() => matchingRun.id, { onDelete: 'cascade' }),
    slice: integer().notNull(),
    input: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.run, t.slice] })],
);

/** What a run wants to know of a slice, and the answer once some machine has found it. */
export const runQuestion = pgTable(
  'run_question',
  {
    id: id(),
    run: uuid()
      .notNull()
      .references(() => matchingRun.id, { onDelete: 'cascade' }),
    round: integer().notNull(),
    slice: integer().notNull(),
    question: bytes().notNull(),
    answer: bytes(),
  },
  (t) => [uniqueIndex('run_question_once').on(t.run, t.round, t.slice)],
);
