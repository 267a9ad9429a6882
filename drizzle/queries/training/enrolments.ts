import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { EnrolmentSource, EnrolmentStatus } from '#contract/codes/training.ts';
import type { Db } from '../../db.ts';
import {
  awardedCertificate,
  course,
  courseClass,
  enrolment,
  household,
  person,
  personIdentity,
  provider,
  region,
  voucher,
} from '../../schema/index.ts';
import type { Caller } from '../accounts.ts';
import { reachesClass, servesHousehold } from './reach.ts';

/** 1 = next; for rows of the waiting list only. */
const position = sql<number | null>`case when ${enrolment.status} = 'waiting' then (
  select count(*)::int from enrolment w where w.class = ${enrolment.class} and w.status = 'waiting'
    and (w.created_at, w.id) <= (${enrolment.createdAt}, ${enrolment.id})) end`;

const daysAttended = sql<number>`(select count(*)::int from attendance a where a.enrolment = ${enrolment.id})`;

const certificateNumber = sql<string | null>`(select a.number from awarded_certificate a
  where a.enrolment = ${enrolment.id} limit 1)`;

/** Everybody in a class: seats first, then the waiting list in its order, then those who left. */
export const listEnrolments = (db: Db, classId: string) =>
  db
    .select({
      enrolment,
      name: personIdentity.name,
      phone: personIdentity.phone,
      settlement: region.name,
      position,
      daysAttended,
      daysTaught: sql<number>`(select count(distinct a.day)::int from attendance a
        join enrolment e on e.id = a.enrolment where e.class = ${enrolment.class})`,
      certificate: certificateNumber,
      voucher: voucher.code,
    })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.person))
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .leftJoin(personIdentity, eq(personIdentity.person, person.id))
    .leftJoin(voucher, and(eq(voucher.enrolment, enrolment.id), sql`${voucher.status} <> 'void'`))
    .where(eq(enrolment.class, classId))
    .orderBy(
      sql`array_position(array['enrolled', 'passed', 'failed', 'waiting', 'unplaced', 'withdrawn'], ${enrolment.status})`,
      asc(enrolment.createdAt),
      asc(enrolment.id),
    );
export type EnrolmentRecord = Awaited<ReturnType<typeof listEnrolments>>[number];

const ofPerson = (db: Db) =>
  db
    .select({
      enrolment,
      class: courseClass,
      course: { id: course.id, title: course.title, level: course.level },
      provider: provider.name,
      providerPhone: provider.phone,
      settlementName: region.name,
      position,
      daysAttended,
      certificate: certificateNumber,
    })
    .from(enrolment)
    .innerJoin(courseClass, eq(courseClass.id, enrolment.class))
    .innerJoin(course, eq(course.id, courseClass.course))
    .innerJoin(provider, eq(provider.id, course.provider))
    .leftJoin(region, eq(region.code, courseClass.settlement));
export type PersonClass = Awaited<ReturnType<typeof ofPerson>>[number];

/** Classes of these persons, newest first. */
export const classesOfPersons = (db: Db, persons: readonly string[]) =>
  ofPerson(db)
    .where(inArray(enrolment.person, [...persons]))
    .orderBy(desc(courseClass.startsOn), desc(enrolment.id));

export async function findPersonClass(db: Db, id: string): Promise<PersonClass | null> {
  const [row] = await ofPerson(db).where(eq(enrolment.id, id));
  return row ?? null;
}

/** A person the caller may act for: oneself, or somebody whose household the caller serves. */
export async function personServed(db: Db, caller: Caller, id: string): Promise<boolean> {
  const self = caller.role === 'seeker';
  if (self) return caller.person === id;
  const [row] = await db
    .select({ id: person.id })
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .where(and(eq(person.id, id), servesHousehold(caller)));
  return row !== undefined;
}

/** The enrolment with its class, taken for the transaction; null when the caller may not touch it. */
export async function lockEnrolment(db: Db, caller: Caller, id: string) {
  const mine =
    caller.role === 'seeker'
      ? sql`${enrolment.person} = ${caller.person}`
      : caller.role === 'provider'
        ? reachesClass(caller)
        : servesHousehold(caller);
  const [row] = await db
    .select({
      id: enrolment.id,
      class: enrolment.class,
      person: enrolment.person,
      status: enrolment.status,
      classStatus: courseClass.status,
      occupation: course.occupation,
      level: course.level,
      skills: course.skills,
      certificates: course.certificates,
    })
    .from(enrolment)
    .innerJoin(courseClass, eq(courseClass.id, enrolment.class))
    .innerJoin(course, eq(course.id, courseClass.course))
    .innerJoin(provider, eq(provider.id, course.provider))
    .innerJoin(person, eq(person.id, enrolment.person))
    .innerJoin(household, eq(household.id, person.household))
    .where(and(eq(enrolment.id, id), mine))
    .for('update', { of: enrolment });
  return row ?? null;
}
export type LockedEnrolment = NonNullable<Awaited<ReturnType<typeof lockEnrolment>>>;

