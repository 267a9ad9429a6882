import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemDocument } from '#contract/problems.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { places } from '../helpers/plant.ts';

let api: TestApi;
let bearer: string;
beforeAll(async () => {
  api = await testApi();
  ({ bearer } = await api.as('bureau', places.own.county));
});
afterAll(() => api?.close());

const json = (path: string, body: string, type = 'application/json') =>
  api.http().post(path).set('authorization', bearer).set('content-type', type).send(body);
const get = (path: string) => api.http().get(path).set('authorization', bearer);

const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

describe('whatever is typed or sent', () => {
  const bodies: [string, string, string][] = [
    ['10,000-deep JSON', '/api/auth/sign-in', DEEP],
    ['10,000-deep JSON in a field', '/api/auth/sign-in', `{"login":${DEEP},"password":"x"}`],
    ['__proto__', '/api/auth/sign-in', '{"__proto__":{"login":"a"},"login":"a","password":"b"}'],
    ['constructor.prototype', '/api/auth/sign-in', '{"constructor":{"prototype":{"login":"a"}}}'],
    ['NUL in a login', '/api/auth/sign-in', '{"login":"a\\u0000b","password":"x"}'],
    ['a lone surrogate in a login', '/api/auth/sign-in', '{"login":"\\ud800","password":"x"}'],
    ['broken JSON', '/api/auth/sign-in', '{"login":'],
    ['a number where text belongs', '/api/auth/sign-in', '{"login":1,"password":[]}'],
    ['null', '/api/auth/sign-in', 'null'],
    ['a list', '/api/auth/sign-in', '[]'],
    ['an empty body', '/api/auth/sign-in', ''],
    ['NUL in a region', '/api/runs', '{"region":"52\\u0000"}'],
    ['an object as region', '/api/runs', '{"region":{"$ne":1}}'],
  ];
  it.each(bodies)('refuses %s as a problem in Chinese', async (_, path, body) => {
    const answer = await json(path, body);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(problemDocument.parse(answer.body)).toMatchObject({ code: 'invalid_input' });
    expect(answer.body.title).toMatch(/\p{Script=Han}/u);
  });

  it('accepts a NUL, a lone surrogate or an emoji as a wrong password', async () => {
    for (const password of ['\\u0000', '\\ud800', '😀', '‮abc', 'ⅷ']) {
      const { status } = await json('/api/auth/sign-in', `{"login":"nobody","password":"${password}"}`);
      expect(status).toBe(401);
    }
  });

  it.each([
    ['/api/runs/%ZZ', 400],
    ['/api/runs/%ff%fe', 400],
    ['/api/runs/%00', 400],
    [`/api/runs/${'a'.repeat(5000)}`, 404],
    ['/api/runs/not-a-uuid', 400],
    ['/api/runs/1%27%20or%201=1--', 400],
    ['/api/runs?page=0', 400],
    ['/api/runs?page=1e9', 400],
    ['/api/runs?page=abc', 400],
    ['/api/runs?page=1&page=2', 400],
    ['/api/runs?page[$gt]=1', 200],
    ['/api/runs?__proto__[x]=1', 200],
    ['/api/overview?region=%00', 400],
    ['/api/overview?region=%F0%AC%B1%96', 400],
    ['/api/overview?region=..%2F..', 400],
    ['/api/nowhere', 404],
    ['/api/nowhere?q=%E5%BC%A0', 404],
  ])('answers %s with %i', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    if (status >= 400) problemDocument.parse(answer.body);
  });

  it('searches a plan for anything without breaking', async () => {
    for (const q of ['%25', '_', "'", '\\', '𬱖', '阿依·古丽', '\u202e', '%', '(', '张'.repeat(40)]) {
      const { status } = await get(`/api/runs/${crypto.randomUUID()}/households?q=${encodeURIComponent(q)}`);
      expect(status).toBe(404);
    }
  });

  it('refuses what HTTP itself cannot read, as a problem', async () => {
    const answer = await raw('GET / HTTP/1.1\r\nbad header\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
  });
});

describe('general refusals', () => {
  it('names each field and its reason', async () => {
    const { body } = await json('/api/auth/sign-in', '{"login":"","password":7}').expect(400);
    expect(body.fields).toEqual([
      { field: 'body.login', reason: '请填写账号' },
      { field: 'body.password', reason: '要写文字' },
    ]);
    const query = await get('/api/imports?size=1000').expect(400);
    expect(query.body.fields).toEqual([{ field: 'query.size', reason: '每页最多 100 条' }]);
  });

  it('says 405 with the methods there are', async () => {
    const { body, headers } = await api.http().delete('/api/runs').expect(405);
    expect(body.code).toBe('method_not_allowed');
    expect(headers.allow).toBe('POST, GET, HEAD');
  });

  it('says 413 above the limit and 415 for other media types', async () => {
    const large = await json(
      '/api/auth/sign-in',
      JSON.stringify({ login: 'a'.repeat(300_000), password: 'x' }),
    );
    expect([large.status, large.body.code]).toEqual([413, 'too_large']);
    const xml = await json('/api/auth/sign-in', '<login/>', 'application/xml');
    expect([xml.status, xml.body.code]).toEqual([415, 'unsupported_media_type']);
    const upload = await json('/api/imports', '{}');
    expect([upload.status, upload.body.code]).toEqual([415, 'unsupported_media_type']);
  });

  it('carries the request id of the caller in header and body, and makes one when there is none', async () => {
    const given = await api.http().get('/api/nowhere').set('x-request-id', 'trace-0123456789');
    expect([given.headers['x-request-id'], given.body.requestId]).toEqual([
      'trace-0123456789',
      'trace-0123456789',
    ]);
    const odd = await api.http().get('/api/nowhere').set('x-request-id', '{"a":1}');
    expect(odd.body.requestId).toMatch(/^[\da-f-]{36}$/);
  });
});

/** Sends bytes no HTTP client would. */
function raw(text: string): Promise<string> {
  const { port } = api.app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
