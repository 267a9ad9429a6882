import type { Meilisearch } from 'meilisearch';
import { type VacancyKind, vacancyKind, type WorkForm, workForm } from '#contract/codes/work.ts';
import type { VacancyCard, VacancyPage, VacancyQuery } from '#contract/routes/vacancies.ts';
import { payBandLabel, payBands } from '#contract/search/vacancies.ts';
import type { Db } from '#drizzle/db.ts';
import { bulkhead } from '../bulkhead.ts';
import { keep } from '../remember.ts';
import type { FacetCounts, Found, FoundVacancy } from './answer.ts';
import {
  type Criteria,
  criteriaOf,
  filterKeys,
  filterNames,
  givingWay,
  nameOf,
  without,
} from './criteria.ts';
import { searchByDatabase } from './database.ts';
import { listed } from './facets.ts';
import { withFallback } from './fallback.ts';
import { searchByEngine } from './meilisearch.ts';
import type { Places } from './places.ts';

/** More searches at once only slow each other down, until the engine seems to be away. */
const AT_ONCE = 16;
/** Two cores are done with so many in a quarter of a second. */
const WAITING = 80;

export interface VacancySearch {
  /** `today` is an ISO day; throws when the database is away too. @throws Problem unavailable when overrun */
  search(query: VacancyQuery, today: string): Promise<VacancyPage>;
}

export interface VacancySearchParts {
  readonly db: Db;
  readonly client: Meilisearch;
  readonly places: Places;
  readonly onEngineAway: (error: unknown) => void;
}

export function openVacancySearch({ db, client, places, onEngineAway }: VacancySearchParts): VacancySearch {
  const ask = withFallback(
    (criteria: Criteria) => searchByEngine(client, criteria),
    (criteria: Criteria) => searchByDatabase(db, criteria),
    onEngineAway,
  );
  // The list of everything is what most ask for, and what every search without a hit ends in.
  const kept = keep<string, Found & { degraded: boolean }>({ seconds: 0.5 });
  const admit = bulkhead({ atOnce: AT_ONCE, waiting: WAITING });
  const find = (criteria: Criteria) => kept(nameOf(criteria), () => admit(() => ask(criteria)));

  return {
    async search(query, today) {
      const asked = await criteriaOf(query, places, today);
      const counties = await places.counties();
      for (const { criteria, widened } of attempts(asked)) {
        const found = await find(criteria);
        if (found.total > 0) return present(found, criteria, widened, counties);
      }
      return present(await find(asked), asked, null, counties);
    },
  };
}

/** As asked; then without one filter, the least missed first; then without any; then without the words. */
function* attempts(asked: Criteria): Generator<{ criteria: Criteria; widened: string | null }> {
  yield { criteria: asked, widened: null };
  const first = { ...asked, page: 1 };
  const keys = filterKeys(asked.filters);
  for (const key of givingWay.filter((candidate) => keys.includes(candidate))) {
    yield {
      criteria: { ...first, filters: without(asked.filters, key) },
      widened: `没有完全合适的。不限“${filterNames[key]}”，找到这些：`,
    };
  }
  if (keys.length > 1) {
    yield { criteria: { ...first, filters: {} }, widened: '没有完全合适的。去掉筛选条件，找到这些：' };
  }
  if (asked.text) {
    yield {
      criteria: { ...first, filters: {}, text: undefined },
      widened: `没有找到“${asked.text}”的岗位。先看看这些：`,
    };
  }
}

function present(
  { found, total, facets, degraded }: Found & { degraded: boolean },
  { page, size, minutes }: Criteria,
  widened: string | null,
  counties: ReadonlyMap<string, string>,
): VacancyPage {
  return {
    items: found.map((item) => card(item, minutes)),
    total,
    page,
    size,
    facets: {
      kind: listed(facets.kind, (code) => vacancyKind.label(code as VacancyKind)),
      form: listed(facets.form, (code) => workForm.label(code as WorkForm)),
      county: listed(facets.county, (code) => counties.get(code) ?? code),
      pay: summed(facets),
      care: facets.care,
      lodging: facets.lodging,
    },
    widened,
    degraded,
  };
}

export function card(item: FoundVacancy, minutes: ReadonlyMap<string, number> | undefined): VacancyCard {
  return {
    id: item.id,
    title: item.title,
    employer: item.employer,
    employerVerified: item.employerVerified,
    answerRate: item.answerRate,
    kind: item.kind as VacancyKind,
    kindLabel: vacancyKind.label(item.kind as VacancyKind),
    formLabel: workForm.label(item.form as WorkForm),
    pay: item.pay,
    monthlyMin: item.monthlyMin,
    monthlyMax: item.monthlyMax,
    place: item.place,
    minutes: item.kind === 'home_work' && minutes ? 0 : (minutes?.get(item.settlement ?? '') ?? null),
    hours: item.hours,
    placesLeft: item.placesLeft,
    lodging: item.lodging,
    meals: item.meals,
    careFriendly: item.care,
    insurance: item.insurance,
    validUntil: item.validUntil,
  };
}

/** "3000 元以上" counts every band from 3000 on. */
const summed = ({ payBand }: FacetCounts) =>
  payBands
    .filter((floor) => floor > 0)
    .map((floor) => ({
      value: String(floor),
      label: payBandLabel(String(floor)),
      count: Object.entries(payBand).reduce(
        (sum, [band, count]) => (Number(band) >= floor ? sum + count : sum),
        0,
      ),
    }));
