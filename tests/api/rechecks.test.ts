import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { turnDay } from '../../workers/market.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket } from '../helpers/market.ts';
import { places, plantAccount } from '../helpers/plant.ts';

/** Licences of employers and providers and the accreditation of workshops are looked at again, in good time. */

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await plantMarket(api.db);
});
afterAll(() => api?.close());

const inDays = (days: number) => sql<string>`((now() at time zone 'Asia/Shanghai')::date + ${days}::int)`;

async function aSchool() {
  const account = await plantAccount(api.db, 'provider', places.own.county);
  const [row] = await api.db
    .insert(schema.provider)
    .values({ name: '凉都职校', status: 'verified', region: places.own.county, account: account.id })
    .returning();
  return { provider: row!, account, me: callAs(api, await api.signIn(account.login)) };
}

const told = async (account: string) => {
  const rows = await api.db.select().from(schema.notice).where(eq(schema.notice.account, account));
  return rows.map(({ template }) => template).sort();
};

it('a provider hears of it in time, sees it, is looked at again, and hears no more', async () => {
  const { provider, account, me } = await aSchool();
  const recheck = (days: number) =>
    api.db
      .update(schema.provider)
      .set({ recheckOn: inDays(days) })
      .where(eq(schema.provider.id, provider.id));
  const due = async () => (await me.get('/api/providers/mine').expect(200)).body.provider.recheckDue;
  const bureau = callAs(api, (await api.as('bureau', places.own.county)).bearer);
  const verify = () => bureau.post(`/api/providers/${provider.id}/verdict`, { verdict: 'verify' });

  await recheck(15);
  await turnDay(api.db);
  expect([await told(account.id), await due()]).toEqual([[], false]);
  await verify().expect(409);

  await recheck(14);
  await turnDay(api.db);
  await turnDay(api.db);
  expect([await told(account.id), await due()]).toEqual([['provider.recheck'], true]);
  const { body } = await me.get('/api/my/notices').expect(200);
  expect(JSON.stringify(body.items)).toContain('凉都职校');

  await verify().expect(200);
  await turnDay(api.db);
  expect([await told(account.id), await due()]).toEqual([['provider.recheck', 'provider.verified'], false]);
});

it('how many days ahead is a dated rule of the region', async () => {
  const { provider, account } = await aSchool();
  await api.db
    .update(schema.provider)
    .set({ recheckOn: inDays(25) })
    .where(eq(schema.provider.id, provider.id));
  await turnDay(api.db);
  expect(await told(account.id)).toEqual([]);
  await api.db.insert(schema.policy).values({
    key: 'recheck.notice_days',
    region: places.own.county,
    value: 30,
    unit: 'days',
    validFrom: '2026-01-01',
    documentNumber: '钟山人社通〔2026〕2号',
  });
  await turnDay(api.db);
  expect(await told(account.id)).toEqual(['provider.recheck']);
});

it('a workshop hears of its yearly re-check, and loses the badge when nobody looked', async () => {
  const { account, employer, bearer } = await plantFirm(api, places.other.settlement);
  const me = callAs(api, bearer);
  const accredited = async () =>
    (await me.get('/api/employer/overview').expect(200)).body.employer.accredited;
  const [check] = await api.db
    .insert(schema.employerCheck)
    .values({
      employer: employer.id,
      kind: 'workshop',
      verdict: 'passed',
      facts: {},
      decidedOn: inDays(-300),
      recheckOn: inDays(60),
    })
    .returning();
  const ends = (days: number) =>
    api.db
      .update(schema.employerCheck)
      .set({ recheckOn: inDays(days) })
      .where(eq(schema.employerCheck.id, check!.id));
  await turnDay(api.db);
  expect(await accredited()).toMatchObject({ recheckDue: false });
  await ends(10);
  await turnDay(api.db);
  await turnDay(api.db);
  expect(await accredited()).toMatchObject({ recheckDue: true });
  expect(await told(account.id)).toEqual(['employer.reaccredit']);
  const bureau = callAs(api, (await api.as('bureau', places.other.county)).bearer);
  const list = (await bureau.get('/api/employers?due=true').expect(200)).body.items;
  expect(list).toContainEqual(expect.objectContaining({ id: employer.id, workshopDue: true }));
  await ends(-1);
  expect(await accredited()).toBeNull();
});
