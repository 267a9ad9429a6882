import { and, arrayContains, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { VacancyDocument } from '#contract/search/vacancies.ts';
import type { Db } from '../db.ts';
import { vacancy, vacancySearch } from '../schema/index.ts';
import { isOpenVacancy } from './conditions.ts';

/** The question the search engine gets, put to PostgreSQL when the engine is away. */
export interface VacancyConditions {
  /** every hit holds all of these, see contract/search/terms.ts */
  readonly terms: readonly string[];
  readonly kind?: readonly string[];
  readonly form?: readonly string[];
  readonly pay?: number;
  readonly settlements?: readonly string[];
  readonly care?: true;
  readonly lodging?: true;
  readonly county?: string;
  readonly publishedAfter?: Date;
  /** days since 1970 */
  readonly today: number;
}

export interface VacancyPaging {
  /** the words or the sound that hit: where they stand decides the order */
  readonly text: string | undefined;
  readonly sort: 'relevance' | 'pay' | 'near' | 'new';
  readonly minutes: ReadonlyMap<string, number> | undefined;
  readonly page: number;
  readonly size: number;
}

const field = (name: keyof VacancyDocument & string) =>
  sql<string>`${vacancySearch.document}->>${sql.raw(`'${name}'`)}`;
const number = (name: keyof VacancyDocument & string) => sql<number>`(${field(name)})::float8`;

/** One page of open vacancies, best first. */
export async function searchVacancyDocuments(
  db: Db,
  conditions: VacancyConditions,
  paging: VacancyPaging,
): Promise<VacancyDocument[]> {
  const rows = await db
    .select({ document: vacancySearch.document })
    .from(vacancySearch)
    .where(matching(conditions))
    .orderBy(...order(paging))
    .limit(paging.size)
    .offset((paging.page - 1) * paging.size);
  return rows.map((row) => row.document as VacancyDocument);
}

export function countVacancyDocuments(db: Db, conditions: VacancyConditions): Promise<number> {
  return db.$count(vacancySearch, matching(conditions));
}

export type VacancyFacet = 'kind' | 'form' | 'county' | 'payBand' | 'care' | 'lodging';

/** How many open vacancies have each value of a facet. */
export async function countVacancyFacet(
  db: Db,
  facet: VacancyFacet,
  conditions: VacancyConditions,
): Promise<Record<string, number>> {
  const value = field(facet);
  const rows = await db
    .select({ value, total: sql<number>`count(*)::int` })
    .from(vacancySearch)
    .where(matching(conditions))
    .groupBy(value);
  return Object.fromEntries(rows.filter((row) => row.value !== null).map((row) => [row.value, row.total]));
}

function matching(conditions: VacancyConditions): SQL | undefined {
  const { terms, kind, form, pay, settlements, care, lodging, county, publishedAfter, today } = conditions;
  return and(
    sql`${number('placesLeft')} > 0`,
    sql`${number('lastDay')} >= ${today}`,
    terms.length > 0 ? arrayContains(vacancySearch.terms, [...terms]) : undefined,
    kind && inArray(field('kind'), [...kind]),
    form && inArray(field('form'), [...form]),
    pay === undefined ? undefined : sql`${number('monthlyMax')} >= ${pay}`,
    settlements && or(inArray(field('settlement'), [...settlements]), sql`${field('kind')} = 'home_work'`),
    care && sql`${field('care')} = 'true'`,
    lodging && sql`${field('lodging')} = 'true'`,
    county === undefined ? undefined : sql`${field('county')} = ${county}`,
    publishedAfter && sql`${number('publishedAt')} > ${publishedAfter.getTime()}`,
  );
}

function order({ sort, text, minutes }: VacancyPaging): SQL[] {
  const newest = desc(number('publishedAt'));
  if (sort === 'pay') return [desc(number('monthlyMax')), newest];
  if (sort === 'new') return [newest];
  if (sort === 'near' && minutes) {
    const table = JSON.stringify(Object.fromEntries(minutes));
    return [sql`(${table}::jsonb->>(${field('settlement')}))::int asc nulls last`, newest];
  }
  return [...(text ? [desc(closeness(text))] : []), desc(number('answering')), newest];
}

/** What a part of the query is worth where it stands; the engine ranks its attributes in the same order. */
const WORTH: readonly (readonly [name: keyof VacancyDocument & string, worth: number])[] = [
  ['title', 8],
  ['occupation', 4],
  ['words', 3],
  ['employer', 2],
  ['placeNames', 2],
  ['content', 1],
];
/** A sound counts where a word begins with it. */
const SOUND_WORTH: typeof WORTH = [
  ['py', 8],
  ['ini', 8],
  ['words', 3],
  ['morePy', 3],
  ['moreIni', 3],
];
/** The very word of the taxonomy says more than a title that happens to hold the same signs (护工 in 养护工). */
const EXACT_WORD = 9;

/** Sum over the parts of a query and the places each stands in. */
function closeness(text: string): SQL<number> {
  const parts = text.toLowerCase().split(/\s+/);
  return sql<number>`(${sql.join(parts.flatMap(worths), sql` + `)})`;
}

function worths(part: string): SQL<number>[] {
  const latin = /^[\x20-\x7e]+$/.test(part);
  const standsIn = (name: keyof VacancyDocument & string, written: string, worth: number) =>
    sql<number>`case when strpos(lower(${field(name)}), ${written}) > 0 then ${worth}::int else 0 end`;
  return [
    ...(latin ? SOUND_WORTH : WORTH).map(([name, worth]) => standsIn(name, latin ? `"${part}` : part, worth)),
    standsIn('words', `"${part}"`, EXACT_WORD),
  ];
}

/** Every title, occupation word and employer of the vacancies that are searched. */
export async function namesOfOpenVacancies(db: Db): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select distinct name from ${vacancySearch}, lateral (
      select ${field('title')} as name union all select ${field('occupation')} union all select ${field('employer')}
      union all select jsonb_array_elements_text(${vacancySearch.document}->'words')) as named`);
  return rows.map(({ name }) => name);
}

/** Documents by id, in no order; what is closed, full or over is left out. */
export async function openDocumentsByIds(
  db: Db,
  ids: readonly string[],
  today: number,
): Promise<VacancyDocument[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ document: vacancySearch.document })
    .from(vacancySearch)
    .where(and(inArray(vacancySearch.vacancy, [...ids]), matching({ terms: [], today })));
  return rows.map((row) => row.document as VacancyDocument);
}

/**
 * Open vacancies like one: the same occupation, then the nearest in the classification, then the nearest pay.
 * Null when there is no such open vacancy.
 */
export async function similarDocuments(db: Db, id: string, size: number): Promise<VacancyDocument[] | null> {
  const [origin] = await db
    .select({
      occupation: vacancy.occupation,
      settlement: vacancy.settlement,
      monthlyMax: vacancy.monthlyMax,
    })
    .from(vacancy)
    .where(and(eq(vacancy.id, id), isOpenVacancy));
  if (!origin) return null;
  const ofSubgroup = await nearest(db, { id, ...origin }, SUBGROUP, size);
  // Those of the subgroup come first in the class too, and mostly they are enough.
  return ofSubgroup.length === size ? ofSubgroup : nearest(db, { id, ...origin }, CLASS, size);
}

type Origin = Pick<typeof vacancy.$inferSelect, 'id' | 'occupation' | 'settlement' | 'monthlyMax'>;

/** The nearest whose occupation code begins with the same characters; their documents are read last. */
async function nearest(
  db: Db,
  { id, occupation, settlement, monthlyMax }: Origin,
  shared: number,
  size: number,
): Promise<VacancyDocument[]> {
  const begins = (length: number) =>
    sql`left(${vacancy.occupation}, ${sql.raw(String(length))}) = ${occupation.slice(0, length)}`;
  const order = [
    sql`${vacancy.occupation} = ${occupation} desc`,
    sql`${begins(SUBGROUP)} desc`,
    sql`(${vacancy.settlement} is not distinct from ${settlement}) desc`,
    sql`abs(${vacancy.monthlyMax} - ${monthlyMax}::int)`,
    vacancy.id,
  ];
  const near = db
    .select({
      id: vacancy.id,
      rank: sql<number>`row_number() over (order by ${sql.join(order, sql`, `)})`.as('rank'),
    })
    .from(vacancy)
    .where(and(ne(vacancy.id, id), begins(shared), isOpenVacancy))
    .orderBy(...order)
    .limit(size)
    .as('near');
  const rows = await db
    .select({ document: vacancySearch.document })
    .from(near)
    .innerJoin(vacancySearch, eq(vacancySearch.vacancy, near.id))
    .orderBy(near.rank);
  return rows.map((row) => row.document as VacancyDocument);
}

/** Characters of an occupation code that name its 大类 and its 小类. */
const CLASS = 1;
const SUBGROUP = 7;
