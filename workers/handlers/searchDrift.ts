import type { Meilisearch } from 'meilisearch';
import { type SearchIndex, searchIndexes } from '#contract/search/index.ts';
import type { Db } from '#drizzle/db.ts';
import { buildersOf } from './searchBuilders.ts';

const PAGE = 10_000;

export interface Drift {
  readonly index: SearchIndex;
  readonly expected: number;
  /** in the database, not in the index */
  readonly missing: readonly string[];
  /** in the index in another version */
  readonly stale: readonly string[];
  /** in the index, not in the database */
  readonly surplus: readonly string[];
}

export const drifted = ({ missing, stale, surplus }: Drift) => missing.length + stale.length + surplus.length;

/** Compares id and version of every document with the rows they came from. */
export async function searchDrift(
  db: Db,
  client: Meilisearch,
  index: SearchIndex,
  uid: string = searchIndexes[index].uid,
): Promise<Drift> {
  const [expected, found] = await Promise.all([buildersOf(index).versions(db), indexedVersions(client, uid)]);
  const missing = [...expected.keys()].filter((id) => !found.has(id));
  const stale = [...expected]
    .filter(([id, version]) => found.has(id) && found.get(id) !== version)
    .map(([id]) => id);
  const surplus = [...found.keys()].filter((id) => !expected.has(id));
  return { index, expected: expected.size, missing, stale, surplus };
}

async function indexedVersions(client: Meilisearch, uid: string): Promise<Map<string, string>> {
  const versions = new Map<string, string>();
  for (let offset = 0; ; offset += PAGE) {
    const page = await client
      .index<{ id: string; version: string }>(uid)
      .getDocuments({ offset, limit: PAGE, fields: ['id', 'version'] });
    for (const { id, version } of page.results) versions.set(id, version);
    if (page.results.length < PAGE) return versions;
  }
}
