import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { skillName } from '#contract/codes/skill.ts';
import type { CourseKind } from '#contract/codes/training.ts';
import type { CourseForm, CourseStatus } from '#contract/routes/courses.ts';
import type { CourseSource } from '#contract/search/courses.ts';
import type { Db } from '../../db.ts';
import { course, occupationWord, provider, vacancy } from '../../schema/index.ts';
import { isOpenVacancy } from '../conditions.ts';
import type { PageRequest } from '../imports.ts';

/** Where a seeker starts from, and how far she usually goes in minutes. */
export interface Start {
  readonly settlement: string;
  readonly minutes: number;
}

/**
 * Open vacancies that ask for what the course teaches, within reach of the start, and their places; work away from
 * home counts only without a start. One look a course.
 */
const openedBy = (db: Db, start: Start | null) =>
  db
    .select({
      vacancies: sql<number>`count(*)::int`.as('vacancies'),
      places: sql<number>`coalesce(sum(${vacancy.headcount} - ${vacancy.filled}), 0)::int`.as('places'),
    })
    .from(vacancy)
    .where(
      and(
        isOpenVacancy,
        sql`(${vacancy.skills} && ${course.skills} or ${vacancy.certificates} && ${course.certificates})`,
        start === null ? undefined : isNear(start),
      ),
    )
    .as('opened');

const isNear = ({ settlement, minutes }: Start) => sql`(${vacancy.settlement} = ${settlement} or exists (
  select 1 from travel t where t."from" = ${settlement} and t."to" = ${vacancy.settlement}
    and t.minutes <= ${minutes}))`;

const select = (db: Db, start: Start | null) => {
  const opened = openedBy(db, start);
  return db
    .select({
      course,
      provider: { id: provider.id, name: provider.name, status: provider.status },
      classes: sql<number>`(select count(*)::int from course_class k where k.course = ${course.id}
        and k.status <> 'cancelled')`,
      vacancies: opened.vacancies,
      places: opened.places,
    })
    .from(course)
    .innerJoin(provider, eq(provider.id, course.provider))
    .crossJoinLateral(opened);
};

export type CourseRecord = Awaited<ReturnType<typeof select>>[number];

/** Courses the public sees: published, of a verified provider. */
const isPublic = and(eq(course.status, 'published'), eq(provider.status, 'verified'));

export interface CourseFilter {
  readonly ids?: readonly string[] | undefined;
  readonly kind?: CourseKind | undefined;
  readonly occupation?: string | undefined;
}

/** Courses one can sign up for first, then by the places they open. */
export async function listPublicCourses(
  db: Db,
  { ids, kind, occupation }: CourseFilter,
  start: Start | null,
  { page, size }: PageRequest,
) {
  const where = and(
    isPublic,
    kind && eq(course.kind, kind),
    occupation
      ? sql`(${course.occupation} = ${occupation} or ${occupation} = any(${course.skills}))`
      : undefined,
    ids && inArray(course.id, [...ids]),
  );
  const items = await select(db, start)
    .where(where)
    .orderBy(
      sql`exists (select 1 from course_class k where k.course = ${course.id} and k.status = 'open') desc`,
      desc(sql`opened.places`),
      asc(course.id),
    )
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db
    .select({ total: count() })
    .from(course)
    .innerJoin(provider, eq(provider.id, course.provider))
    .where(where);
  return { items, total: sum?.total ?? 0 };
}

/** What public courses are found by. Who learns to read and count learns no occupation. */
export async function courseSources(db: Db): Promise<CourseSource[]> {
  const taught = sql`${course.kind} <> 'literacy'`;
  const rows = await db
    .select({
      id: course.id,
      title: course.title,
      provider: provider.name,
      content: course.content,
      skills: sql<string[]>`case when ${taught} then ${course.skills} else '{}' end`,
      words: sql<string[]>`array(select distinct w.word from ${occupationWord} w
        where ${taught} and w.occupation = any(${course.skills}) and w.until is null)`,
    })
    .from(course)
    .innerJoin(provider, eq(provider.id, course.provider))
    .where(isPublic);
  return rows.map(({ skills, ...row }) => ({ ...row, occupations: skills.map(skillName) }));
}

export async function findPublicCourse(db: Db, id: string, start: Start | null) {
  const [row] = await select(db, start).where(and(eq(course.id, id), isPublic));
  return row ?? null;
}

/** Every course of the provider an account speaks for. */
export const listOwnCourses = (db: Db, account: string) =>
  select(db, null)
    .where(eq(provider.account, account))
    .orderBy(sql`${course.status} = 'closed'`, asc(course.title), asc(course.id));

export async function findOwnCourse(db: Db, account: string, id: string): Promise<CourseRecord | null> {
  const [row] = await select(db, null).where(and(eq(course.id, id), eq(provider.account, account)));
  return row ?? null;
}

/** What a course teaches always holds its own occupation. */
const taught = ({ occupation, skills, ...form }: CourseForm) => ({
  ...form,
  occupation,
  skills: [...new Set([occupation, ...skills])],
});

export async function addCourse(db: Db, providerId: string, form: CourseForm): Promise<string> {
  const [row] = await db
    .insert(course)
    .values({ ...taught(form), provider: providerId, status: 'draft' })
    .returning({ id: course.id });
  return row!.id;
}

/** @returns false when the course has been closed */
export async function changeCourse(db: Db, id: string, form: CourseForm): Promise<boolean> {
  const changed = await db
    .update(course)
    .set({ ...taught(form), version: sql`${course.version} + 1` })
    .where(and(eq(course.id, id), sql`${course.status} <> 'closed'`))
    .returning({ id: course.id });
  return changed.length === 1;
}

/** @returns false when it was not in the state `from` */
export async function moveCourse(db: Db, id: string, from: CourseStatus, to: CourseStatus): Promise<boolean> {
  const moved = await db
    .update(course)
    .set({ status: to, version: sql`${course.version} + 1` })
    .where(and(eq(course.id, id), eq(course.status, from)))
    .returning({ id: course.id });
  return moved.length === 1;
}
