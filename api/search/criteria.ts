import type { VacancyQuery } from '#contract/routes/vacancies.ts';
import { dayNumber } from '#contract/search/vacancies.ts';
import type { Places } from './places.ts';

/** What a seeker asked for, resolved: the same for Meilisearch and for the database. */
export interface Criteria {
  readonly text: string | undefined;
  readonly filters: Filters;
  readonly origin: { readonly lat: number; readonly lng: number } | undefined;
  /** minutes from the chosen settlement to every settlement one can reach daily */
  readonly minutes: ReadonlyMap<string, number> | undefined;
  readonly sort: NonNullable<VacancyQuery['sort']>;
  readonly page: number;
  readonly size: number;
  /** days since 1970: older advertisements are over */
  readonly today: number;
}

export interface Filters {
  readonly kind?: readonly string[];
  readonly form?: readonly string[];
  /** yuan a month, at least */
  readonly pay?: number;
  /** settlements within the wished journey; work at home always is */
  readonly settlements?: readonly string[];
  readonly care?: true;
  readonly lodging?: true;
  readonly county?: string;
}

export type FilterKey = keyof Filters;

/** Least missed first: the order in which filters give way when nothing matches. */
export const givingWay: readonly FilterKey[] = [
  'settlements',
  'pay',
  'form',
  'kind',
  'county',
  'lodging',
  'care',
];

export const filterNames: Record<FilterKey, string> = {
  settlements: '路程',
  pay: '工资',
  form: '工作形式',
  kind: '岗位类型',
  county: '地区',
  lodging: '包住',
  care: '能顾家',
};

export async function criteriaOf(query: VacancyQuery, places: Places, today: string): Promise<Criteria> {
  const minutes = query.from ? await places.minutesFrom(query.from) : undefined;
  const origin = query.from ? (await places.settlements()).get(query.from) : undefined;
  const reach = query.minutes;
  const filters: Filters = {
    ...(query.kind.length > 0 && { kind: query.kind }),
    ...(query.form.length > 0 && { form: query.form }),
    ...(query.pay && { pay: query.pay }),
    ...(minutes &&
      reach && { settlements: [...minutes].filter(([, m]) => m <= reach).map(([code]) => code) }),
    ...(query.care && { care: true as const }),
    ...(query.lodging && { lodging: true as const }),
    ...(query.county && { county: query.county }),
  };
  return {
    text: query.q || undefined,
    filters,
    origin,
    minutes,
    // Who asks for nothing but says from where is served best by what is near.
    sort: query.sort ?? (query.from && !query.q ? 'near' : 'relevance'),
    page: query.page,
    size: query.size,
    today: dayNumber(today),
  };
}

/** The same for the same question; the minutes follow from the origin. */
export const nameOf = (criteria: Criteria): string => JSON.stringify({ ...criteria, minutes: undefined });

export function without(filters: Filters, key: FilterKey): Filters {
  const { [key]: _, ...rest } = filters;
  return rest;
}

export const filterKeys = (filters: Filters) => Object.keys(filters) as FilterKey[];
