import type { Settings } from 'meilisearch';
import { occupation } from '../codes/occupation.ts';
import { type VacancyKind, vacancyKind, type WorkForm } from '../codes/work.ts';
import { type HoursFacts, hoursText, isCareFriendly, type PayFacts, payText } from '../present/vacancy.ts';
import { pinyinTokens } from './pinyin.ts';
import { searchTerms } from './terms.ts';

/** What one published vacancy brings into the index; versions of all rows it was read from. */
export interface VacancySource extends HoursFacts, PayFacts {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly employer: string;
  readonly employerVerified: boolean;
  readonly kind: VacancyKind;
  readonly form: WorkForm;
  readonly occupation: string;
  readonly content: string;
  readonly place: string;
  readonly county: string | null;
  readonly settlement: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly placesLeft: number;
  readonly lodging: boolean;
  readonly meals: boolean;
  readonly insurance: boolean;
  readonly validUntil: string | null;
  readonly publishedAt: string | null;
}

export interface VacancyDocument {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly employer: string;
  readonly employerVerified: boolean;
  readonly occupation: string;
  readonly content: string;
  readonly py: readonly string[];
  readonly ini: readonly string[];
  readonly kind: VacancyKind;
  readonly form: WorkForm;
  readonly county: string | null;
  readonly settlement: string | null;
  readonly monthlyMin: number;
  readonly monthlyMax: number;
  readonly payBand: string;
  readonly care: boolean;
  readonly lodging: boolean;
  readonly meals: boolean;
  readonly insurance: boolean;
  readonly placesLeft: number;
  /** days since 1970, far future when open-ended */
  readonly lastDay: number;
  readonly validUntil: string | null;
  readonly publishedAt: number;
  readonly place: string;
  readonly pay: string;
  readonly hours: string;
  readonly _geo?: { readonly lat: number; readonly lng: number };
}

/** Pay bands people ask for, lowest monthly yuan of each. */
export const payBands = [0, 1000, 2000, 3000, 4000, 5000] as const;
export const payBandOf = (monthly: number) => String(payBands.findLast((floor) => monthly >= floor) ?? 0);
export const payBandLabel = (band: string) => (band === '0' ? '1000 元以下' : `${band} 元以上`);

export const OPEN_ENDED = 1_000_000;
export const dayNumber = (isoDay: string) => Math.floor(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000);

export function vacancyDocument(source: VacancySource): VacancyDocument {
  const names = namesOf(source);
  const tokens = names.map(pinyinTokens);
  return {
    id: source.id,
    version: source.version,
    title: source.title,
    employer: source.employer,
    employerVerified: source.employerVerified,
    occupation: labelOf(source.occupation),
    content: source.content,
    py: tokens.flatMap(({ py }) => py),
    ini: tokens.flatMap(({ ini }) => ini),
    kind: source.kind,
    form: source.form,
    county: source.county,
    settlement: source.settlement,
    monthlyMin: source.monthlyMin,
    monthlyMax: source.monthlyMax,
    payBand: payBandOf(source.monthlyMax),
    care: isCareFriendly(source),
    lodging: source.lodging,
    meals: source.meals,
    insurance: source.insurance,
    placesLeft: source.placesLeft,
    lastDay: source.validUntil === null ? OPEN_ENDED : dayNumber(source.validUntil),
    validUntil: source.validUntil,
    publishedAt: source.publishedAt === null ? 0 : Date.parse(source.publishedAt),
    place: source.place,
    pay: payText(source),
    hours: hoursText(source),
    ...(source.lat === null || source.lng === null ? {} : { _geo: { lat: source.lat, lng: source.lng } }),
  };
}

/** The same text for the database's own search. */
export const vacancyTerms = (source: VacancySource) =>
  searchTerms([...namesOf(source), source.content], namesOf(source));

const namesOf = (source: VacancySource) => [
  source.title,
  labelOf(source.occupation),
  vacancyKind.label(source.kind),
  source.employer,
];

const labelOf = (code: string) => (occupation.is(code) ? occupation.label(code) : code);

export const vacancySettings: Settings = {
  searchableAttributes: ['title', 'occupation', 'employer', 'content', 'ini', 'py'],
  filterableAttributes: [
    'kind',
    'form',
    'county',
    'settlement',
    'monthlyMax',
    'payBand',
    'care',
    'lodging',
    'placesLeft',
    'lastDay',
    '_geo',
  ],
  sortableAttributes: ['monthlyMax', 'publishedAt', '_geo'],
  // A sort somebody asked for is strict; otherwise relevance, and among equals the newer advertisement.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'publishedAt:desc'],
  localizedAttributes: [
    { attributePatterns: ['title', 'occupation', 'employer', 'content'], locales: ['cmn'] },
  ],
  // Initials are too short to forgive a typo: bj must not find dj.
  typoTolerance: { disableOnAttributes: ['ini'], minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  pagination: { maxTotalHits: 100_000 },
  faceting: { maxValuesPerFacet: 200 },
};
