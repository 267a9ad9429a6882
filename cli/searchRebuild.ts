import { parseArgs } from 'node:util';
import { searchIndexNames } from '#contract/search/index.ts';
import { openDb, openSearch } from '#platform/connections.ts';
import { readEnv } from '#platform/env.ts';
import { rebuildIndex } from '../workers/handlers/searchRebuild.ts';

/** `npm run search:rebuild [-- --index vacancies|workers]`: builds beside the live index, proves it, swaps. */
const { values } = parseArgs({ options: { index: { type: 'string' } } });
const chosen = searchIndexNames.filter((name) => values.index === undefined || values.index === name);
if (chosen.length === 0) {
  console.error(`没有这个索引：${values.index}（可用：${searchIndexNames.join('、')}）`);
  process.exit(1);
}

const env = readEnv();
const database = openDb(env.DATABASE_URL, { pool: 2, name: 'leye-search-rebuild' });
const { client } = openSearch(env.MEILI_URL, env.MEILI_MASTER_KEY, { timeout: 60_000 });
try {
  for (const index of chosen) {
    const started = performance.now();
    await rebuildIndex(database.db, client, index);
    const { numberOfDocuments } = await client.index(index).getStats();
    console.log(
      `${index}：${numberOfDocuments} 条，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`,
    );
  }
} finally {
  await database.close();
}
