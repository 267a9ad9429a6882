import { setTimeout as pause } from 'node:timers/promises';
import type { Meilisearch } from 'meilisearch';
import { searchIndexes, searchIndexNames } from '#contract/search/index.ts';
import type { Db } from '#drizzle/db.ts';
import { buildersOf } from '../workers/handlers/searchBuilders.ts';
import { drifted, searchDrift } from '../workers/handlers/searchDrift.ts';

const PAGE = 2_000;
/** Milliseconds between looks whether the worker has rebuilt the indexes, and how long somebody waits for it. */
const LOOK = 500;
const PATIENCE = 180_000;

/**
 * Takes the search from the old world: the engine's indexes go, so that PostgreSQL answers from the new one, and the
 * pages say so, until the worker has built them anew. Inside the transaction that replaces the world.
 */
export async function handOverSearch(db: Db, client: Meilisearch): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const built = await buildersOf('vacancies').page(db, { after, size: PAGE });
    if (built.documents.length === 0) break;
    await built.saveFallback(db);
    after = built.documents.at(-1)?.id;
  }
  // An index that is not there fails its task, which is as good.
  for (const name of searchIndexNames)
    await client.deleteIndex(searchIndexes[name].uid).waitTask({ timeout: PATIENCE });
}

/** Waits until every index holds the new world. @returns false when no worker has built them in time */
export async function untilSearchable(db: Db, client: Meilisearch): Promise<boolean> {
  const deadline = performance.now() + PATIENCE;
  const holds = (name: (typeof searchIndexNames)[number]) =>
    searchDrift(db, client, name).then(
      (drift) => drifted(drift) === 0,
      () => false, // not there yet
    );
  while (performance.now() < deadline) {
    if ((await Promise.all(searchIndexNames.map(holds))).every(Boolean)) return true;
    await pause(LOOK);
  }
  return false;
}
