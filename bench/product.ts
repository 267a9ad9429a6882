import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { envFilePath } from '#platform/env.ts';
import type { StackState } from '#platform/launcher/stack.ts';
import { startLauncher } from '../tests/helpers/launcher.ts';

/** The root of the clone. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface RunningProduct {
  /** its data folder */
  readonly data: string;
  /** addresses of the web server and the API, URL of the database */
  readonly web: string;
  readonly api: string;
  readonly database: string;
}

/** Runs `measure` on a product of its own, as `npm start` brings it up, and leaves nothing behind. */
export async function withProduct<T>(measure: (product: RunningProduct) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'leye-bench-'));
  await chmod(folder, 0o711); // PostgreSQL runs as another user when we are root
  const data = join(folder, 'data');
  const launcher = startLauncher(ROOT, ['--data', data, '--port', '0']);
  try {
    await launcher.ready();
    const { urls }: StackState = JSON.parse(await readFile(join(data, 'stack.json'), 'utf8'));
    const { web = '', api = '' } = urls;
    const { DATABASE_URL: database = '' } = parseEnv(await readFile(envFilePath(data), 'utf8'));
    return await measure({ data, web, api, database });
  } finally {
    launcher.process.kill('SIGINT');
    await launcher.ended;
    await rm(folder, { recursive: true, force: true });
  }
}
