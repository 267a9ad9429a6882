import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDb } from '#platform/connections.ts';
import { JWT_SECRETS, openApp, type TestApi, testApi } from '../helpers/api.ts';
import { places, plantHousehold, plantRun } from '../helpers/plant.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api?.close());

it('is alive, and ready in as far as its parts are', async () => {
  await api.http().get('/livez').expect(200, { status: 'ok' });
  await api
    .http()
    .get('/readyz')
    .expect(200, {
      status: 'degraded',
      parts: { database: 'ok', search: 'down', queue: 'ok' },
    });
});

it('measures requests by route, the outbox and the connections', async () => {
  await api.http().get('/api/runs/one-run');
  await api.http().get('/api/nowhere-at-all');
  await api.db.execute(sql`insert into outbox (job, payload) values ('search.reconcile', '{}')`);
  const { text } = await api.http().get('/metrics').expect(200);
  expect(text).toMatch(
    /leye_http_request_duration_seconds_count\{method="GET",route="\/api\/runs\/:run",status="401"\} 1/,
  );
  expect(text).toContain('route="unknown",status="404"');
  expect(text).not.toMatch(/one-run|nowhere-at-all/);
  expect(text).toMatch(/^leye_outbox_waiting 1$/m);
  expect(text).toMatch(/leye_db_connections\{application="tests",state="(idle|active)"\} \d/);
});

it('forbids browsers everything, and is never cached when it refuses', async () => {
  const { headers } = await api.http().get('/api/runs');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cache-control']).toBe('no-store');
});

describe('logs', () => {
  const PRIVATE = ['王小芳', '13800138000', '520221198503070029', 'leye-demo-2026', '秘密'];

  it('hold no names, phones, ID numbers or passwords, whatever happens', async () => {
    const { account, bearer } = await api.as('bureau', places.own.county);
    await plantHousehold(api.db, places.own, [{ name: '王小芳' }]);
    const { id } = await plantRun(api.db, places.own.county);
    const get = (path: string) => api.http().get(path).set('authorization', bearer);
    const secret = PRIVATE.map(encodeURIComponent).join('');

    await get(`/api/runs/${id}/households?q=${secret.slice(0, 60)}`);
    await get(`/api/nowhere/${secret}?q=${secret}`).expect(404);
    await get(`/api/overview?region=${secret}`).expect(400);
    await api.http().post('/api/auth/sign-in').send({ login: '王小芳', password: '秘密' }).expect(401);
    await api.http().post('/api/auth/sign-in').send({ login: PRIVATE, password: PRIVATE }).expect(400);
    await api
      .http()
      .post('/api/runs')
      .set('authorization', bearer)
      .set('content-type', 'application/json')
      .send('王小芳');

    // An error nobody foresaw, whose message quotes what was asked.
    await api.db.execute(sql`alter table run_household rename column tier to gone`);
    const { body } = await get(`/api/runs/${id}/households?q=${encodeURIComponent('王小芳')}`).expect(500);
    await api.db.execute(sql`alter table run_household rename column gone to tier`);

    const text = api.lines.join('');
    for (const private_ of [...PRIVATE, account.login, bearer.slice(7)]) expect(text).not.toContain(private_);
    const failure = api.lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'request failed');
    expect(failure.reqId).toBe(body.requestId);
    expect(failure.error.at(-1)).toMatchObject({
      code: '42703',
      frames: expect.arrayContaining([expect.any(String)]),
    });
  });

  it('name the trace a request belongs to', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    await api.http().get('/livez').set('traceparent', `00-${trace}-b7ad6b7169203331-01`);
    expect(JSON.parse(api.lines.at(-1)!)).toMatchObject({
      msg: 'request',
      route: '/livez',
      status: 200,
      trace,
    });
  });
});

it('answers 503 with Retry-After while the database is away', async () => {
  const away = openDb('postgres://nobody@127.0.0.1:9/nothing');
  const app = await openApp({ db: away.db, storage: api.storage });
  const http = () => supertest(app.server);
  try {
    await app.ready();
    const token = app.jwt.sign(
      { sub: randomUUID(), sid: randomUUID() },
      { key: JWT_SECRETS.new, kid: 'new' },
    );
    const { body, headers } = await http()
      .get('/api/runs')
      .set('authorization', `Bearer ${token}`)
      .expect(503);
    expect(body).toMatchObject({ code: 'unavailable', retryAfter: 5 });
    expect(headers['retry-after']).toBe('5');
    await http().get('/livez').expect(200);
    const ready = await http().get('/readyz').expect(503);
    expect(ready.body).toEqual({
      status: 'down',
      parts: { database: 'down', search: 'down', queue: 'down' },
    });
  } finally {
    await app.close();
    await away.close();
  }
});
