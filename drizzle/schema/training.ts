import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { certificate } from '#contract/codes/person.ts';
import {
  classStatus,
  courseKind,
  enrolmentStatus,
  skillLevel,
  voucherStatus,
} from '#contract/codes/training.ts';
import { employerStatus } from '#contract/codes/work.ts';
import { account } from './accounts.ts';
import { createdAt, id, instant, version } from './columns.ts';
import { person } from './households.ts';
import { settlement } from './regions.ts';
import { vacancy } from './work.ts';

export const provider = pgTable('provider', {
  id: id(),
  name: text().notNull(),
  uscc: text().unique(),
  /** 办学许可证 */
  licence: text(),
  licenceValidUntil: date({ mode: 'string' }),
  region: text().notNull(),
  address: text(),
  status: text({ enum: employerStatus.values }).notNull().default('pending'),
  suspendedReason: text(),
  /** staff look again every six months */
  recheckOn: date({ mode: 'string' }),
  contact: text(),
  phone: text(),
  account: uuid().references(() => account.id),
  version: version(),
  createdAt: createdAt(),
});

export const course = pgTable(
  'course',
  {
    id: id(),
    provider: uuid()
      .notNull()
      .references(() => provider.id),
    title: text().notNull(),
    kind: text({ enum: courseKind.values }).notNull(),
    occupation: text().notNull(),
    level: text({ enum: skillLevel.values }).notNull(),
    /** occupation codes a graduate can do */
    skills: text().array().notNull().default(sql`'{}'`),
    /** certificates a graduate holds, those that gate work by law above all */
    certificates: text({ enum: certificate.values }).array().notNull().default(sql`'{}'`),
    content: text().notNull(),
    hours: integer().notNull(),
    /** may be taught to those who read little */
    literacyNeeded: boolean().notNull().default(false),
    status: text({ enum: ['draft', 'published', 'closed'] }).notNull(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [index('course_provider').on(t.provider)],
);

export const courseClass = pgTable(
  'course_class',
  {
    id: id(),
    course: uuid()
      .notNull()
      .references(() => course.id),
    /** 班期号 */
    number: text().notNull().unique(),
    status: text({ enum: classStatus.values }).notNull(),
    seats: integer().notNull(),
    taken: integer().notNull().default(0),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }).notNull(),
    /** minutes of day */
    dayStart: integer().notNull(),
    dayEnd: integer().notNull(),
    place: text().notNull(),
    settlement: text().references(() => settlement.code),
    childcare: boolean().notNull().default(false),
    /** yuan a day for living, 0 = none */
    allowance: integer().notNull().default(0),
    /** secret of the attendance QR code, changed daily by HMAC */
    attendanceKey: text().notNull(),
    cancelReason: text(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    check('course_class_seats', sql`taken >= 0 and taken <= seats`),
    check('course_class_dates', sql`starts_on <= ends_on and day_start < day_end`),
    index('course_class_course').on(t.course),
    index('course_class_open').on(t.settlement).where(sql`status = 'open'`),
  ],
);

/** Posts an employer committed to graduates of a class. */
export const classCommitment = pgTable(
  'class_commitment',
  {
    class: uuid()
      .notNull()
      .references(() => courseClass.id, { onDelete: 'cascade' }),
    vacancy: uuid()
      .notNull()
      .references(() => vacancy.id),
    places: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.class, t.vacancy] })],
);

export const enrolment = pgTable(
  'enrolment',
  {
    id: id(),
    class: uuid()
      .notNull()
      .references(() => courseClass.id),
    person: uuid()
      .notNull()
      .references(() => person.id),
    status: text({ enum: enrolmentStatus.values }).notNull(),
    source: text().notNull(),
    assessedOn: date({ mode: 'string' }),
    score: integer(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('enrolment_active').on(t.class, t.person).where(sql`status <> 'withdrawn'`),
    index('enrolment_person').on(t.person),
    index('enrolment_waiting').on(t.class, t.createdAt).where(sql`status = 'waiting'`),
  ],
);

export const attendance = pgTable(
  'attendance',
  {
    enrolment: uuid()
      .notNull()
      .references(() => enrolment.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    method: text({ enum: ['qr', 'teacher'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.enrolment, t.day] })],
);

export const awardedCertificate = pgTable(
  'awarded_certificate',
  {
    id: id(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    occupation: text().notNull(),
    level: text({ enum: skillLevel.values }).notNull(),
    number: text().notNull().unique(),
    awardedOn: date({ mode: 'string' }).notNull(),
    enrolment: uuid().references(() => enrolment.id),
    createdAt: createdAt(),
  },
  (t) => [index('awarded_certificate_person').on(t.person)],
);

/** 培训券. A subsidy is paid once per person, occupation and level: the unique key holds it. */
export const voucher = pgTable(
  'voucher',
  {
    id: id(),
    code: text().notNull().unique(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    occupation: text().notNull(),
    level: text({ enum: skillLevel.values }).notNull(),
    /** yuan */
    amount: integer().notNull(),
    /** row of the subsidy the verdict was made with, and what it saw of the person */
    policy: uuid(),
    facts: jsonb().notNull().default({}),
    status: text({ enum: voucherStatus.values }).notNull(),
    enrolment: uuid().references(() => enrolment.id),
    issuedBy: uuid().references(() => account.id),
    claimedAt: instant(),
    verifiedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('voucher_once').on(t.person, t.occupation, t.level).where(sql`status <> 'void'`)],
);
