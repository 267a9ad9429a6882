import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { certificate, education } from '#contract/codes/person.ts';
import {
  channel,
  employerKind,
  employerStatus,
  payBasis,
  vacancyKind,
  vacancyStatus,
  workDemand,
  workForm,
  workRegion,
} from '#contract/codes/work.ts';
import { createdAt, id, instant, version } from './columns.ts';
import { person } from './households.ts';
import { settlement } from './regions.ts';

export const employer = pgTable(
  'employer',
  {
    id: id(),
    name: text().notNull(),
    /** 统一社会信用代码, GB 32100 */
    uscc: text().unique(),
    kind: text({ enum: employerKind.values }).notNull(),
    industry: text(),
    status: text({ enum: employerStatus.values }).notNull().default('pending'),
    /** region code it works in */
    region: text().notNull(),
    settlement: text().references(() => settlement.code),
    address: text(),
    contact: text(),
    phone: text(),
    legalRepresentative: text(),
    licenceValidUntil: date({ mode: 'string' }),
    /** staff look again every six months */
    recheckOn: date({ mode: 'string' }),
    suspendedReason: text(),
    /** 0–100: how long those hired stay, derived from spells */
    stability: integer().notNull().default(50),
    /** 0–100: share of applications of the last 90 days answered in time; null while too few were due */
    answerRate: integer(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [index('employer_region').on(t.region), index('employer_name').on(t.name)],
);

export const vacancy = pgTable(
  'vacancy',
  {
    id: id(),
    employer: uuid()
      .notNull()
      .references(() => employer.id),
    title: text().notNull(),
    kind: text({ enum: vacancyKind.values }).notNull(),
    form: text({ enum: workForm.values }).notNull(),
    occupation: text().notNull(),
    content: text().notNull(),
    headcount: integer().notNull(),
    /** places already given; never above headcount */
    filled: integer().notNull().default(0),
    status: text({ enum: vacancyStatus.values }).notNull(),
    region: text({ enum: workRegion.values }).notNull(),
    /** region code of the workplace; for labour export of the county or city it is offered to */
    regionCode: text(),
    settlement: text().references(() => settlement.code),
    address: text(),
    lat: real(),
    lng: real(),
    minAge: integer(),
    maxAge: integer(),
    ageReason: text(),
    minEducation: text({ enum: education.values }),
    needsLiteracy: boolean().notNull().default(false),
    needsPutonghua: boolean().notNull().default(false),
    skills: text().array().notNull().default(sql`'{}'`),
    certificates: text({ enum: certificate.values }).array().notNull().default(sql`'{}'`),
    demands: text({ enum: workDemand.values }).array().notNull().default(sql`'{}'`),
    acceptsWeak: boolean().notNull().default(false),
    payBasis: text({ enum: payBasis.values }).notNull(),
    /** yuan in the unit of the basis; hourly and piece rates have fractions */
    payMin: doublePrecision().notNull(),
    payMax: doublePrecision().notNull(),
    /** yuan a full month brings */
    monthlyMin: integer().notNull(),
    monthlyMax: integer().notNull(),
    payNote: text(),
    payDay: text(),
    hoursPerDay: real().notNull(),
    /** minutes of day; an end past midnight exceeds 1440; null = own hours */
    shiftStart: integer(),
    shiftEnd: integer(),
    flexible: boolean().notNull().default(false),
    childWelcome: boolean().notNull().default(false),
    lodging: boolean().notNull().default(false),
    meals: boolean().notNull().default(false),
    insurance: boolean().notNull().default(false),
    contact: text(),
    phone: text(),
    /** 2026-11-22 style day, last day of validity */
    validUntil: date({ mode: 'string' }),
    publishedAt: instant(),
    /** findings of the advertisement check this text was last submitted with */
    adFindings: jsonb(),
    /** why the employer stands by what the check only warns of */
    adReason: text(),
    reviewNote: text(),
    /** since when it waits for review */
    submittedAt: instant(),
    /** raises with every change; the search document carries it */
    version: version(),
    /** natural key of the ledger row it came from */
    ledgerKey: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    check('vacancy_places', sql`filled >= 0 and filled <= headcount`),
    check('vacancy_pay', sql`pay_min <= pay_max and monthly_min <= monthly_max`),
    index('vacancy_employer').on(t.employer),
    index('vacancy_open').on(t.settlement).where(sql`status = 'published'`),
    uniqueIndex('vacancy_ledger_key').on(t.ledgerKey),
    index('vacancy_subgroup').on(sql`left(occupation, 7)`).where(sql`status = 'published'`),
    index('vacancy_skills').using('gin', t.skills).where(sql`status = 'published'`),
    index('vacancy_certificates').using('gin', t.certificates).where(sql`status = 'published'`),
    index('vacancy_review').on(t.submittedAt).where(sql`status = 'in_review'`),
    index('vacancy_ending').on(t.validUntil).where(sql`status in ('published', 'paused')`),
  ],
);

/** 就业记录: the fact everything else is derived from. */
export const spell = pgTable(
  'spell',
  {
    id: id(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    vacancy: uuid().references(() => vacancy.id),
    employerName: text(),
    occupation: text(),
    channel: text({ enum: channel.values }).notNull(),
    region: text({ enum: workRegion.values }).notNull(),
    place: text(),
    startedOn: date({ mode: 'string' }).notNull(),
    endedOn: date({ mode: 'string' }),
    monthlyPay: integer(),
    contract: boolean().notNull().default(false),
    insurance: boolean().notNull().default(false),
    /** who saw it, and what: unverified spells never count as stable */
    evidence: jsonb(),
    verifiedOn: date({ mode: 'string' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('spell_person').on(t.person),
    index('spell_vacancy').on(t.vacancy),
    uniqueIndex('spell_once').on(t.person, t.startedOn, t.channel),
    check('spell_dates', sql`ended_on is null or ended_on >= started_on`),
  ],
);
