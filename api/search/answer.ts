import type { VacancyDocument } from '#contract/search/vacancies.ts';

/** What either engine returns for one set of criteria; `found` is in the order to show. */
export interface Found {
  readonly found: readonly FoundVacancy[];
  readonly total: number;
  readonly facets: FacetCounts;
}

/** Counts by value; each facet ignores its own filter, so that people see what another choice would give. */
export interface FacetCounts {
  readonly kind: Readonly<Record<string, number>>;
  readonly form: Readonly<Record<string, number>>;
  readonly county: Readonly<Record<string, number>>;
  /** by pay band, not yet summed up */
  readonly payBand: Readonly<Record<string, number>>;
  readonly care: number;
  readonly lodging: number;
}

/** What a card shows of a document; the words it is found by stay where they are. */
export const foundFields = [
  'id',
  'title',
  'employer',
  'employerVerified',
  'answerRate',
  'kind',
  'form',
  'pay',
  'monthlyMin',
  'monthlyMax',
  'place',
  'settlement',
  'hours',
  'placesLeft',
  'lodging',
  'meals',
  'care',
  'insurance',
  'validUntil',
] as const;

export type FoundVacancy = Pick<VacancyDocument, (typeof foundFields)[number]>;
