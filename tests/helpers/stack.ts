import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMeilisearch } from '#platform/launcher/meilisearch.ts';
import { sharedData } from '#platform/launcher/place.ts';
import { freePort } from '#platform/launcher/ports.ts';
import { ensureDatabase, startPostgres } from '#platform/launcher/postgres.ts';
import { loadSecrets } from '#platform/launcher/secrets.ts';
import { migrate } from '#platform/migrate.ts';

/** Every test database is a copy of this one, which has the schema and no rows. */
export const TEMPLATE = 'leye_template';

export interface TestStack {
  /** URL of a database from which others can be made. */
  readonly adminUrl: string;
  readonly meiliUrl: string;
  readonly meiliKey: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    stack: TestStack;
  }
}

/** One PostgreSQL and one Meilisearch for the whole run, in a folder that goes away afterwards. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'leye-tests-'));
  await chmod(dataDir, 0o711); // PostgreSQL runs as another user when we are root
  const { installation, databasePassword: password, meiliMasterKey } = loadSecrets(dataDir);
  const log = (part: string) => join(dataDir, 'logs', `${part}.log`);

  const [cluster, search] = await Promise.all([
    freePort(0).then((port) =>
      startPostgres({ dataDir, port, installation, password, log: log('postgres'), lasting: false }),
    ),
    freePort(0).then((port) =>
      startMeilisearch({ dataDir, port, masterKey: meiliMasterKey, log: log('meilisearch') }),
    ),
  ]);
  await migrate(await ensureDatabase(cluster, TEMPLATE));
  project.provide('stack', {
    adminUrl: cluster.url('postgres'),
    meiliUrl: search.url,
    meiliKey: meiliMasterKey,
  });

  return async () => {
    await Promise.all([cluster.child.stop(), search.child.stop()]);
    await rm(dataDir, { recursive: true, force: true });
    await rm(join(sharedData(installation), '..'), { recursive: true, force: true });
  };
}
