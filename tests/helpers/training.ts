import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { places } from './plant.ts';

type Values<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

/** A verified provider; give `account` to make it somebody's own. */
export async function plantProvider(db: Db, values: Values<typeof schema.provider> = {}) {
  const [row] = await db
    .insert(schema.provider)
    .values({ name: '凉都职业培训学校', region: places.own.county, status: 'verified', ...values })
    .returning();
  return row!;
}

/** A published course that teaches sewing. */
export async function plantCourse(db: Db, provider: string, values: Values<typeof schema.course> = {}) {
  const [row] = await db
    .insert(schema.course)
    .values({
      provider,
      title: '缝纫工初级班',
      kind: 'on_job',
      occupation: '6-05-01-03',
      level: 'l5',
      skills: ['6-05-01-03'],
      certificates: ['sewing'],
      content: '平车、包缝、熨烫,十天学会做一条裤子。',
      hours: 80,
      status: 'published',
      ...values,
    })
    .returning();
  return row!;
}

/** A class one can sign up for, with two seats. */
export async function plantClass(db: Db, course: string, values: Values<typeof schema.courseClass> = {}) {
  const [row] = await db
    .insert(schema.courseClass)
    .values({
      course,
      number: randomUUID(),
      status: 'open',
      seats: 2,
      startsOn: '2020-01-01',
      endsOn: '2099-12-31',
      dayStart: 540,
      dayEnd: 960,
      place: '社区二楼教室',
      settlement: places.own.settlement,
      attendanceKey: 'secret of this class',
      ...values,
    })
    .returning();
  return row!;
}

export async function plantEnrolment(
  db: Db,
  classId: string,
  person: string,
  status: 'enrolled' | 'waiting' | 'passed' = 'enrolled',
) {
  const [row] = await db
    .insert(schema.enrolment)
    .values({ class: classId, person, status, source: 'self' })
    .returning();
  if (status !== 'waiting')
    await db.update(schema.courseClass).set({ taken: 1 }).where(eq(schema.courseClass.id, classId));
  return row!;
}

/** Makes a seeker's account that of a person. */
export const isPerson = (db: Db, account: string, person: string) =>
  db.update(schema.account).set({ person }).where(eq(schema.account.id, account));

/** Policies a subsidy is granted and paid by. */
export const plantSubsidies = (db: Db) =>
  db
    .insert(schema.policy)
    .values([
      policy('training.subsidy.l5', 1000, '2021-01-01', '2024-12-31'),
      policy('training.subsidy.l5', 1200, '2025-01-01', null),
      policy('training.attendance.min', 80, '2021-01-01', null),
      policy('age.work.min', 16, '1995-01-01', null),
    ]);

const policy = (key: string, value: number, validFrom: string, validTo: string | null) => ({
  key,
  region: '520000',
  value,
  unit: 'yuan/person',
  validFrom,
  validTo,
  documentNumber: '测试〔2026〕1号',
});
