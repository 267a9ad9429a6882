import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sharedData } from '#platform/launcher/place.ts';
import { loadSecrets } from '#platform/launcher/secrets.ts';
import type { StackState } from '#platform/launcher/stack.ts';
import { makeClone, removeClone } from '../helpers/clone.ts';
import { processesOf, startLauncher } from '../helpers/launcher.ts';

// Each test starts the whole stack once or twice; a busy machine may need long for it.
vi.setConfig({ testTimeout: 180_000 });

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let base: string;
let clone: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'leye-launcher-'));
  chmodSync(base, 0o755);
  clone = join(base, 'clone');
  makeClone(clone);
});
afterAll(() => removeClone(base));

const stateOf = (data: string) => JSON.parse(readFileSync(join(data, 'stack.json'), 'utf8')) as StackState;

async function seedRuns(data: string): Promise<number> {
  const { DATABASE_URL = '' } = parseEnv(readFileSync(join(data, 'env'), 'utf8'));
  const sql = postgres(DATABASE_URL, { max: 1 });
  const [row] = await sql<{ runs: number }[]>`select count(*)::int as runs from seed_run`;
  await sql.end();
  return row?.runs ?? 0;
}

const body = async (url: string) => (await fetch(url)).text();

/** When the part of this log was last asked to end, in ms. */
const endedAt = (data: string, part: string) =>
  (
    JSON.parse(
      readFileSync(join(data, 'logs', `${part}.log`), 'utf8')
        .trim()
        .split('\n')
        .at(-1) ?? '{}',
    ) as { at: number }
  ).at;

test('starts once, restarts what crashes, stops in order, and keeps its data', async () => {
  const data = join(base, 'data');
  const busy = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const taken = (busy.address() as { port: number }).port;

  const first = startLauncher(clone, ['--data', data, '--port', String(taken)]);
  await first.ready();
  const { urls } = stateOf(data);
  expect(first.output()).toContain(`${taken} 已被占用`);
  expect(Number(new URL(urls.web ?? '').port)).toBeGreaterThan(taken);
  expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(data, 'env')).mode & 0o777).toBe(0o600);

  const second = startLauncher(clone, ['--data', data]);
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain('already running');
  expect(second.output()).toContain(urls.web);

  const before = await body(`${urls.api}/`);
  await fetch(`${urls.api}/crash`).catch(() => undefined);
  await vi.waitFor(async () => expect(await body(`${urls.api}/`)).not.toBe(before), { timeout: 30_000 });

  first.process.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(processesOf(clone, data)).toEqual([]);
  expect(endedAt(data, 'web')).toBeLessThanOrEqual(endedAt(data, 'api'));
  const secrets = readFileSync(join(data, 'secrets.json'), 'utf8');

  const again = startLauncher(clone, ['--data', data, '--port', '0']);
  await again.ready();
  expect(await seedRuns(data)).toBe(2);
  expect(readFileSync(join(data, 'secrets.json'), 'utf8')).toBe(secrets);
  again.process.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  busy.close();
});

test('kill -9 of the launcher leaves no orphan, and the next start takes over', async () => {
  const data = join(base, 'killed');
  const first = startLauncher(clone, ['--data', data, '--port', '0']);
  await first.ready();
  first.process.kill('SIGKILL');
  await first.ended;

  const second = startLauncher(clone, ['--data', data, '--port', '0']); // at once: it waits for what is left
  await second.ready();
  expect(await seedRuns(data)).toBe(2);
  second.process.kill('SIGKILL');
  await second.ended;
  await vi.waitFor(() => expect(processesOf(clone, data)).toEqual([]), { timeout: 30_000 });
});

test.runIf(isRoot)('as root in a folder only root may enter, PostgreSQL runs from copies', async () => {
  const closed = join(base, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  makeClone(join(closed, 'clone'));
  const data = join(closed, 'clone', '.data');
  const launcher = startLauncher(join(closed, 'clone'), ['--port', '0']);
  await launcher.ready();
  expect(await seedRuns(data)).toBe(1);
  launcher.process.kill('SIGINT');
  expect(await launcher.ended).toBe(0);

  const shared = dirname(sharedData(loadSecrets(data).installation));
  expect(statSync(shared).isDirectory()).toBe(true);
  rmSync(shared, { recursive: true });
});

test.runIf(isRoot)('an ordinary user needs no root', async () => {
  const home = join(base, 'home');
  makeClone(join(home, 'clone'));
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, home]);
  const launcher = startLauncher(join(home, 'clone'), ['--port', '0'], NOBODY);
  await launcher.ready();
  expect(await seedRuns(join(home, 'clone', '.data'))).toBe(1);
  launcher.process.kill('SIGINT');
  expect(await launcher.ended).toBe(0);
});
