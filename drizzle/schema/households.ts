import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { householdType, monitoringCategory } from '#contract/codes/household.ts';
import {
  awayWish,
  careKind,
  certificate,
  education,
  employmentStatus,
  ethnicity,
  hardship,
  healthLimit,
  labourCapacity,
  language,
  relationToHead,
  sex,
  unemploymentReason,
} from '#contract/codes/person.ts';
import { createdAt, id, instant, version } from './columns.ts';
import { building, region, settlement } from './regions.ts';

/** 户: the unit of the promise. */
export const household = pgTable(
  'household',
  {
    id: id(),
    /** 户编号 of the ledger */
    number: text().notNull().unique(),
    type: text({ enum: householdType.values }).notNull(),
    monitoring: text({ enum: monitoringCategory.values }),
    settlement: text()
      .notNull()
      .references(() => settlement.code),
    grid: text().references(() => region.code),
    building: text().references(() => building.code),
    /** 单元-房号 */
    door: text(),
    /** 迁出地, as written */
    origin: text(),
    /** 两头住: lives part of the time at the old place */
    twoHomes: boolean().notNull().default(false),
    /** 举家外出 */
    allAway: boolean().notNull().default(false),
    /** local rule: at most this many members away or on a shift at once; null = no rule */
    maxAway: integer(),
    responsible: text(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index('household_settlement').on(t.settlement), index('household_grid').on(t.grid)],
);

/** What the matching needs to know of a person; identity lives apart in `person_identity`. */
export const person = pgTable(
  'person',
  {
    id: id(),
    household: uuid()
      .notNull()
      .references(() => household.id),
    relation: text({ enum: relationToHead.values }).notNull(),
    birthDate: date({ mode: 'string' }),
    sex: text({ enum: sex.values }).notNull().default('0'),
    ethnicity: text({ enum: ethnicity.values }),
    education: text({ enum: education.values }).notNull().default('90'),
    literate: boolean().notNull().default(true),
    languages: text({ enum: language.values }).array().notNull().default(sql`'{}'`),
    capacity: text({ enum: labourCapacity.values }).notNull(),
    capacityAssessor: text(),
    capacityDate: date({ mode: 'string' }),
    healthLimits: text({ enum: healthLimit.values }).array().notNull().default(sql`'{}'`),
    disability: text(),
    careKind: text({ enum: careKind.values }),
    /** minutes of day between which the care duty leaves the person free */
    careFreeFrom: integer(),
    careFreeUntil: integer(),
    hardship: text({ enum: hardship.values }),
    /** occupation codes, from work or from unpaid work at home */
    skills: text().array().notNull().default(sql`'{}'`),
    certificates: text({ enum: certificate.values }).array().notNull().default(sql`'{}'`),
    employment: text({ enum: employmentStatus.values }).notNull(),
    unemploymentReason: text({ enum: unemploymentReason.values }),
    /** 就业意愿 */
    willing: boolean().notNull().default(true),
    wishTraining: boolean().notNull().default(false),
    wishOccupations: text().array().notNull().default(sql`'{}'`),
    wishMinPay: integer(),
    wishMaxMinutes: integer(),
    wishAway: text({ enum: awayWish.values }).notNull().default('county'),
    wishLodging: boolean().notNull().default(false),
    wishPartTime: boolean().notNull().default(false),
    wishCompanions: uuid().array().notNull().default(sql`'{}'`),
    version: version(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    index('person_household').on(t.household),
    index('person_seeking').on(t.household).where(sql`willing and employment <> 'employed'`),
    check('person_care_window', sql`(care_kind is null) or (care_free_from < care_free_until)`),
  ],
);

/** Who the person is. Split from `person` so that identity can be erased before the record. */
export const personIdentity = pgTable(
  'person_identity',
  {
    person: uuid()
      .primaryKey()
      .references(() => person.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    phone: text(),
    /** AES-256-GCM, `v<key>.<iv>.<tag>.<ciphertext>` with the person id as additional data */
    idNumberSealed: text(),
    /** HMAC-SHA-256 under a separate key: equality without reading */
    idNumberIndex: text().unique(),
    /** first 6 and last 4, for staff */
    idNumberMasked: text(),
    erasedAt: instant(),
  },
  (t) => [index('person_identity_name').on(t.name)],
);

/** What a person refused and why; the engine never proposes it again. */
export const refusal = pgTable(
  'refusal',
  {
    id: id(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    vacancy: uuid().notNull(),
    reason: text().notNull(),
    justified: boolean().notNull(),
    facts: jsonb().notNull().default({}),
    recordedBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [index('refusal_person').on(t.person)],
);
