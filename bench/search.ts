import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb, openSearch } from '#platform/connections.ts';
import { startMeilisearch } from '#platform/launcher/meilisearch.ts';
import { sharedData } from '#platform/launcher/place.ts';
import { freePort } from '#platform/launcher/ports.ts';
import { ensureDatabase, startPostgres } from '#platform/launcher/postgres.ts';
import { loadSecrets } from '#platform/launcher/secrets.ts';
import { migrate } from '#platform/migrate.ts';
import { generateWorld } from '../seed/generateWorld.ts';
import { loadWorld } from '../seed/load.ts';
import { type Measured, runJudged, summary } from '../tests/search/judged/run.ts';
import { rebuildIndex } from '../workers/handlers/searchRebuild.ts';

/**
 * `npm run bench:search [-- --worst 20]`
 * recall@10 and nDCG@10 of the judged queries on the demo world, by Meilisearch and by PostgreSQL.
 */

const worst = Number(process.argv[process.argv.indexOf('--worst') + 1] ?? 0) || 0;
const dataDir = await mkdtemp(join(tmpdir(), 'leye-bench-search-'));
await chmod(dataDir, 0o711); // PostgreSQL runs as another user when we are root
const { installation, databasePassword: password, meiliMasterKey: masterKey } = loadSecrets(dataDir);
const log = (part: string) => join(dataDir, 'logs', `${part}.log`);
const port = await freePort(0);
const cluster = await startPostgres({
  dataDir,
  port,
  installation,
  password,
  log: log('pg'),
  lasting: false,
});
const engine = await startMeilisearch({ dataDir, port: await freePort(0), masterKey, log: log('meili') });
try {
  const url = await ensureDatabase(cluster, 'bench');
  await migrate(url);
  const database = openDb(url, { pool: 4, name: 'bench' });
  const { client } = openSearch(engine.url, masterKey, { timeout: 20_000 });
  const world = generateWorld();
  const keys = {
    fieldKeys: { current: 'bench', keys: new Map([['bench', Buffer.alloc(32, 1)]]) },
    blindIndexKey: Buffer.alloc(32, 2),
  };
  await loadWorld(database.db, world, keys);
  await rebuildIndex(database.db, client, 'vacancies');
  report('Meilisearch', await runJudged({ db: database.db, client }, world));
  report('PostgreSQL', await runJudged({ db: database.db, client: undefined }, world));
  await database.close();
} finally {
  await Promise.all([cluster.child.stop(), engine.child.stop()]);
  await rm(dataDir, { recursive: true, force: true });
  await rm(join(sharedData(installation), '..'), { recursive: true, force: true });
}

function report(name: string, measured: readonly Measured[]) {
  const line = (label: string, part: readonly Measured[]) => {
    const { recall, ndcg, queries } = summary(part);
    console.log(
      `${label.padEnd(14)} ${recall.toFixed(3).padStart(9)} ${ndcg.toFixed(3).padStart(8)} ${queries}`,
    );
  };
  console.log(`\n${name.padEnd(14)} recall@10  nDCG@10 queries`);
  line('all', measured);
  for (const [kind, part] of Map.groupBy(measured, (one) => one.kind)) line(`  ${kind}`, part);
  for (const one of measured.toSorted((a, b) => a.recall + a.ndcg - b.recall - b.ndcg).slice(0, worst)) {
    console.log(`  ${one.recall.toFixed(2)} ${one.ndcg.toFixed(2)} ${one.kind.padEnd(12)} ${one.q}`);
  }
}
