import type { Meilisearch } from 'meilisearch';
import { occupation } from '#contract/codes/occupation.ts';
import { searchIndexes } from '#contract/search/index.ts';
import { pinyinTokens, soundOf, toPinyin } from '#contract/search/pinyin.ts';
import type { Db } from '#drizzle/db.ts';
import type { Scope } from '#drizzle/queries/scope.ts';
import { countWorkers, searchWorkerIds } from '#drizzle/queries/workers.ts';

export interface WorkerCriteria {
  readonly text: string | undefined;
  readonly skills: readonly string[];
  readonly seeking: boolean | undefined;
  readonly zero: boolean | undefined;
  readonly region: { readonly code: string } & Scope;
  readonly page: number;
  readonly size: number;
}

/** Ids in the order to show; the database decides who of them may be shown. */
export interface FoundWorkers {
  readonly ids: readonly string[];
  readonly total: number;
  readonly skill: Readonly<Record<string, number>>;
  readonly settlement: Readonly<Record<string, number>>;
}

const FACETS = ['skills', 'settlement'];

export async function workersByEngine(client: Meilisearch, criteria: WorkerCriteria): Promise<FoundWorkers> {
  const { text, skills, seeking, zero, region, page, size } = criteria;
  const filter = [
    `regions = "${region.code}"`,
    ...(skills.length > 0 ? [skills.map((code) => `skills = "${code.replaceAll(/["\\]/g, '')}"`)] : []),
    ...(seeking === undefined ? [] : [`seeking = ${seeking}`]),
    ...(zero === undefined ? [] : [`zeroEmployment = ${zero}`]),
  ];
  const index = client.index<{ id: string }>(searchIndexes.workers.uid);
  const ask = (q: string, attributesToSearchOn?: string[]) =>
    index.search(q, {
      filter,
      facets: FACETS,
      page,
      hitsPerPage: size,
      matchingStrategy: 'all',
      attributesToRetrieve: ['id'],
      ...(attributesToSearchOn && { attributesToSearchOn }),
    });
  const asked = await ask(text ?? '');
  const sound = asked.totalHits === 0 && text ? soundOf(text) : undefined;
  const { hits, totalHits, facetDistribution } = sound ? await ask(sound, ['py']) : asked;
  return {
    ids: hits.map(({ id }) => id),
    total: totalHits,
    skill: facetDistribution?.skills ?? {},
    settlement: facetDistribution?.settlement ?? {},
  };
}

export async function workersByDatabase(db: Db, criteria: WorkerCriteria): Promise<FoundWorkers> {
  const { text, seeking, zero, region, page, size } = criteria;
  const named = text ? occupationsNamed(text) : [];
  const nothing = { ids: [], total: 0, skill: {}, settlement: {} };
  if (text && named.length === 0) return nothing;
  const wanted = [criteria.skills, named].filter((codes) => codes.length > 0);
  const conditions = { wanted, seeking, zero };
  const [ids, counts] = await Promise.all([
    searchWorkerIds(db, region, conditions, { page, size }),
    countWorkers(db, region, conditions),
  ]);
  return { ids, ...counts };
}

/** Occupations whose name, pinyin or initials hold the text. */
function occupationsNamed(text: string): string[] {
  const sound = toPinyin(text);
  return occupation.values.filter((code) => {
    const name = occupation.label(code);
    const { py, ini } = pinyinTokens(name);
    return name.includes(text) || [...py, ...ini].some((token) => sound !== '' && token.startsWith(sound));
  });
}
