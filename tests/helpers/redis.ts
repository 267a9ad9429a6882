import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '#platform/launcher/ports.ts';

/** Redis is optional in production, so its tests run where it is installed; `.ci/run` installs it. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis that keeps nothing on disk. */
export async function startRedis(...settings: string[]): Promise<{ url: string; close(): Promise<void> }> {
  const port = await freePort(0);
  const server = spawn('redis-server', [
    '--port',
    String(port),
    '--save',
    '',
    '--bind',
    '127.0.0.1',
    ...settings,
  ]);
  const ended = once(server, 'exit');
  for await (const chunk of server.stdout) if (String(chunk).includes('Ready to accept')) break;
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
