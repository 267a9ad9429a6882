import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import { searchIndexes } from '#contract/search/index.ts';
import { isChinese, waysToSay } from '#contract/search/query.ts';
import { type Found, type FoundVacancy, foundFields } from './answer.ts';
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

/** Vacancies by the search engine: page and facets in one round; more rounds when the first wording hits nothing. */
export async function searchByEngine(client: Meilisearch, criteria: Criteria): Promise<Found> {
  const [asWritten, ...others] = wordings(criteria.text);
  const found = await pageOf(client, criteria, asWritten);
  if (found.total > 0 || others.length === 0) return found;
  const wording = await firstThatHits(client, criteria, others);
  return wording ? pageOf(client, criteria, wording) : found;
}

/** The first wording with a hit. */
async function firstThatHits(
  client: Meilisearch,
  criteria: Criteria,
  ways: readonly Wording[],
): Promise<Wording | undefined> {
  const { results } = await client.multiSearch({
    queries: ways.map((way) => ({
      ...base(criteria.filters, criteria.today),
      ...way,
      limit: 1,
      attributesToRetrieve: ['id'],
    })),
  });
  return ways[results.findIndex(({ hits }) => hits.length > 0)];
}

/** As a phrase first, so that 保洁 is not 保 and 洁 apart. A sound is looked for among sounds only. */
function wordings(text: string | undefined): [Wording, ...Wording[]] {
  const ways = waysToSay(text ?? '');
  if (ways.length === 0) return [{ q: '' }];
  const spoken = isChinese(ways[0] as string);
  return ways.flatMap((way): Wording[] => {
    if (isChinese(way)) return [{ q: `"${way}"` }, { q: way }];
    return [spoken ? { q: way, attributesToSearchOn: ['py', 'morePy'] } : { q: way }];
  }) as [Wording, ...Wording[]];
}

async function pageOf(client: Meilisearch, criteria: Criteria, wording: Wording): Promise<Found> {
  const { filters, today, page, size } = criteria;
  const narrowed = (Object.keys(FACETS) as (keyof typeof FACETS)[]).filter(
    (key) => filters[key] !== undefined,
  );
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, FoundVacancy>({
    queries: [
      {
        ...base(filters, today),
        ...wording,
        facets: Object.values(FACETS),
        attributesToRetrieve: [...foundFields],
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
