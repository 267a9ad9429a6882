import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { JWT_SECRETS, type TestApi, testApi } from '../helpers/api.ts';
import { PASSWORD, places, plantAccount } from '../helpers/plant.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api?.close());

const signIn = (login: string, password = PASSWORD) =>
  api.http().post('/api/auth/sign-in').send({ login, password });
const me = (token: string) => api.http().get('/api/me').set('authorization', `Bearer ${token}`);
const refreshWith = (cookie: string) => api.http().post('/api/auth/refresh').set('cookie', cookie);

/** name=value of the refresh cookie an answer sets. */
function refreshCookie(answer: { headers: Record<string, unknown> }): string {
  const cookies = answer.headers['set-cookie'] as unknown as string[];
  return cookies.find((cookie) => cookie.startsWith('leye-refresh='))!.split(';')[0]!;
}

describe('signing in', () => {
  it('gives an access token of ten minutes and an HttpOnly refresh cookie', async () => {
    const { login } = await plantAccount(api.db, 'bureau', places.own.county);
    const answer = await signIn(login).expect(200);
    expect(answer.body).toMatchObject({
      expiresIn: 600,
      me: { role: 'bureau', roleLabel: '局工作人员', region: { code: places.own.county, level: '县' } },
    });
    expect(answer.body.me.allowed).toContain('run_matching');
    expect(String(answer.headers['set-cookie'])).toMatch(/leye-refresh=[\w-]{43};.*HttpOnly; SameSite=Lax/);
    await me(answer.body.accessToken).expect(200);
  });

  it('stores only the hash of a refresh token', async () => {
    const { login } = await plantAccount(api.db, 'bureau', places.own.county);
    const token = refreshCookie(await signIn(login)).split('=')[1]!;
    const rows = await api.db.select().from(schema.session);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('answers an unknown login, a wrong password and a disabled account alike', async () => {
    const known = await plantAccount(api.db, 'bureau', places.own.county);
    const disabled = await plantAccount(api.db, 'bureau', places.own.county, { disabled: true });
    const answers = await Promise.all([
      signIn('nobody-at-all'),
      signIn(known.login, 'wrong password'),
      signIn(disabled.login),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0]!.body, requestId: '' });
    }
    expect(answers[0]!.body).toMatchObject({ code: 'wrong_credentials', title: '账号或密码不对' });
  });

  it('slows guessing from elsewhere down without locking out the browser that knows the account', async () => {
    const { login } = await plantAccount(api.db, 'bureau', places.own.county);
    const first = await signIn(login).expect(200);
    const device = (first.headers['set-cookie'] as unknown as string[])
      .join(';')
      .match(/leye-device=[\w-]+/)![0];
    for (let i = 0; i < 9; i++) await signIn(login, 'guess');
    const refused = await signIn(login, 'guess').expect(429);
    expect(refused.body).toMatchObject({ code: 'too_many_requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await signIn(login).set('cookie', device).expect(200);
  });
});

it('limits an address, as the web server passes it on, and tells when to come back', async () => {
  const from = (address: string) => api.http().get('/livez').set('x-forwarded-for', address);
  const answers = [];
  for (let i = 0; i < 13; i++) {
    answers.push(...(await Promise.all(Array.from({ length: 100 }, () => from('203.0.113.9')))));
  }
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1200);
  expect(refused).toHaveLength(100);
  expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0);
  await from('203.0.113.10').expect(200);
});

describe('access tokens', () => {
  const forge = async (over: {
    kid?: string;
    key?: string;
    iss?: string;
    aud?: string;
    expiresIn?: number;
  }) => {
    const account = await plantAccount(api.db, 'bureau', places.own.county);
    const token = (await signIn(account.login)).body.accessToken as string;
    const { sub, sid } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
    const { kid = 'new', key = JWT_SECRETS.new, iss = 'leye-api', aud = 'leye', expiresIn = 60_000 } = over;
    return api.app.jwt.sign({ sub, sid }, { kid, key, iss, aud, expiresIn });
  };

  it('are accepted under any key of the ring', async () => {
    await me(await forge({})).expect(200);
    await me(await forge({ kid: 'old', key: JWT_SECRETS.old })).expect(200);
  });

  it.each([
    ['a key of another kid', { kid: 'old' }],
    ['an unknown kid', { kid: 'other' }],
    ['another secret', { key: 'x'.repeat(32) }],
    ['another audience', { aud: 'elsewhere' }],
    ['another issuer', { iss: 'elsewhere' }],
  ])('are refused with %s', async (_, over) => {
    const { body } = await me(await forge(over)).expect(401);
    expect(body.code).toBe('session_ended');
  });

  it('are refused when they have expired, and when unsigned', async () => {
    const expired = await forge({ expiresIn: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await me(expired).expect(401);
    const [header, payload] = (await forge({})).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid: 'new' })).toString('base64url');
    await me(`${none}.${payload}.`).expect(401);
    await me(`${header}.${payload}.`).expect(401);
  });

  it('stop working at once when the account is disabled', async () => {
    const { account, bearer } = await api.as('bureau', places.own.county);
    await api.http().get('/api/me').set('authorization', bearer).expect(200);
    await api.db.update(schema.account).set({ disabled: true }).where(eq(schema.account.id, account.id));
    await api.http().get('/api/me').set('authorization', bearer).expect(401);
  });
});

describe('refreshing', () => {
  it('rotates the token; reusing a spent one ends the whole family and its access', async () => {
    const { login, id } = await plantAccount(api.db, 'counsellor', places.own.county);
    const first = await signIn(login);
    const second = await refreshWith(refreshCookie(first)).expect(200);
    expect(refreshCookie(second)).not.toBe(refreshCookie(first));
    await me(second.body.accessToken).expect(200);

    const reused = await refreshWith(refreshCookie(first)).expect(401);
    expect(reused.body.code).toBe('session_ended');
    await refreshWith(refreshCookie(second)).expect(401);
    await me(second.body.accessToken).expect(401);
    const rows = await api.db.select().from(schema.audit).where(eq(schema.audit.subjectId, id));
    expect(rows.map(({ action }) => action)).toContain('session.reused');
  });

  it('lets one of two callers with the same token through', async () => {
    const { login } = await plantAccount(api.db, 'counsellor', places.own.county);
    const cookie = refreshCookie(await signIn(login));
    const answers = await Promise.all([refreshWith(cookie), refreshWith(cookie)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('is over after signing out, and for a disabled account', async () => {
    const out = await plantAccount(api.db, 'counsellor', places.own.county);
    const signedIn = await signIn(out.login);
    await api.http().post('/api/auth/sign-out').set('cookie', refreshCookie(signedIn)).expect(204);
    await refreshWith(refreshCookie(signedIn)).expect(401);
    await me(signedIn.body.accessToken).expect(401);

    const disabled = await plantAccount(api.db, 'counsellor', places.own.county);
    const cookie = refreshCookie(await signIn(disabled.login));
    await api.db.update(schema.account).set({ disabled: true }).where(eq(schema.account.id, disabled.id));
    await refreshWith(cookie).expect(401);
  });
});

it('names cookies __Host- and marks them Secure behind https', async () => {
  const https = await testApi({ env: { PUBLIC_URL: 'https://leye.example' } });
  try {
    const { login } = await plantAccount(https.db, 'bureau', places.own.county);
    const { headers } = await https.http().post('/api/auth/sign-in').send({ login, password: PASSWORD });
    expect(String(headers['set-cookie'])).toMatch(
      /__Host-leye-refresh=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure/,
    );
  } finally {
    await https.close();
  }
});
