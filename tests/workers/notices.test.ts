import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeChannel } from '#contract/codes/market.ts';
import { claimNotices } from '#drizzle/queries/noticeSending.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import * as tables from '#drizzle/schema/index.ts';
import { openChannels } from '#platform/connections.ts';
import { sendNotices } from '../../workers/notices/send.ts';
import { type FakeGateway, fakeGateway } from '../helpers/gateway.ts';
import { startWorkers, until, type WorkerBench, workerBench } from '../helpers/workers.ts';
import { aPerson, home, theRegions } from '../helpers/world.ts';

const PHONE = '13985012345';
const { signal } = new AbortController();

let bench: WorkerBench;
let gateway: FakeGateway;
beforeAll(async () => {
  bench = await workerBench();
  gateway = await fakeGateway();
  await theRegions(bench.db);
});
afterAll(async () => {
  await gateway.close();
  await bench.close();
});
beforeEach(() => setQuiet(0, 0));
afterEach(() => gateway.forget());

const env = () => ({
  SMS_GATEWAY_URL: gateway.url,
  SMS_GATEWAY_TOKEN: 'token-of-tests',
  WECHAT_GATEWAY_URL: gateway.url,
  WECHAT_GATEWAY_TOKEN: 'token-of-tests',
});
const send = () => sendNotices({ ...bench.parts, channels: openChannels(env(), bench.db) }, signal);

/** Policy is data: the tests change its rows. Equal hours are no quiet hours. */
async function setQuiet(from: number, until: number): Promise<void> {
  const set = (key: string, value: number) =>
    bench.db.update(tables.policy).set({ value }).where(eq(tables.policy.key, key));
  await set('notice.quiet_from', from);
  await set('notice.quiet_until', until);
}

async function somebody(agreed: readonly NoticeChannel[], phone: string | null = PHONE): Promise<string> {
  const { id } = await aPerson(bench.db, {}, { phone });
  for (const channel of agreed) {
    await bench.db.insert(tables.noticePreference).values({ person: id, channel, optedOut: false });
  }
  return id;
}

let number = 0;
/** Leaves `n` notices; their vouchers are gone, which their words say. */
async function leave(person: string, n = 1, template: 'voucher.issued' = 'voucher.issued') {
  const drafts = Array.from({ length: n }, () => ({
    to: { person },
    template,
    params: { voucher: crypto.randomUUID() },
    dedupe: `test:${++number}`,
  }));
  await leaveNotices(bench.db, drafts);
  return drafts.map(({ dedupe }) => dedupe);
}

const rowsOf = (person: string) =>
  bench.db.select().from(tables.notice).where(eq(tables.notice.person, person)).orderBy(tables.notice.id);
const copiesOf = async (person: string) => (await rowsOf(person)).filter(({ origin }) => origin !== null);
/** Whatever waits is due now: leases and waits after failures have run out. */
const timePasses = () =>
  bench.db.update(tables.notice).set({ dueAt: sql`now()` }).where(eq(tables.notice.status, 'waiting'));

