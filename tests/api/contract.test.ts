import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteContract, RouteTable } from '#contract/route.ts';
import { contract } from '#contract/routes/index.ts';
import { attach, demandAccess } from '../../api/register.ts';
import { type TestApi, testApi } from '../helpers/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api?.close());

const routes = Object.entries<RouteTable>(contract).flatMap(([resource, table]) =>
  Object.entries(table).map(([key, route]) => ({
    name: `${resource}.${key}`,
    route: route as RouteContract,
  })),
);
const nameOf = ({ method, url }: { method: string | string[]; url: string }) => `${method} ${url}`;

describe('server and contract', () => {
  it('know the same routes', () => {
    const registered = api.app.registered.filter(({ method }) => method !== 'HEAD').map(nameOf);
    expect(registered.sort()).toEqual(routes.map(({ route }) => nameOf(route)).sort());
  });

  it.each(routes)('$name is registered as the contract says, guard and schemas included', ({ route }) => {
    const options = api.app.registered.find((candidate) => nameOf(candidate) === nameOf(route))!;
    expect(options.config?.access).toBe(route.access);
    expect(options.onRequest, 'access hook').toBeTypeOf('function');
    const { params, querystring, body, response } = options.schema as Record<string, unknown>;
    expect({ params, querystring, body }).toEqual({
      params: route.params,
      querystring: route.query,
      body: route.body,
    });
    if (typeof route.answer === 'object') expect(response).toEqual({ [route.status ?? 200]: route.answer });
  });
});

describe('the boot stops', () => {
  const table = { things: { list: { ...contract.auth.me, url: '/things' } } };

  it('for a route without handler and for a handler without route', () => {
    expect(() => attach(api.app, api.db, table, { things: {} })).toThrow('things.list');
    expect(() => attach(api.app, api.db, {}, { things: { list: async () => null } })).toThrow('things.list');
  });

  it('for a route that does not say who may call it', () => {
    const app = Fastify();
    demandAccess(app);
    expect(() => app.get('/open', async () => 'hello')).toThrow('Route without access: GET /open');
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and holds every route', async () => {
    const { body } = await api.http().get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    const described = Object.entries<Record<string, unknown>>(body.paths).flatMap(([url, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${url}`),
    );
    const expected = routes.map(({ route }) => nameOf(route).replace(/:(\w+)/g, '{$1}'));
    expect(described.sort()).toEqual(expected.sort());
  });

  it('is a page that loads nothing from anywhere and runs no script', async () => {
    const { text, headers } = await api.http().get('/docs').expect(200);
    expect(text).toContain('开始一次匹配');
    expect(text).not.toMatch(/<script|<link|src=|https?:\/\//);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });
});
