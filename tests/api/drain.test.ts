import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { freePort } from '#platform/launcher/ports.ts';
import { bareEnv } from '../helpers/bareEnv.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { patientFetch } from '../helpers/patientFetch.ts';
import { PASSWORD, places, plantAccount, plantRegions, plantRun } from '../helpers/plant.ts';

let database: TestDatabase;
let dataDir: string;
let api: ChildProcess;
let port: number;

beforeAll(async () => {
  database = await testDb();
  dataDir = await mkdtemp(join(tmpdir(), 'leye-drain-'));
  await plantRegions(database.db);
  const { meiliUrl, meiliKey } = inject('stack');
  const key = () => randomBytes(32).toString('base64url');
  port = await freePort(0);
  api = spawn(process.execPath, ['api/main.ts'], {
    env: {
      ...bareEnv,
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      MEILI_URL: meiliUrl,
      MEILI_MASTER_KEY: meiliKey,
      API_PORT: String(port),
      JWT_KEYS: `k1:${key()}`,
      FIELD_KEYS: `v1:${key()}`,
      BLIND_INDEX_KEY: key(),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await until(() => call('/readyz').then(({ status }) => status === 200));
});
afterAll(async () => {
  api?.kill('SIGKILL');
  await database?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const call = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
const asked = (path: string, init?: RequestInit) => patientFetch(`http://127.0.0.1:${port}${path}`, init);

async function until(holds: () => Promise<boolean>) {
  while (!(await holds().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 100));
}

it('finishes what it has begun when told to stop, ends streams, and leaves within ten seconds', async () => {
  const { login, id } = await plantAccount(database.db, 'bureau', places.own.county);
  const signedIn = await asked('/api/auth/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  const authorization = `Bearer ${((await signedIn.json()) as { accessToken: string }).accessToken}`;
  const run = await plantRun(database.db, places.own.county, { status: 'running', requestedBy: id });
  const stream = await asked(`/api/runs/${run.id}/events`, { headers: { authorization } });
  expect(stream.status).toBe(200);
  const streamed = stream.text();

  // An upload whose second half comes after the signal.
  const boundary = 'x';
  const upload = request({
    port,
    method: 'POST',
    path: '/api/imports',
    headers: { authorization, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  const answered = once(upload, 'response');
  upload.write(
    `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\npeople\r\n` +
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nfirst half,`,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));

  const stopped = once(api, 'exit');
  const began = performance.now();
  api.kill('SIGTERM');
  expect(await streamed).toContain('event: run');
  upload.end(`second half\r\n--${boundary}--\r\n`);
  const [response] = await answered;
  expect(response.statusCode).toBe(202);
  response.resume();

  expect((await stopped)[0]).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  await expect(call('/livez')).rejects.toThrow();
});
