import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { VacancyDocument, VacancySource } from '#contract/search/vacancies.ts';
import type { WorkerSource } from '#contract/search/workers.ts';
import type { Db } from '../db.ts';
import {
  employer,
  household,
  occupationWord,
  person,
  region,
  settlement,
  taxonomyVersion,
  vacancy,
  vacancySearch,
} from '../schema/index.ts';
import { isLabourer, isSeeking, isZeroEmployment } from './conditions.ts';
import { placeName } from './place.ts';

/** Everything the search indexes are built from. Keyset pages by id, so that a rebuild never holds it all. */
export interface Page {
  readonly after?: string | undefined;
  readonly size: number;
}

/** The taxonomy counts: its words travel in every document. */
const vacancyVersion = sql<string>`${vacancy.version} || '.' || ${employer.version} || '.' ||
  (select coalesce(max(t.number), 0) from ${taxonomyVersion} t)`;
const county = alias(region, 'county');
/** None for work offered to a whole city. */
const countyCode = sql<string | null>`coalesce(${settlement.county},
  case when ${vacancy.regionCode} not like '____00%' then left(${vacancy.regionCode}, 6) end)`;
const published = eq(vacancy.status, 'published');

export function vacanciesByIds(db: Db, ids: readonly string[]): Promise<VacancySource[]> {
  return selectVacancies(db, and(published, inArray(vacancy.id, [...ids])));
}

export function vacancyPage(db: Db, { after, size }: Page): Promise<VacancySource[]> {
  return selectVacancies(db, and(published, after ? gt(vacancy.id, after) : undefined)).limit(size);
}

function selectVacancies(db: Db, where: SQL | undefined) {
  return db
    .select({
      id: vacancy.id,
      version: vacancyVersion,
      title: vacancy.title,
      employer: employer.name,
      employerVerified: sql<boolean>`${employer.status} = 'verified'`,
      answerRate: employer.answerRate,
      kind: vacancy.kind,
      form: vacancy.form,
      occupation: vacancy.occupation,
      words: sql<string[]>`array(select w.word from ${occupationWord} w
        where w.occupation = ${vacancy.occupation} and w.until is null order by w.word)`,
      content: vacancy.content,
      placeNames: sql<string[]>`array(select distinct name from unnest(array[
        ${region.name}, ${vacancy.address}, ${county.name}]) as name where name is not null order by name)`,
      place: placeName,
      county: countyCode,
      settlement: vacancy.settlement,
      lat: sql<number | null>`coalesce(${vacancy.lat}, ${settlement.lat})`,
      lng: sql<number | null>`coalesce(${vacancy.lng}, ${settlement.lng})`,
      placesLeft: sql<number>`${vacancy.headcount} - ${vacancy.filled}`,
      payBasis: vacancy.payBasis,
      payMin: vacancy.payMin,
      payMax: vacancy.payMax,
      monthlyMin: vacancy.monthlyMin,
      monthlyMax: vacancy.monthlyMax,
      hoursPerDay: vacancy.hoursPerDay,
      shiftStart: vacancy.shiftStart,
      shiftEnd: vacancy.shiftEnd,
      flexible: vacancy.flexible,
      childWelcome: vacancy.childWelcome,
      lodging: vacancy.lodging,
      meals: vacancy.meals,
      insurance: vacancy.insurance,
      validUntil: vacancy.validUntil,
      publishedAt: sql<
        string | null
      >`to_char(${vacancy.publishedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
    })
    .from(vacancy)
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .leftJoin(settlement, eq(settlement.code, vacancy.settlement))
    .leftJoin(region, eq(region.code, sql`coalesce(${vacancy.settlement}, ${vacancy.regionCode})`))
    .leftJoin(county, eq(county.code, countyCode))
    .where(where)
    .orderBy(asc(vacancy.id));
}

/** Whether a household is at zero employment depends on every member, so and both marks move with spells: a version names them. */
const workerVersion = sql<string>`${person.version} || '.' || ${household.version} || '.' || (case when ${isZeroEmployment} then 'z' else '' end) || (case when ${isSeeking} then 's' else '' end)`;

/** The labourers among `ids` and the rest of their households, whose zero-employment mark may have moved. */
export function workersByIds(db: Db, ids: readonly string[]): Promise<WorkerSource[]> {
  const households = db
    .select({ household: person.household })
    .from(person)
    .where(inArray(person.id, [...ids]));
  return selectWorkers(db, and(isLabourer, inArray(person.household, households)));
}

export function workerPage(db: Db, { after, size }: Page): Promise<WorkerSource[]> {
  return selectWorkers(db, and(isLabourer, after ? gt(person.id, after) : undefined)).limit(size);
}

function selectWorkers(db: Db, where: SQL | undefined) {
  return db
    .select({
      id: person.id,
      version: workerVersion,
      skills: person.skills,
      certificates: person.certificates,
      wishOccupations: person.wishOccupations,
      seeking: isSeeking,
      zeroEmployment: sql<boolean>`${isZeroEmployment}`,
      settlement: household.settlement,
      regions: sql<string[]>`string_to_array(trim(trailing '/' from ${region.path}), '/')`,
    })
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, sql`coalesce(${household.grid}, ${household.settlement})`))
    .where(where)
    .orderBy(asc(person.id));
}

/** id → version of everything that ought to be in the index, for drift checks and for proving a rebuild. */
export async function vacancyVersions(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: vacancy.id, version: vacancyVersion })
    .from(vacancy)
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .where(published);
  return new Map(rows.map((row) => [row.id, row.version]));
}

export async function workerVersions(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: person.id, version: workerVersion })
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .where(isLabourer);
  return new Map(rows.map((row) => [row.id, row.version]));
}

export interface FallbackRow {
  readonly vacancy: string;
  readonly terms: string[];
  readonly document: VacancyDocument;
}

/** Writes what PostgreSQL searches when the engine is away. */
export async function saveFallbackRows(db: Db, rows: readonly FallbackRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(vacancySearch)
    .values([...rows])
    .onConflictDoUpdate({
      target: vacancySearch.vacancy,
      set: { terms: sql`excluded.terms`, document: sql`excluded.document` },
    });
}

/** Drops the rows of vacancies that are no longer published; without ids, of all of them. */
export async function dropStaleFallbackRows(db: Db, ids?: readonly string[]): Promise<void> {
  const live = db.select({ id: vacancy.id }).from(vacancy).where(published);
  await db
    .delete(vacancySearch)
    .where(
      and(
        ids ? inArray(vacancySearch.vacancy, [...ids]) : undefined,
        sql`${vacancySearch.vacancy} not in (${live})`,
      ),
    );
}
