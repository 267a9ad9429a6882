import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db.ts';
import { classCommitment, employer, region, vacancy } from '../../schema/index.ts';
import { isOpenVacancy } from '../conditions.ts';
import type { ClassRecord } from './classes.ts';

/**
 * Open vacancies graduates of a class could take, those that ask for the course or are promised first; of one
 * employer when it is given.
 */
export const listPosts = (
  db: Db,
  { class: row, course: taught }: Pick<ClassRecord, 'class' | 'course'>,
  employerId?: string,
) => {
  const needsCourse = sql<boolean>`(${vacancy.skills} && ${textArray(taught.skills)}
    or ${vacancy.certificates} && ${textArray(taught.certificates)})`;
  const committed = sql<number>`coalesce(${classCommitment.places}, 0)`;
  return db
    .select({
      vacancy,
      employer: employer.name,
      place: sql<string>`coalesce(${region.name}, ${vacancy.address}, '')`,
      needsCourse,
      committed,
    })
    .from(vacancy)
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .leftJoin(
      classCommitment,
      and(eq(classCommitment.vacancy, vacancy.id), eq(classCommitment.class, row.id)),
    )
    .leftJoin(region, eq(region.code, sql`coalesce(${vacancy.settlement}, ${vacancy.regionCode})`))
    .where(
      and(
        employerId === undefined ? undefined : eq(vacancy.employer, employerId),
        sql`(${classCommitment.places} is not null or (${isOpenVacancy}
          and (${needsCourse} or ${vacancy.occupation} = any(${textArray(taught.skills)}))))`,
      ),
    )
    .orderBy(
      sql`${committed} > 0 desc`,
      sql`${needsCourse} desc`,
      sql`${vacancy.settlement} is not distinct from ${row.settlement} desc`,
      sql`${vacancy.headcount} - ${vacancy.filled} desc`,
      asc(vacancy.id),
    )
    .limit(60);
};
export type PostRecord = Awaited<ReturnType<typeof listPosts>>[number];

/** A parameter a comparison with a text[] column can use. */
const textArray = (values: readonly string[]) =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;

/** Places of an open vacancy nobody holds and no class has been promised; null when it is not open. */
export async function uncommittedPlaces(
  db: Db,
  vacancyId: string,
  exceptClass: string,
): Promise<number | null> {
  const [row] = await db
    .select({
      places: sql<number>`${vacancy.headcount} - ${vacancy.filled} - (
        select coalesce(sum(m.places), 0)::int from class_commitment m join course_class k on k.id = m.class
        where m.vacancy = ${vacancy.id} and m.class <> ${exceptClass} and k.status in ('planned', 'open', 'running'))`,
    })
    .from(vacancy)
    .where(and(eq(vacancy.id, vacancyId), isOpenVacancy))
    .for('update');
  return row?.places ?? null;
}

/** Writes a promise; none when it is for no place. */
export async function commitPlaces(
  db: Db,
  classId: string,
  vacancyId: string,
  places: number,
): Promise<void> {
  if (places === 0) {
    await db
      .delete(classCommitment)
      .where(and(eq(classCommitment.class, classId), eq(classCommitment.vacancy, vacancyId)));
    return;
  }
  await db
    .insert(classCommitment)
    .values({ class: classId, vacancy: vacancyId, places })
    .onConflictDoUpdate({ target: [classCommitment.class, classCommitment.vacancy], set: { places } });
}
