import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearch } from '#platform/connections.ts';
import { startMeilisearch } from '#platform/launcher/meilisearch.ts';
import { freePort } from '#platform/launcher/ports.ts';

/** A Meilisearch of one's own: index names are fixed, so test files must not share one. */
export async function testSearch() {
  const dataDir = await mkdtemp(join(tmpdir(), 'leye-search-'));
  const masterKey = randomBytes(24).toString('base64url');
  const port = await freePort(0);
  const log = join(dataDir, 'meilisearch.log');
  const { url, child } = await startMeilisearch({ dataDir, port, masterKey, log });
  const { client } = openSearch(url, masterKey, { timeout: 10_000 });
  return {
    url,
    masterKey,
    client,
    /** stops the engine but keeps its data, to test what happens while it is away */
    stop: () => child.stop(),
    close: async () => {
      await child.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
