import { randomUUID } from 'node:crypto';
import type { Meilisearch } from 'meilisearch';
import { type SearchIndex, searchIndexes, searchIndexNames } from '#contract/search/index.ts';
import type { Db } from '#drizzle/db.ts';
import { dropStaleFallbackRows } from '#drizzle/queries/searchSources.ts';
import { meiliCode } from '#platform/meiliHttp.ts';
import { buildersOf } from './searchBuilders.ts';
import { drifted, searchDrift } from './searchDrift.ts';
import { syncDocuments } from './searchSync.ts';

const PAGE = 2_000;
/** Milliseconds one indexing task may take. */
const TASK = { timeout: 300_000 };
/** Rounds of catching up with what changed while the new index was filled. */
const CATCH_UP = 5;

/**
 * Builds an index anew beside the live one, proves it equal to the database, and swaps: readers never see a gap.
 * A swap does not move tasks already queued for the live index, so what changed meanwhile is compared and
 * sent once more after the swap.
 * @throws when the new index still differs after several rounds; the live index is then untouched
 */
export async function rebuildIndex(db: Db, client: Meilisearch, index: SearchIndex | 'all'): Promise<void> {
  for (const name of index === 'all' ? searchIndexNames : [index]) await rebuildOne(db, client, name);
}

async function rebuildOne(db: Db, client: Meilisearch, index: SearchIndex): Promise<void> {
  const { uid, settings } = searchIndexes[index];
  const fresh = `${uid}_${randomUUID().slice(0, 8)}`;
  await client.createIndex(fresh, { primaryKey: 'id' }).waitTask(TASK);
  try {
    await client.index(fresh).updateSettings(settings).waitTask(TASK);
    await fill(db, client, index, fresh);
    await catchUp(db, client, index, fresh);
    await ensureIndex(client, uid);
    await client.swapIndexes([{ indexes: [uid, fresh], rename: false }]).waitTask(TASK);
    await catchUp(db, client, index, uid);
    if (index === 'vacancies') await dropStaleFallbackRows(db);
  } finally {
    // After a swap this is the old index, before it a failed new one.
    await client.deleteIndex(fresh).waitTask(TASK);
  }
}

async function fill(db: Db, client: Meilisearch, index: SearchIndex, uid: string): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const built = await buildersOf(index).page(db, { after, size: PAGE });
    if (built.documents.length === 0) break;
    await built.saveFallback(db);
    await client.index(uid).addDocuments([...built.documents], { primaryKey: 'id' });
    after = built.documents.at(-1)?.id;
  }
  await settle(client, uid);
}

async function catchUp(db: Db, client: Meilisearch, index: SearchIndex, uid: string): Promise<void> {
  for (let round = 0; round < CATCH_UP; round += 1) {
    const drift = await searchDrift(db, client, index, uid);
    if (drifted(drift) === 0) return;
    const ids = [...drift.missing, ...drift.stale, ...drift.surplus];
    for (let at = 0; at < ids.length; at += PAGE) {
      await syncDocuments(db, client, { index, ids: ids.slice(at, at + PAGE) }, uid);
    }
    await settle(client, uid);
  }
  throw new Error(`index ${uid} still differs from the database after ${CATCH_UP} rounds`);
}

/** Waits until the index has applied everything it was sent. Tasks of one index run in order. */
async function settle(client: Meilisearch, uid: string): Promise<void> {
  const { results } = await client.tasks.getTasks({ indexUids: [uid], limit: 1 });
  const newest = results[0];
  if (newest) await client.tasks.waitForTask(newest.uid, TASK);
}

/** A swap needs both sides. */
async function ensureIndex(client: Meilisearch, uid: string): Promise<void> {
  try {
    await client.getRawIndex(uid);
  } catch (error) {
    if (meiliCode(error) !== 'index_not_found') throw error;
    await client.createIndex(uid, { primaryKey: 'id' }).waitTask(TASK);
  }
}

/** Nightly: says what differs, then mends it row by row. */
export async function reconcileIndexes(
  db: Db,
  client: Meilisearch,
  report: (counts: { index: SearchIndex; missing: number; stale: number; surplus: number }) => void,
): Promise<void> {
  for (const index of searchIndexNames) {
    const { missing, stale, surplus } = await searchDrift(db, client, index);
    report({ index, missing: missing.length, stale: stale.length, surplus: surplus.length });
    const ids = [...missing, ...stale, ...surplus];
    for (let at = 0; at < ids.length; at += PAGE) {
      await syncDocuments(db, client, { index, ids: ids.slice(at, at + PAGE) });
    }
  }
}
