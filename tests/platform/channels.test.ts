import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as tables from '#drizzle/schema/index.ts';
import type { NoticeMessage } from '#platform/connections.ts';
import { fileChannel } from '#platform/notices/file.ts';
import { gatewayChannel } from '#platform/notices/gateway.ts';
import { inAppChannel } from '#platform/notices/inApp.ts';
import { openChannels } from '#platform/notices/open.ts';
import { bodies } from '#platform/notices/phone.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { type FakeGateway, fakeGateway } from '../helpers/gateway.ts';
import { aPerson } from '../helpers/world.ts';

const PHONE = '13985012345';
const text = {
  title: '请您去面试',
  what: '兴旺制衣约您面试。',
  next: '去不了先打电话。',
  call: '问事打 12333。',
};

let database: TestDatabase;
let gateway: FakeGateway;
let folder: string;
let person: string;
beforeAll(async () => {
  database = await testDb();
  gateway = await fakeGateway();
  folder = await mkdtemp(join(tmpdir(), 'leye-notices-'));
  person = (await aPerson(database.db)).id;
});
afterAll(async () => {
  await gateway.close();
  await database.close();
  await rm(folder, { recursive: true });
});
afterEach(() => gateway.forget());

const settings = () => ({ url: gateway.url, token: 'token-of-tests', timeout: 300 });
const gatewayOf = (name: 'sms' | 'wechat') => ({
  open: () => gatewayChannel(name, settings(), bodies[name]),
  async arrived(key: string) {
    return gateway.delivered.has(key) ? 1 : 0;
  },
  away: () => gateway.feel({ kind: 'broken' }),
});

/** Each adapter, how many messages of a key have arrived behind it, and how to take its other end away. */
const adapters = {
  sms: gatewayOf('sms'),
  wechat: gatewayOf('wechat'),
  file: {
    open: () => fileChannel('sms', join(folder, 'notices.jsonl'), bodies.sms),
    async arrived(key: string) {
      const lines = await readFile(join(folder, 'notices.jsonl'), 'utf8');
      return lines.split('\n').filter((line) => line.includes(key)).length;
    },
    away: undefined,
  },
  in_app: {
    open: () => inAppChannel(database.db),
    async arrived(key: string) {
      const rows = await database.db.select().from(tables.notice).where(eq(tables.notice.dedupe, key));
      return rows.filter(({ deliveredAt }) => deliveredAt !== null).length;
    },
    away: undefined,
  },
};

/** A message whose notice stands in the database, as every one that is sent does. */
async function aMessage(): Promise<NoticeMessage> {
  const key = `t:${randomUUID()}`;
  await database.db.insert(tables.notice).values({
    person,
    template: 'application.interview',
    channel: 'in_app',
    status: 'waiting',
    dueAt: new Date(),
    dedupe: key,
  });
  return { key, to: PHONE, template: 'application.interview', text };
}

describe.each(Object.entries(adapters))('channel %s', (name, { open, arrived, away }) => {
  it('sends once per key, however often and from however many processes, with one reference', async () => {
    const message = await aMessage();
    const [one, other] = [open(), open()];
    const first = await one.send(message);
    const again = await one.send(message);
    const elsewhere = await other.send(message);
    expect(first).toEqual({ kind: 'sent', ref: expect.any(String), delivered: name === 'in_app' });
    expect([again, elsewhere]).toEqual([first, first]);
    expect(await arrived(message.key)).toBe(1);
    const second = await aMessage();
    expect(await one.send(second)).not.toEqual(first);
    expect(await arrived(second.key)).toBe(1);
  });

  it('says nothing on the console and never throws', async () => {
    const said = vi.spyOn(console, 'log');
    const error = vi.spyOn(console, 'error');
    away?.();
    const outcome = await open().send(await aMessage());
    if (away) expect(outcome.kind).toBe('retry');
    expect(JSON.stringify(outcome)).not.toMatch(/13985012345|面试/);
    expect([...said.mock.calls, ...error.mock.calls]).toEqual([]);
    vi.restoreAllMocks();
  });
});

