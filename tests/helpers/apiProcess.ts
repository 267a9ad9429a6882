import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { freePort } from '#platform/launcher/ports.ts';
import { bareEnv } from './bareEnv.ts';

/** The API as a process of its own, for tests that kill it; it comes back on the same port with the same keys. */
export async function apiProcess(databaseUrl: string, dataDir: string) {
  const { meiliUrl, meiliKey } = inject('stack');
  const key = () => randomBytes(32).toString('base64url');
  const port = await freePort(0);
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...bareEnv,
    LOG_LEVEL: 'fatal',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    MEILI_URL: meiliUrl,
    MEILI_MASTER_KEY: meiliKey,
    API_PORT: String(port),
    JWT_KEYS: `k1:${key()}`,
    FIELD_KEYS: `v1:${key()}`,
    BLIND_INDEX_KEY: key(),
  };
  let child: ChildProcess;

  const api = {
    url,
    async start() {
      child = spawn(process.execPath, ['api/main.ts'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
      while (
        !(await fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ))
      )
        await pause(50);
    },
    /** kill -9 */
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
  await api.start();
  return api;
}
