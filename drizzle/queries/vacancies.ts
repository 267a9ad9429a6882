import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { employer, region, vacancy } from '../schema/index.ts';
import { isOpenVacancy, today } from './conditions.ts';
import { placeName } from './place.ts';
import { prepared } from './prepared.ts';

const openVacancy = prepared((db) =>
  db
    .select({
      vacancy,
      employer: employer.name,
      employerVerified: sql<boolean>`${employer.status} = 'verified'`,
      answerRate: employer.answerRate,
      place: placeName,
    })
    .from(vacancy)
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .leftJoin(region, eq(region.code, sql`coalesce(${vacancy.settlement}, ${vacancy.regionCode})`))
    .where(and(eq(vacancy.id, sql.placeholder('id')), isOpenVacancy))
    .prepare('open_vacancy'),
);

/** Everything the public page of one open vacancy shows; null when it is not, or no longer, open. */
export async function findOpenVacancy(db: Db, id: string) {
  const [row] = await openVacancy(db).execute({ id });
  return row ?? null;
}

export type OpenVacancy = NonNullable<Awaited<ReturnType<typeof findOpenVacancy>>>;

/** The database's day in Asia/Shanghai, ISO. */
export async function databaseDay(db: Db): Promise<string> {
  const [row] = await db.execute<{ day: string }>(sql`select to_char(${today}, 'YYYY-MM-DD') as day`);
  return row?.day as string;
}
