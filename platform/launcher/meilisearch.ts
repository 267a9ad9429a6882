import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { childEnv } from '../env.ts';
import { type Child, startChild } from './child.ts';
import { meilisearchBinary } from './packages.ts';
import { answers, untilReady } from './readiness.ts';

/**
 * Starts the embedded Meilisearch on loopback. It opens a folder that another process has open
 * without an error: the caller must hold the data folder (see stack.ts).
 */
export async function startMeilisearch(options: {
  dataDir: string;
  port: number;
  masterKey: string;
  log: string;
}): Promise<{ child: Child; url: string }> {
  const data = join(options.dataDir, 'meilisearch');
  const url = `http://127.0.0.1:${options.port}`;
  await mkdir(data, { recursive: true, mode: 0o700 });
  const child = startChild({
    name: 'meilisearch',
    command: await meilisearchBinary(join(options.dataDir, 'bin')),
    args: [
      ['--db-path', join(data, 'db')],
      ['--dump-dir', join(data, 'dumps')],
      ['--snapshot-dir', join(data, 'snapshots')],
      ['--http-addr', `127.0.0.1:${options.port}`],
      ['--max-indexing-memory', '512MiB'],
      '--no-analytics',
    ].flat(),
    env: childEnv({ MEILI_ENV: 'production', MEILI_MASTER_KEY: options.masterKey, MEILI_LOG_LEVEL: 'WARN' }),
    cwd: data,
    log: options.log,
  });
  await untilReady(child, () => answers(`${url}/health`));
  return { child, url };
}
