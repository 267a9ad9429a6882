import type { Settings } from 'meilisearch';
import { certificate } from '../codes/person.ts';
import { skillName } from '../codes/skill.ts';
import { pinyinTokens } from './pinyin.ts';

/** One labourer's skills. No name, phone, ID, health, care or poverty status enters the index. */
export interface WorkerSource {
  readonly id: string;
  readonly version: string;
  readonly skills: readonly string[];
  readonly certificates: readonly string[];
  readonly wishOccupations: readonly string[];
  readonly seeking: boolean;
  readonly zeroEmployment: boolean;
  readonly settlement: string;
  /** codes from the province down to the grid */
  readonly regions: readonly string[];
}

export interface WorkerDocument {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly version: string;
  readonly skills: readonly string[];
  readonly skillNames: readonly string[];
  readonly certificateNames: readonly string[];
  readonly wishNames: readonly string[];
  readonly py: readonly string[];
  readonly ini: readonly string[];
  readonly seeking: boolean;
  readonly zeroEmployment: boolean;
  readonly settlement: string;
  readonly regions: readonly string[];
}

export function workerDocument(source: WorkerSource): WorkerDocument {
  const skillNames = source.skills.map(skillName);
  const tokens = skillNames.map(pinyinTokens);
  return {
    id: source.id,
    version: source.version,
    skills: source.skills,
    skillNames,
    certificateNames: source.certificates.map((code) =>
      certificate.is(code) ? certificate.label(code) : code,
    ),
    wishNames: source.wishOccupations.map(skillName),
    py: tokens.flatMap(({ py }) => py),
    ini: tokens.flatMap(({ ini }) => ini),
    seeking: source.seeking,
    zeroEmployment: source.zeroEmployment,
    settlement: source.settlement,
    regions: source.regions,
  };
}

export const workerSettings: Settings = {
  searchableAttributes: ['skillNames', 'certificateNames', 'wishNames', 'ini', 'py'],
  filterableAttributes: ['skills', 'seeking', 'zeroEmployment', 'settlement', 'regions'],
  sortableAttributes: [],
  localizedAttributes: [
    { attributePatterns: ['skillNames', 'certificateNames', 'wishNames'], locales: ['cmn'] },
  ],
  typoTolerance: { disableOnAttributes: ['ini'], minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  pagination: { maxTotalHits: 200_000 },
  faceting: { maxValuesPerFacet: 200 },
};
