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
  const { port, release } = ports.postgres;
  let cluster: Postgres | undefined;
  await parts.start('postgres', `127.0.0.1:${port}`, async () => {
    await release();
    cluster = await startPostgres({
      dataDir,
      port,
      installation: secrets.installation,
      password: secrets.databasePassword,
      log: logPath(dataDir, 'postgres'),
    });
    return cluster.child;
  });
  return ensureDatabase(cluster!, 'leye');
}

async function embeddedSearch({ dataDir, ports, secrets, parts }: Given): Promise<string> {
  const { port, release } = ports.meilisearch;
  const url = `http://127.0.0.1:${port}`;
  await parts.start('meilisearch', url, async () => {
    await release();
    const log = logPath(dataDir, 'meilisearch');
    return (await startMeilisearch({ dataDir, port, masterKey: secrets.meiliMasterKey, log })).child;
  });
  return url;
}
