import { searchIndexNames } from '#contract/search/index.ts';
import { openDb, openSearch } from '#platform/connections.ts';
import { fail, ok, onStack, warn } from '#platform/doctor/check.ts';
import { drifted, searchDrift } from '../workers/handlers/searchDrift.ts';

/** Compares every search document with the row it was made from. It stands here because platform knows no workers. */
export const driftCheck = onStack('索引一致', async ({ DATABASE_URL, MEILI_URL, MEILI_MASTER_KEY }) => {
  const { db, close } = openDb(DATABASE_URL, { pool: 2 });
  const { client } = openSearch(MEILI_URL, MEILI_MASTER_KEY, { timeout: 30_000 });
  try {
    const drifts = await Promise.all(searchIndexNames.map((index) => searchDrift(db, client, index)));
    const text = drifts
      .map((drift) => `${drift.index} ${drift.expected} 条，差 ${drifted(drift)} 条`)
      .join(';');
    const share = Math.max(...drifts.map((drift) => drifted(drift) / Math.max(drift.expected, 1)));
    if (share === 0) return ok(text);
    // A few are on their way through the queue at any time; many mean that syncing stands still.
    return share < 0.01 ? warn(`${text}，通常几秒内补齐`) : fail(`${text}，请执行 npm run search:rebuild`);
  } finally {
    await close();
  }
});
