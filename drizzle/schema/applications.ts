import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  applicationSource,
  applicationStatus,
  authority,
  employerOpinion,
  taskKind,
} from '#contract/codes/market.ts';
import { account } from './accounts.ts';
import { createdAt, id, instant, version } from './columns.ts';
import { person } from './households.ts';
import { employer, vacancy } from './work.ts';

/** One person and one vacancy; a place is given by hiring, which also writes the spell. */
export const application = pgTable(
  'application',
  {
    id: id(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    vacancy: uuid()
      .notNull()
      .references(() => vacancy.id),
    status: text({ enum: applicationStatus.values }).notNull(),
    source: text({ enum: applicationSource.values }).notNull(),
    /** what the employer thinks, apart from how it ended */
    opinion: text({ enum: employerOpinion.values }),
    /** coded reason of a refusal, by whichever side */
    reason: text(),
    /** the person agreed that this employer may see name and phone */
    contactShared: boolean().notNull().default(false),
    /** day by which the employer ought to have answered */
    answerBy: date({ mode: 'string' }),
    answeredAt: instant(),
    /** day and time of an interview or trial, as agreed */
    appointment: text(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    uniqueIndex('application_active')
      .on(t.person, t.vacancy)
      .where(sql`status not in ('refused', 'withdrawn', 'obsolete')`),
    index('application_vacancy').on(t.vacancy, t.status),
    index('application_person').on(t.person, t.createdAt),
    index('application_silent').on(t.answerBy).where(sql`answered_at is null and status = 'recommended'`),
  ],
);

/** Every step of an application: who, from where to where, why. */
export const applicationEvent = pgTable(
  'application_event',
  {
    id: id(),
    application: uuid()
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    from: text({ enum: applicationStatus.values }),
    to: text({ enum: applicationStatus.values }).notNull(),
    actor: uuid().references(() => account.id),
    reason: text(),
    note: text(),
    createdAt: createdAt(),
  },
  (t) => [index('application_event_application').on(t.application, t.createdAt)],
);

/** 代办: somebody acted for a person; the person is told and can object. */
export const assistedAction = pgTable(
  'assisted_action',
  {
    id: id(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    actor: uuid()
      .notNull()
      .references(() => account.id),
    authority: text({ enum: authority.values }).notNull(),
    action: text().notNull(),
    subjectId: text(),
    toldAt: instant(),
    confirmedAt: instant(),
    objectedAt: instant(),
    objection: text(),
    createdAt: createdAt(),
  },
  (t) => [index('assisted_action_person').on(t.person, t.createdAt)],
);

/** What a person agreed to; withdrawing is a row's `revokedAt`, never a deletion. */
export const consent = pgTable(
  'consent',
  {
    id: id(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    /** share_contact, be_found, notices … */
    kind: text().notNull(),
    employer: uuid().references(() => employer.id),
    grantedAt: createdAt(),
    revokedAt: instant(),
  },
  (t) => [index('consent_person').on(t.person, t.kind)],
);

/** Who looked at whose data and why: shown to the person. */
export const dataAccess = pgTable(
  'data_access',
  {
    id: id(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    actor: uuid().references(() => account.id),
    what: text().notNull(),
    reason: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('data_access_person').on(t.person, t.createdAt)],
);

/** Work that waits for a grid worker or counsellor of a region. */
export const task = pgTable(
  'task',
  {
    id: id(),
    kind: text({ enum: taskKind.values }).notNull(),
    region: text().notNull(),
    person: uuid().references(() => person.id),
    subjectId: text(),
    text: text().notNull(),
    dueOn: date({ mode: 'string' }),
    doneAt: instant(),
    doneBy: uuid().references(() => account.id),
    result: text(),
    /** the same matter never opens two tasks */
    dedupe: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [index('task_open').on(t.region, t.dueOn).where(sql`done_at is null`)],
);

export const savedSearch = pgTable(
  'saved_search',
  {
    id: id(),
    account: uuid()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    query: jsonb().notNull(),
    lastSeenAt: createdAt(),
    createdAt: createdAt(),
  },
  (t) => [index('saved_search_account').on(t.account)],
);

/** Every change of a vacancy, with what it was and what it became. */
export const vacancyEvent = pgTable(
  'vacancy_event',
  {
    id: id(),
    vacancy: uuid()
      .notNull()
      .references(() => vacancy.id, { onDelete: 'cascade' }),
    action: text().notNull(),
    actor: uuid().references(() => account.id),
    changes: jsonb().notNull().default({}),
    note: text(),
    createdAt: createdAt(),
  },
  (t) => [index('vacancy_event_vacancy').on(t.vacancy, t.createdAt)],
);

/** 订单: a short staffing batch of a workshop with daily piece-rate pay. */
export const workOrder = pgTable(
  'work_order',
  {
    id: id(),
    employer: uuid()
      .notNull()
      .references(() => employer.id),
    vacancy: uuid().references(() => vacancy.id),
    product: text().notNull(),
    quantity: integer().notNull(),
    unit: text().notNull(),
    /** fen per piece: piece rates are fractions of a yuan */
    rateFen: integer().notNull(),
    piecesPerDay: integer().notNull(),
    workers: integer().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    dueOn: date({ mode: 'string' }).notNull(),
    status: text({ enum: ['open', 'running', 'done', 'cancelled'] }).notNull(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [index('work_order_employer').on(t.employer, t.status)],
);

/** What one person earned on one day of an order; the median of 30 days stands beside the promise. */
export const pieceDay = pgTable(
  'piece_day',
  {
    id: id(),
    order: uuid()
      .notNull()
      .references(() => workOrder.id),
    person: uuid()
      .notNull()
      .references(() => person.id),
    day: date({ mode: 'string' }).notNull(),
    pieces: integer().notNull(),
    payFen: integer().notNull(),
    recordedBy: uuid().references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('piece_day_once').on(t.order, t.person, t.day), index('piece_day_day').on(t.day)],
);

/** Verification and accreditation of an employer: computed facts, decided by a person, re-checked. */
export const employerCheck = pgTable(
  'employer_check',
  {
    id: id(),
    employer: uuid()
      .notNull()
      .references(() => employer.id),
    kind: text({ enum: ['licence', 'workshop'] }).notNull(),
    verdict: text({ enum: ['passed', 'failed'] }).notNull(),
    /** counts, shares and policy rows the verdict was made with */
    facts: jsonb().notNull(),
    note: text(),
    decidedBy: uuid().references(() => account.id),
    decidedOn: date({ mode: 'string' }).notNull(),
    recheckOn: date({ mode: 'string' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('employer_check_employer').on(t.employer, t.kind, t.decidedOn),
    index('employer_check_due').on(t.recheckOn),
  ],
);
