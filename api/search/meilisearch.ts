import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import { searchIndexes } from '#contract/search/index.ts';
import { isChinese, waysToSay } from '#contract/search/query.ts';
import type { VacancyDocument } from '#contract/search/vacancies.ts';
import type { FacetCounts, Found } from './answer.ts';
import { type Criteria, type FilterKey, type Filters, without } from './criteria.ts';

/** One way to say the query; earlier ways are more exact. */
type Wording = Pick<MultiSearchQuery, 'q' | 'attributesToSearchOn'>;

const FACETS: Record<'kind' | 'form' | 'county' | 'pay' | 'care' | 'lodging', string> = {
  kind: 'kind',
  form: 'form',
  county: 'county',
  pay: 'payBand',
  care: 'care',
  lodging: 'lodging',
};

/** Vacancies by the search engine: page and facets in one round, after a round that picks the wording. */
export async function searchByEngine(client: Meilisearch, criteria: Criteria): Promise<Found> {
  const wording = await firstThatHits(client, criteria);
  return wording ? pageOf(client, criteria, wording) : empty;
}

/** The first wording with a hit. */
async function firstThatHits(client: Meilisearch, criteria: Criteria): Promise<Wording | undefined> {
  const ways = wordings(criteria.text);
  if (ways.length === 1) return ways[0];
  const { results } = await client.multiSearch({
    queries: ways.map((way) => ({ ...base(criteria.filters, criteria.today), ...way, hitsPerPage: 1 })),
  });
  return ways[results.findIndex((result) => (result.totalHits ?? 0) > 0)];
}

/** As a phrase first, so that 保洁 is not 保 and 洁 apart. A sound is looked for among sounds only. */
function wordings(text: string | undefined): Wording[] {
  const ways = waysToSay(text ?? '');
  if (ways.length === 0) return [{ q: '' }];
  const spoken = isChinese(ways[0] as string);
  return ways.flatMap((way): Wording[] => {
    if (isChinese(way)) return [{ q: `"${way}"` }, { q: way }];
    return [spoken ? { q: way, attributesToSearchOn: ['py', 'morePy'] } : { q: way }];
  });
}

async function pageOf(client: Meilisearch, criteria: Criteria, wording: Wording): Promise<Found> {
  const { filters, today, page, size } = criteria;
  const narrowed = (Object.keys(FACETS) as (keyof typeof FACETS)[]).filter(
    (key) => filters[key] !== undefined,
  );
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, VacancyDocument>({
    queries: [
      {
        ...base(filters, today),
        ...wording,
        facets: Object.values(FACETS),
        page,
        hitsPerPage: size,
        ...sorted(criteria),
      },
      ...narrowed.map((key) => ({
        ...base(without(filters, key), today),
        ...wording,
        facets: [FACETS[key]],
        limit: 0,
      })),
    ],
  });
  const [main, ...own] = results;
  const counts = { ...main?.facetDistribution };
  own.forEach((result) => {
    Object.assign(counts, result.facetDistribution);
  });
  return {
    found: main?.hits ?? [],
    total: main?.totalHits ?? 0,
    facets: {
      kind: counts.kind ?? {},
      form: counts.form ?? {},
      county: counts.county ?? {},
      payBand: counts.payBand ?? {},
      care: counts.care?.true ?? 0,
      lodging: counts.lodging?.true ?? 0,
    },
  };
}

const base = (filters: Filters, today: number) => ({
  indexUid: searchIndexes.vacancies.uid,
  matchingStrategy: 'all' as const,
  filter: ['placesLeft > 0', `lastDay >= ${today}`, ...expressions(filters)],
});

const quote = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const oneOf = (field: string, values: readonly string[]) => `${field} IN [${values.map(quote).join(', ')}]`;

function expressions(filters: Filters): string[] {
  const written: { [K in FilterKey]: (value: NonNullable<Filters[K]>) => string } = {
    kind: (values) => oneOf('kind', values),
    form: (values) => oneOf('form', values),
    pay: (floor) => `monthlyMax >= ${floor}`,
    settlements: (codes) => `(${oneOf('settlement', codes)} OR kind = home_work)`,
    care: () => 'care = true',
    lodging: () => 'lodging = true',
    county: (code) => `county = ${quote(code)}`,
  };
  return (Object.keys(filters) as FilterKey[]).map((key) =>
    (written[key] as (value: unknown) => string)(filters[key]),
  );
}

function sorted({ sort, origin }: Criteria): { sort?: string[] } {
  if (sort === 'pay') return { sort: ['monthlyMax:desc'] };
  if (sort === 'new') return { sort: ['publishedAt:desc'] };
  if (sort === 'near' && origin) return { sort: [`_geoPoint(${origin.lat}, ${origin.lng}):asc`] };
  return {};
}

const noCounts: FacetCounts = { kind: {}, form: {}, county: {}, payBand: {}, care: 0, lodging: 0 };
const empty: Found = { found: [], total: 0, facets: noCounts };