describe.each(['sms', 'wechat'] as const)('gateway of %s', (name) => {
  const { open } = adapters[name];

  it.each([408, 425, 429, 500, 502, 503])('tries again after %i', async (status) => {
    gateway.feel({ kind: 'status', status });
    expect(await open().send(await aMessage())).toEqual({ kind: 'retry', why: `status ${status}` });
  });

  it.each([
    [422, { code: 'bad_number' }, 'bad_number'],
    [403, { code: 'blocked' }, 'blocked'],
    [400, { code: 'a word of its own' }, 'refused'],
    [404, undefined, 'refused'],
  ])('gives up after %i %j', async (status, body, failure) => {
    gateway.feel({ kind: 'status', status, ...(body && { body }) });
    expect(await open().send(await aMessage())).toEqual({ kind: 'failed', failure });
  });

  it('waits no longer than it may; what arrived although nobody answered does not arrive twice', async () => {
    const message = await aMessage();
    gateway.feel({ kind: 'silent' });
    expect(await open().send(message)).toEqual({ kind: 'retry', why: 'TimeoutError' });
    gateway.feel({ kind: 'well' });
    expect((await open().send(message)).kind).toBe('sent');
    expect(gateway.asked).toHaveLength(2);
    expect(gateway.delivered.size).toBe(1);
  });

  it('does not take an answer without an id for a receipt, nor follow a redirection', async () => {
    gateway.feel({ kind: 'status', status: 200 });
    expect(await open().send(await aMessage())).toEqual({ kind: 'retry', why: 'no id in the answer' });
    gateway.feel({ kind: 'status', status: 307 });
    expect((await open().send(await aMessage())).kind).not.toBe('sent');
  });

  it('carries the token, the number and the words', async () => {
    const message = await aMessage();
    await open().send(message);
    const [asked] = gateway.asked;
    expect(asked).toMatchObject({ key: message.key, token: 'Bearer token-of-tests', body: { to: PHONE } });
    expect(JSON.stringify(asked?.body)).toContain(text.what);
  });
});

it('the file masks the number and takes up after a line that a crash cut off', async () => {
  const path = join(folder, 'cut.jsonl');
  const message = await aMessage();
  const { writeFile } = await import('node:fs/promises');
  await writeFile(path, '{"channel":"sms","key":"half');
  const channel = fileChannel('sms', path, bodies.sms);
  await channel.send(message);
  await channel.send(message);
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[1]!)).toEqual({
    channel: 'sms',
    key: message.key,
    to: '139****2345',
    text: '【乐业】兴旺制衣约您面试。去不了先打电话。问事打 12333。',
  });
});

it('a folder that is not there is tried again', async () => {
  const channel = fileChannel('wechat', join(folder, 'none', 'here.jsonl'), bodies.wechat);
  expect(await channel.send(await aMessage())).toEqual({ kind: 'retry', why: 'ENOENT' });
});

it('a notice that is gone is not waited for', async () => {
  const message = { ...(await aMessage()), key: 'nobody' };
  expect(await inAppChannel(database.db).send(message)).toEqual({ kind: 'failed', failure: 'gone' });
});

it('what is not configured is absent, and a gateway goes before the file', () => {
  const names = (env: Parameters<typeof openChannels>[0]) =>
    [...openChannels(env, database.db).keys()].sort();
  expect(names({})).toEqual(['in_app']);
  expect(names({ SMS_GATEWAY_URL: gateway.url, SMS_GATEWAY_TOKEN: 'token-of-tests' })).toEqual([
    'in_app',
    'sms',
  ]);
  expect(names({ NOTICE_FILE: join(folder, 'all.jsonl') })).toEqual(['in_app', 'sms', 'wechat']);
});
