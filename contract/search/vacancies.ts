import type { Settings } from 'meilisearch';
import { occupation } from '../codes/occupation.ts';
import { type VacancyKind, vacancyKind, type WorkForm } from '../codes/work.ts';
import { type HoursFacts, hoursText, isCareFriendly, type PayFacts, payText } from '../present/vacancy.ts';
import { pinyinTokens, toPinyin } from './pinyin.ts';
import { searchTerms } from './terms.ts';

/** What one published vacancy brings into the index; versions of all rows it was read from. */
export interface VacancySource extends HoursFacts, PayFacts {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly employer: string;
  readonly employerVerified: boolean;
  /** 0–100, null while unknown */
  readonly answerRate: number | null;
  readonly kind: VacancyKind;
  readonly form: WorkForm;
  readonly occupation: string;
  /** how people say the occupation: the taxonomy's words in force */
  readonly words: readonly string[];
  readonly content: string;
  readonly place: string;
  /** names by which people ask for the place: settlement, address, county */
  readonly placeNames: readonly string[];
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
  readonly answerRate: number | null;
  /** 1, or 0 for employers who mostly leave people without an answer: they come last among equals */
  readonly answering: 0 | 1;
  readonly occupation: string;
  readonly words: readonly string[];
  readonly placeNames: readonly string[];
  readonly content: string;
  /** sound and initials of the title */
  readonly py: readonly string[];
  readonly ini: readonly string[];
  /** sound and initials of everything else with a name: occupation, kind, employer, places; sound of words */
  readonly morePy: readonly string[];
  readonly moreIni: readonly string[];
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

/** Percent of answers in time below which an employer counts as silent. */
const SILENT_BELOW = 50;

export const OPEN_ENDED = 1_000_000;
export const dayNumber = (isoDay: string) => Math.floor(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000);

export function vacancyDocument(source: VacancySource): VacancyDocument {
  const { py, ini } = pinyinTokens(source.title);
  const more = othersOf(source).map(pinyinTokens);
  return {
    id: source.id,
    version: source.version,
    title: source.title,
    employer: source.employer,
    employerVerified: source.employerVerified,
    answerRate: source.answerRate,
    answering: (source.answerRate ?? 100) < SILENT_BELOW ? 0 : 1,
    occupation: labelOf(source.occupation),
    words: source.words,
    placeNames: source.placeNames,
    content: source.content,
    py,
    ini,
    morePy: [...more.flatMap(({ py }) => py), ...source.words.map(toPinyin)],
    moreIni: more.flatMap(({ ini }) => ini),
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
export const vacancyTerms = (source: VacancySource) => {
  const named = [source.title, ...othersOf(source)];
  return searchTerms({
    texts: [...named, ...source.words, source.content],
    named,
    sounded: source.words,
  });
};

const othersOf = (source: VacancySource) => [
  labelOf(source.occupation),
  vacancyKind.label(source.kind),
  source.employer,
  // Whole and in parts: nobody types 广东省 before 东莞.
  ...source.placeNames.flatMap((name) => [name, ...name.split(/(?<=[省市区县镇])/)]),
];

const labelOf = (code: string) => (occupation.is(code) ? occupation.label(code) : code);

export const vacancySettings: Settings = {
  searchableAttributes: [
    'title',
    'occupation',
    'words',
    'employer',
    'placeNames',
    'content',
    'ini',
    'py',
    'morePy',
    'moreIni',
  ],
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
  // A sort somebody asked for is strict; otherwise relevance, and among equals who answers, then the newer one.
  rankingRules: [
    'sort',
    'words',
    'typo',
    'proximity',
    'attribute',
    'exactness',
    'answering:desc',
    'publishedAt:desc',
  ],
  localizedAttributes: [
    {
      attributePatterns: ['title', 'occupation', 'words', 'employer', 'placeNames', 'content'],
      locales: ['cmn'],
    },
  ],
  // Initials are too short to forgive a typo: bj must not find dj.
  typoTolerance: {
    disableOnAttributes: ['ini', 'moreIni'],
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
  },
  pagination: { maxTotalHits: 100_000 },
  faceting: { maxValuesPerFacet: 200 },
};
