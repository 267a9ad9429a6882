import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { ClassStatus } from '#contract/codes/training.ts';
import type { ClassForm } from '#contract/routes/classes.ts';
import type { Db } from '../../db.ts';
import { course, courseClass, provider, region, vacancy } from '../../schema/index.ts';
import type { Caller } from '../accounts.ts';
import { isOpenVacancy, today } from '../conditions.ts';
import type { PageRequest } from '../imports.ts';
import { reachesClass } from './reach.ts';

const columns = {
  class: courseClass,
  course: {
    id: course.id,
    title: course.title,
    kind: course.kind,
    occupation: course.occupation,
    level: course.level,
    skills: course.skills,
    certificates: course.certificates,
  },
  provider: { id: provider.id, name: provider.name, status: provider.status, phone: provider.phone },
  settlementName: region.name,
  waiting: sql<number>`(select count(*)::int from enrolment e where e.class = ${courseClass.id}
    and e.status = 'waiting')`,
  committedPlaces: sql<number>`(select coalesce(sum(m.places), 0)::int from class_commitment m
    where m.class = ${courseClass.id})`,
};

const select = (db: Db) =>
  db
    .select(columns)
    .from(courseClass)
    .innerJoin(course, eq(course.id, courseClass.course))
    .innerJoin(provider, eq(provider.id, course.provider))
    .leftJoin(region, eq(region.code, courseClass.settlement));

export type ClassRecord = Awaited<ReturnType<typeof select>>[number];

/** The class, or null when there is none the caller may see. */
export async function findClass(db: Db, caller: Caller, id: string): Promise<ClassRecord | null> {
  const [row] = await select(db).where(and(eq(courseClass.id, id), reachesClass(caller)));
  return row ?? null;
}

/** Classes that can still be promised places and teach what an own open post asks for, the next first. */
export const classesWanting = (db: Db, employerId: string) =>
  select(db)
    .where(
      and(
        inArray(courseClass.status, ['planned', 'open', 'running']),
        eq(provider.status, 'verified'),
        sql`exists (select 1 from ${vacancy} where ${vacancy.employer} = ${employerId} and ${isOpenVacancy}
          and (${vacancy.skills} && ${course.skills} or ${vacancy.certificates} && ${course.certificates}
            or ${vacancy.occupation} = any(${course.skills})))`,
      ),
    )
    .orderBy(asc(courseClass.startsOn), asc(courseClass.id))
    .limit(30);

/** A class anybody may sign up for, or null. */
export async function findOpenClass(db: Db, id: string): Promise<ClassRecord | null> {
  const [row] = await select(db).where(
    and(eq(courseClass.id, id), eq(provider.status, 'verified'), eq(course.status, 'published')),
  );
  return row ?? null;
}

/** What is going on first, then what is to come, then what is over. */
export async function listClasses(
  db: Db,
  caller: Caller,
  {
    page,
    size,
    status,
    course: ofCourse,
  }: PageRequest & { readonly status?: ClassStatus | undefined; readonly course?: string | undefined },
) {
  const where = and(
    reachesClass(caller),
    status && eq(courseClass.status, status),
    ofCourse === undefined ? undefined : eq(courseClass.course, ofCourse),
  );
  const items = await select(db)
    .where(where)
    .orderBy(
      sql`array_position(array['running', 'open', 'planned', 'finished', 'cancelled'], ${courseClass.status})`,
      asc(courseClass.startsOn),
      asc(courseClass.id),
    )
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db
    .select({ total: count() })
    .from(courseClass)
    .innerJoin(course, eq(course.id, courseClass.course))
    .innerJoin(provider, eq(provider.id, course.provider))
    .where(where);
  return { items, total: sum?.total ?? 0 };
}

/** Classes of these courses one can sign up for, the next first. */
export const openClassesOf = (db: Db, courses: readonly string[]) =>
  select(db)
    .where(
      and(
        inArray(courseClass.course, [...courses]),
        eq(courseClass.status, 'open'),
        sql`${courseClass.endsOn} >= ${today}`,
      ),
    )
    .orderBy(asc(courseClass.startsOn), asc(courseClass.id));

/** Writes a planned class; its number counts the classes of the provider's year: 2026-003 after the provider's id. */
export async function addClass(
  db: Db,
  form: ClassForm & { readonly course: string },
  attendanceKey: string,
): Promise<string> {
  const [row] = await db
    .insert(courseClass)
    .values({ ...form, status: 'planned', attendanceKey, number: nextNumber(form.course) })
    .returning({ id: courseClass.id });
  return row!.id;
}

/** 班期号: year, four signs of the course, and how many of its classes there have been. Held unique by the table. */
const nextNumber = (courseId: string) => sql`(
  select to_char(${today}, 'YYYY') || '-' || upper(right(${courseId}::text, 4)) || '-' || lpad((count(*) + 1)::text, 2, '0')
  from course_class k where k.course = ${courseId})`;

/**
 * Takes the class for the rest of the transaction: whoever gives, frees or counts its seats waits here.
 * @returns its state now, or null when there is no such class
 */
export async function lockClass(db: Db, id: string) {
  const [row] = await db
    .select({
      status: courseClass.status,
      seats: courseClass.seats,
      taken: courseClass.taken,
      version: courseClass.version,
    })
    .from(courseClass)
    .where(eq(courseClass.id, id))
    .for('update');
  return row ?? null;
}

export async function changeClass(db: Db, id: string, form: ClassForm): Promise<void> {
  await db
    .update(courseClass)
    .set({ ...form, version: sql`${courseClass.version} + 1` })
    .where(eq(courseClass.id, id));
}

export async function moveClass(db: Db, id: string, to: ClassStatus, cancelReason?: string): Promise<void> {
  await db
    .update(courseClass)
    .set({ status: to, version: sql`${courseClass.version} + 1`, ...(cancelReason && { cancelReason }) })
    .where(eq(courseClass.id, id));
}
