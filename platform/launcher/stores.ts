import type { LauncherEnv } from '../env.ts';
import { startMeilisearch } from './meilisearch.ts';
import { logPath } from './nodePart.ts';
import type { Parts } from './parts.ts';
import { ensureDatabase, type Postgres, startPostgres } from './postgres.ts';
import type { Secrets } from './secrets.ts';
import type { Ports } from './settings.ts';

interface Given {
  readonly dataDir: string;
  readonly env: LauncherEnv;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly parts: Parts;
}

/** The stores the environment names, and embedded ones for the rest. */
export async function openStores(given: Given): Promise<{ databaseUrl: string; meiliUrl: string }> {
  const [databaseUrl, meiliUrl] = await Promise.all([
    given.env.DATABASE_URL ?? embeddedDatabase(given),
    given.env.MEILI_URL ?? embeddedSearch(given),
  ]);
  return { databaseUrl, meiliUrl };
}

async function embeddedDatabase({ dataDir, ports, secrets, parts }: Given): Promise<string> {
  const start = () =>
    startPostgres({
      dataDir,
      port: ports.postgres,
      installation: secrets.installation,
      password: secrets.databasePassword,
      log: logPath(dataDir, 'postgres'),
    });
  let cluster: Postgres | undefined;
  await parts.start('postgres', `127.0.0.1:${ports.postgres}`, async () => {
    cluster = await start();
    return cluster.child;
  });
  return ensureDatabase(cluster!, 'leye');
}

async function embeddedSearch({ dataDir, ports, secrets, parts }: Given): Promise<string> {
  const url = `http://127.0.0.1:${ports.meilisearch}`;
  const start = () =>
    startMeilisearch({
      dataDir,
      port: ports.meilisearch,
      masterKey: secrets.meiliMasterKey,
      log: logPath(dataDir, 'meilisearch'),
    });
  await parts.start('meilisearch', url, async () => (await start()).child);
  return url;
}
