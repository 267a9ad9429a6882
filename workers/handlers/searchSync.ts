import type { Meilisearch } from 'meilisearch';
import type { JobPayload } from '#contract/jobs.ts';
import { searchIndexes } from '#contract/search/index.ts';
import type { Db } from '#drizzle/db.ts';
import { type Built, buildersOf } from './searchBuilders.ts';

/** Documents may move while they are sent; this many rounds settle all but a row changed without pause. */
const ROUNDS = 5;

/**
 * Brings the documents of some rows up to date, in the index and in the database's own search.
 * Two syncs of one row may overtake each other, so after sending, the rows are read again and sent again
 * until nothing moved: Meilisearch applies tasks in the order they arrive, hence the last one sent is the newest.
 * Throws when Meilisearch is away, so that the queue tries again; the fallback terms are written by then.
 */
export async function syncDocuments(
  db: Db,
  client: Meilisearch,
  { index, ids }: JobPayload<'search.sync'>,
  uid: string = searchIndexes[index].uid,
): Promise<void> {
  let sent = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const built = await buildersOf(index).byIds(db, ids);
    const moved = built.documents.filter(({ id, version }) => sent.get(id) !== version);
    const gone = round === 0 ? missing(ids, built) : missing([...sent.keys()], built);
    if (moved.length === 0 && gone.length === 0) return;
    await built.saveFallback(db, ids);
    if (moved.length > 0) await client.index(uid).addDocuments([...moved], { primaryKey: 'id' });
    if (gone.length > 0) await client.index(uid).deleteDocuments(gone);
    sent = new Map(built.documents.map(({ id, version }) => [id, version]));
  }
}

const missing = (ids: readonly string[], { documents }: Built) => {
  const found = new Set(documents.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
};
