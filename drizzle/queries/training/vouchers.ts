import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SkillLevel, VoucherStatus } from '#contract/codes/training.ts';
import type { Db } from '../../db.ts';
import {
  course,
  courseClass,
  enrolment,
  household,
  person,
  personIdentity,
  region,
  voucher,
} from '../../schema/index.ts';
import type { Caller } from '../accounts.ts';
import { isLabourer, today } from '../conditions.ts';
import type { PageRequest } from '../imports.ts';
import { servesHousehold } from './reach.ts';

const select = (db: Db) =>
  db
    .select({
      voucher,
      name: personIdentity.name,
      household: { id: household.id, number: household.number },
      course: course.title,
      enrolmentStatus: enrolment.status,
      attended: sql<number>`(select count(*)::int from attendance a where a.enrolment = ${voucher.enrolment})`,
      taught: sql<number>`(select count(distinct a.day)::int from attendance a join enrolment e on e.id = a.enrolment
        where e.class = ${enrolment.class})`,
      /** of the household: whose policies hold */
      path: region.path,
    })
    .from(voucher)
    .innerJoin(person, eq(person.id, voucher.person))
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .leftJoin(personIdentity, eq(personIdentity.person, voucher.person))
    .leftJoin(enrolment, eq(enrolment.id, voucher.enrolment))
    .leftJoin(courseClass, eq(courseClass.id, enrolment.class))
    .leftJoin(course, eq(course.id, courseClass.course));

export type VoucherRecord = Awaited<ReturnType<typeof select>>[number];

/** The voucher, or null when its holder is not somebody the caller serves. */
export async function findVoucher(db: Db, caller: Caller, id: string): Promise<VoucherRecord | null> {
  const [row] = await select(db).where(and(eq(voucher.id, id), servesHousehold(caller)));
  return row ?? null;
}

/** Newest first. */
export async function listVouchers(
  db: Db,
  caller: Caller,
  { page, size, status }: PageRequest & { readonly status: VoucherStatus | undefined },
) {
  const where = and(servesHousehold(caller), status && eq(voucher.status, status));
  const items = await select(db)
    .where(where)
    .orderBy(desc(voucher.createdAt), desc(voucher.id))
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db
    .select({ total: count() })
    .from(voucher)
    .innerJoin(person, eq(person.id, voucher.person))
    .innerJoin(household, eq(household.id, person.household))
    .where(where);
  return { items, total: sum?.total ?? 0 };
}

export const vouchersOf = (db: Db, persons: readonly string[]) =>
  select(db)
    .where(and(inArray(voucher.person, [...persons]), sql`${voucher.status} <> 'void'`))
    .orderBy(desc(voucher.createdAt));

/** What the subsidy rules look at; null when the caller does not serve the person. */
export async function subsidyFacts(db: Db, caller: Caller, personId: string) {
  const [row] = await db
    .select({
      labourer: isLabourer,
      birthDate: person.birthDate,
      path: region.path,
      today: sql<string>`to_char(${today}, 'YYYY-MM-DD')`,
    })
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .where(and(eq(person.id, personId), servesHousehold(caller)));
  return row ?? null;
}

/** @returns null when the person has one for this occupation and level; the unique index decides */
export async function addVoucher(
  db: Db,
  row: Omit<typeof voucher.$inferInsert, 'status'>,
): Promise<string | null> {
  const [added] = await db
    .insert(voucher)
    .values({ ...row, status: 'issued' })
    .onConflictDoNothing()
    .returning({ id: voucher.id });
  return added?.id ?? null;
}

/** Spends an issued voucher of this very person, occupation and level on an enrolment. @returns its id, or null */
export async function claimVoucher(
  db: Db,
  code: string,
  on: {
    readonly id: string;
    readonly person: string;
    readonly occupation: string;
    readonly level: SkillLevel;
  },
): Promise<string | null> {
  const [claimed] = await db
    .update(voucher)
    .set({ status: 'claimed', enrolment: on.id, claimedAt: sql`now()` })
    .where(
      and(
        eq(voucher.code, code),
        eq(voucher.status, 'issued'),
        eq(voucher.person, on.person),
        eq(voucher.occupation, on.occupation),
        eq(voucher.level, on.level),
      ),
    )
    .returning({ id: voucher.id });
  return claimed?.id ?? null;
}

/** @returns false when it was not in one of these states */
export async function moveVoucher(
  db: Db,
  id: string,
  from: readonly VoucherStatus[],
  to: 'verified' | 'void',
): Promise<boolean> {
  const moved = await db
    .update(voucher)
    .set({ status: to, ...(to === 'verified' && { verifiedAt: sql`now()` }) })
    .where(and(eq(voucher.id, id), inArray(voucher.status, [...from])))
    .returning({ id: voucher.id });
  return moved.length === 1;
}

/** Whoever leaves a class takes her voucher along. */
export async function returnVouchers(db: Db, classId: string, persons: readonly string[]): Promise<void> {
  if (persons.length === 0) return;
  await db
    .update(voucher)
    .set({ status: 'issued', enrolment: null, claimedAt: null })
    .where(
      and(
        eq(voucher.status, 'claimed'),
        inArray(voucher.person, [...persons]),
        sql`${voucher.enrolment} in (select e.id from enrolment e where e.class = ${classId})`,
      ),
    );
}