/** Joins the queue of a class. @returns null when the person is in it already; the unique index decides */
export async function joinQueue(
  db: Db,
  row: { readonly class: string; readonly person: string; readonly source: EnrolmentSource },
): Promise<string | null> {
  const [added] = await db
    .insert(enrolment)
    .values({ ...row, status: 'waiting' })
    .onConflictDoNothing()
    .returning({ id: enrolment.id });
  return added?.id ?? null;
}

/**
 * Gives free seats to the first in the queue. Call it with the class locked: then the count cannot move,
 * and the table's check refuses a seat beyond the last.
 * @returns who got a seat
 */
export async function fillSeats(db: Db, classId: string): Promise<{ id: string; person: string }[]> {
  const seated = await db.execute<{ id: string; person: string }>(sql`
    with next as (
      select e.id from enrolment e where e.class = ${classId} and e.status = 'waiting'
      order by e.created_at, e.id
      limit (select k.seats - k.taken from course_class k where k.id = ${classId} and k.status = 'open'))
    update enrolment set status = 'enrolled', version = version + 1
    where id in (select id from next) returning id, person`);
  if (seated.length > 0) await countSeats(db, classId, seated.length);
  return seated as unknown as { id: string; person: string }[];
}

/** Takes or, with a negative number, frees seats; never below none nor above all. */
export async function countSeats(db: Db, classId: string, seats: number): Promise<void> {
  await db
    .update(courseClass)
    .set({ taken: sql`${courseClass.taken} + ${seats}` })
    .where(eq(courseClass.id, classId));
}

export async function setEnrolment(
  db: Db,
  id: string,
  values: { status: EnrolmentStatus; score?: number | null; assessedOn?: string },
): Promise<void> {
  await db
    .update(enrolment)
    .set({ ...values, version: sql`${enrolment.version} + 1` })
    .where(eq(enrolment.id, id));
}

/** Everybody who still is in a class leaves it. @returns the persons */
export async function withdrawAll(db: Db, classId: string): Promise<string[]> {
  const left = await db
    .update(enrolment)
    .set({ status: 'withdrawn', version: sql`${enrolment.version} + 1` })
    .where(and(eq(enrolment.class, classId), inArray(enrolment.status, ['waiting', 'enrolled'])))
    .returning({ person: enrolment.person });
  return left.map(({ person }) => person);
}

/** Ends the queue of a class that begins. @returns who waited in vain */
export async function closeQueue(db: Db, classId: string): Promise<string[]> {
  const left = await db
    .update(enrolment)
    .set({ status: 'unplaced', version: sql`${enrolment.version} + 1` })
    .where(and(eq(enrolment.class, classId), eq(enrolment.status, 'waiting')))
    .returning({ person: enrolment.person });
  return left.map(({ person }) => person);
}

/** Does the class hold somebody who has not been assessed yet? */
export const unassessed = (db: Db, classId: string): Promise<number> =>
  db.$count(enrolment, and(eq(enrolment.class, classId), eq(enrolment.status, 'enrolled')));

/** @returns false when the number is taken */
export async function addCertificate(db: Db, row: typeof awardedCertificate.$inferInsert): Promise<boolean> {
  const added = await db.insert(awardedCertificate).values(row).onConflictDoNothing().returning({
    id: awardedCertificate.id,
  });
  return added.length === 1;
}

export const hasCertificate = async (db: Db, enrolmentId: string): Promise<boolean> =>
  (await db.$count(awardedCertificate, eq(awardedCertificate.enrolment, enrolmentId))) > 0;

/** What was learned counts from now on: in matching, in search, in what an employer finds. */
export async function teach(
  db: Db,
  personId: string,
  { skills, certificates }: { readonly skills: readonly string[]; readonly certificates: readonly string[] },
): Promise<void> {
  const merged = (column: 'skills' | 'certificates', more: readonly string[]) =>
    sql`array(select distinct x from (select unnest(${person[column]}) as x
      union all select jsonb_array_elements_text(${JSON.stringify(more)}::text::jsonb)) as all_of_them order by x)`;
  await db
    .update(person)
    .set({
      skills: merged('skills', skills),
      certificates: merged('certificates', certificates),
      version: sql`${person.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(eq(person.id, personId));
}
