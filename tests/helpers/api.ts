import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import supertest from 'supertest';
import type { Role } from '#contract/codes/account.ts';
import { openSearch, openStorage } from '#platform/connections.ts';
import { openLog } from '#platform/log.ts';
import { buildApp } from '../../api/app.ts';
import type { ApiEnv, Services } from '../../api/services.ts';
import { testDb } from './database.ts';
import { PASSWORD, plantAccount, plantRegions } from './plant.ts';

export const JWT_SECRETS = { old: randomBytes(32).toString('hex'), new: randomBytes(32).toString('hex') };

const ENV: ApiEnv = {
  PUBLIC_URL: 'http://127.0.0.1:4000',
  TRUST_PROXY: false,
  JWT_KEYS: { current: 'new', keys: new Map(Object.entries(JWT_SECRETS)) },
};

/** The API on whatever it is given; what it logs is kept in `lines`. */
export async function openApp(
  services: Pick<Services, 'db' | 'storage'>,
  { env = {}, lines = [] }: { env?: Partial<ApiEnv>; lines?: string[] } = {},
): Promise<FastifyInstance> {
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return buildApp(
    {
      ...services,
      // Nobody listens there: these tests are not about the engine, and the API answers without it.
      search: openSearch('http://127.0.0.1:9', 'x'.repeat(16), { timeout: 500 }),
      log: openLog({ part: 'api', level: 'info', destination }),
      env: { ...ENV, ...env },
    },
    { shedLoad: false },
  );
}

/** The API over HTTP on a database of its own with regions in it. */
export async function testApi({ env = {} }: { env?: Partial<ApiEnv> } = {}) {
  const database = await testDb({ pool: 8 });
  const dataDir = await mkdtemp(join(tmpdir(), 'leye-api-'));
  const lines: string[] = [];
  const storage = openStorage(dataDir);
  const app = await openApp({ db: database.db, storage }, { env, lines });
  await app.listen({ host: '127.0.0.1', port: 0 });
  await plantRegions(database.db);
  const http = () => supertest(app.server);

  return {
    app,
    http,
    lines,
    storage,
    db: database.db,
    databaseUrl: database.url,
    async signIn(login: string) {
      const { body, status } = await http().post('/api/auth/sign-in').send({ login, password: PASSWORD });
      if (status !== 200) throw new Error(`Sign-in answered ${status}`);
      return `Bearer ${body.accessToken}`;
    },
    /** A new account and its Authorization header. */
    async as(role: Role, region: string) {
      const account = await plantAccount(database.db, role, region);
      return { account, bearer: await this.signIn(account.login) };
    },
    async close() {
      await app.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestApi = Awaited<ReturnType<typeof testApi>>;

/** For supertest's `.buffer().parse(binary)`: the body as bytes. */
export function binary(answer: unknown, done: (error: Error | null, bytes: Buffer | null) => void): void {
  buffer(answer as NodeJS.ReadableStream).then(
    (bytes) => done(null, bytes),
    (error: Error) => done(error, null),
  );
}