describe('a notice', () => {
  it('stands in the inbox, and goes to the phone only where the person agreed', async () => {
    const [silent, agreed] = [await somebody([]), await somebody(['sms'])];
    await leave(silent);
    const [key] = await leave(agreed);
    await send();
    expect(await rowsOf(silent)).toMatchObject([{ channel: 'in_app', status: 'delivered' }]);
    expect(await copiesOf(agreed)).toMatchObject([
      { channel: 'sms', status: 'sent', ref: expect.stringMatching(/^m-/) },
    ]);
    expect([...gateway.delivered.keys()]).toEqual([`${key}#sms`]);
    expect(gateway.asked[0]?.body).toEqual({
      to: PHONE,
      text: '【乐业】这件事已经取消或结束。不用再办什么。不清楚就问网格员。',
    });
  });

  it('waits for the morning in quiet hours, also when it was caught by them in the line', async () => {
    const person = await somebody(['sms']);
    const [row] = await bench.db.execute<{ hour: number }>(
      sql`select extract(hour from now() at time zone 'Asia/Shanghai')::int as hour`,
    );
    const hour = row!.hour;
    await leave(person);
    await setQuiet(hour, (hour + 3) % 24);
    await send();
    const [copy] = await copiesOf(person);
    expect(copy?.status).toBe('waiting');
    expect(copy!.dueAt.getTime()).toBeGreaterThan(Date.now());
    await timePasses();
    await send();
    expect(gateway.asked).toEqual([]);
    expect((await copiesOf(person))[0]).toMatchObject({ status: 'waiting', attempts: 0 });
    await setQuiet(0, 0);
    await timePasses();
    await send();
    expect((await copiesOf(person))[0]?.status).toBe('sent');
  });

  it('beyond the limit of a day goes on another day, however many senders plan at once', async () => {
    const person = await somebody(['sms']);
    await leave(person, 8);
    await Promise.all([send(), send(), send()]);
    const copies = await copiesOf(person);
    expect(copies).toHaveLength(8);
    expect(copies.filter(({ status }) => status === 'sent')).toHaveLength(3);
    const days = Map.groupBy(copies, ({ sentAt, dueAt }) =>
      new Date((sentAt ?? dueAt).getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    );
    expect([...days.values()].map((group) => group.length)).toEqual([3, 3, 2]);
  });

  it('goes by SMS when WeChat cannot reach somebody who agreed to both', async () => {
    const person = await somebody(['sms', 'wechat']);
    await leave(person);
    gateway.feel({ kind: 'status', status: 404, body: { code: 'not_following' } });
    await send();
    gateway.feel({ kind: 'well' });
    await timePasses();
    await send();
    const channels = (await copiesOf(person)).map(({ channel, failure }) => ({ channel, failure }));
    expect(channels).toContainEqual({ channel: 'wechat', failure: 'not_following' });
    expect(channels.map(({ channel }) => channel).sort()).toEqual(['sms', 'wechat']);
  });

  it('is not sent to somebody who said no meanwhile, and fails where no number is known', async () => {
    const [person, unknown] = [await somebody(['sms']), await somebody(['sms'], null)];
    gateway.feel({ kind: 'status', status: 503 });
    await leave(person);
    await leave(unknown);
    await send();
    await bench.db
      .update(tables.noticePreference)
      .set({ optedOut: true })
      .where(eq(tables.noticePreference.person, person));
    gateway.feel({ kind: 'well' });
    await timePasses();
    await send();
    expect(await copiesOf(person)).toMatchObject([{ status: 'dropped' }]);
    expect(await copiesOf(unknown)).toMatchObject([{ status: 'failed', failure: 'no_phone' }]);
    expect(gateway.delivered.size).toBe(0);
  });

  it('is tried with longer and longer waits, then stands as failed', async () => {
    const person = await somebody(['sms']);
    await leave(person);
    gateway.feel({ kind: 'status', status: 503 });
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      await send();
      const [copy] = await copiesOf(person);
      if (copy?.status === 'waiting') waits.push(Math.round((copy.dueAt.getTime() - Date.now()) / 60_000));
      await timePasses();
    }
    expect(waits).toEqual([1, 5, 30, 120, 360]);
    expect(await copiesOf(person)).toMatchObject([{ status: 'failed', failure: 'unreachable', attempts: 6 }]);
    expect(gateway.asked).toHaveLength(6);
    expect(new Set(gateway.asked.map(({ key }) => key)).size).toBe(1);
  });
});

it('two senders never hold the same notice, and one that comes back too late changes nothing', async () => {
  const person = await somebody([]);
  await leave(person, 30);
  const claims = await Promise.all([1, 2, 3].map(() => claimNotices(bench.db, 20, 60)));
  const ids = claims.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(30);
  expect(await claimNotices(bench.db, 20, 60)).toEqual([]);
  await timePasses();
  await send();
  expect((await rowsOf(person)).every(({ status }) => status === 'delivered')).toBe(true);
});

it('arrives once although its sender was killed before it wrote that down', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => somebody(['sms'])));
  for (const person of people) await leave(person);
  gateway.feel({ kind: 'silent' });
  const first = await startWorkers(bench, env());
  await until(async () => gateway.delivered.size === 5);
  await first.kill();
  const waiting = (await Promise.all(people.map(copiesOf))).flat();
  expect(waiting.map(({ status }) => status)).toEqual(Array(5).fill('waiting'));

  gateway.feel({ kind: 'well' });
  await timePasses();
  const second = await startWorkers(bench, env());
  await until(async () =>
    (await Promise.all(people.map(copiesOf))).flat().every(({ status }) => status === 'sent'),
  );
  expect(await second.stop()).toBe(0);
  expect(gateway.asked.length).toBeGreaterThanOrEqual(10);
  expect(gateway.delivered.size).toBe(5);
  for (const said of [first.said(), second.said()]) expect(said).not.toMatch(/13985012345|培训券|陆小芳/);
});

it('of another release than ours is left out, and the account of an employer hears by SMS until it says no', async () => {
  const person = await somebody(['sms']);
  await bench.db.insert(tables.notice).values({
    person,
    template: 'of.another.release',
    channel: 'in_app',
    status: 'waiting',
    dueAt: new Date(),
    dedupe: 'of.another.release',
  });
  const [employer] = await bench.db
    .insert(tables.employer)
    .values({ name: '兴旺制衣', kind: 'workshop', region: home.county, phone: '13800001111' })
    .returning();
  const [account] = await bench.db
    .insert(tables.account)
    .values({
      login: 'firm',
      name: '李经理',
      passwordHash: '',
      role: 'employer',
      region: home.county,
      employer: employer!.id,
    })
    .returning();
  await leaveNotices(bench.db, [
    {
      to: { account: account!.id },
      template: 'employer.verified',
      params: { employer: employer!.id },
      dedupe: 'employer.verified:test',
    },
  ]);
  await send();
  expect(await rowsOf(person)).toMatchObject([{ status: 'dropped' }]);
  expect(gateway.asked.map(({ body }) => body)).toEqual([
    { to: '13800001111', text: expect.stringContaining('“兴旺制衣”通过了核验') },
  ]);
});
