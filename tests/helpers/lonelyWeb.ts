import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface LonelyWeb {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The web server with nobody behind it. */
export async function startWebWithoutApi(): Promise<LonelyWeb> {
  const server: ChildProcess = spawn(process.execPath, ['server.ts'], {
    cwd: new URL('../../web', import.meta.url),
    env: { ...process.env, HOST: '127.0.0.1', WEB_PORT: '0', API_URL: 'http://127.0.0.1:9' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
