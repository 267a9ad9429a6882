import { afterAll, beforeAll, expect, it } from 'vitest';
import { findRegion } from '#drizzle/queries/scope.ts';
import { worldVacancies } from '#drizzle/queries/world.ts';
import * as schema from '#drizzle/schema/index.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import {
  places,
  plantAccount,
  plantHousehold,
  plantRun,
  plantSpell,
  plantVacancy,
} from '../helpers/plant.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  const { db } = api;
  const monthsAgo = (months: number) => {
    const day = new Date();
    day.setUTCMonth(day.getUTCMonth() - months, 10);
    return day.toISOString().slice(0, 10);
  };

  // Two in work: one verified for 8 months, one in an unverified public-welfare post for 8 months.
  const busy = await plantHousehold(db, places.own, [{}, {}]);
  await plantSpell(db, busy.people[0]!.id, monthsAgo(8), { verifiedOn: monthsAgo(1) });
  await plantSpell(db, busy.people[1]!.id, monthsAgo(8), { channel: 'public_welfare' });
  // One in work for 4 months, verified, whose earlier spell has ended.
  const recent = await plantHousehold(db, places.own, [{}]);
  await plantSpell(db, recent.people[0]!.id, monthsAgo(20), {
    endedOn: monthsAgo(10),
    verifiedOn: monthsAgo(10),
  });
  await plantSpell(db, recent.people[0]!.id, monthsAgo(4), { verifiedOn: monthsAgo(1), channel: 'flexible' });
  // Zero-employment: able, willing, nobody in work; the spell has ended.
  const zero = await plantHousehold(db, places.own, [{}, { capacity: 'none' }]);
  await plantSpell(db, zero.people[0]!.id, monthsAgo(9), { endedOn: monthsAgo(2), verifiedOn: monthsAgo(3) });
  // Not zero-employment: its only labourer is unwilling; another has no labourer at all.
  await plantHousehold(db, places.own, [{ willing: false }]);
  await plantHousehold(db, places.own, [{ capacity: 'none' }]);
  // A zero-employment household of the other county.
  await plantHousehold(db, places.other, [{}]);

  await plantVacancy(db, places.own.settlement, { headcount: 7, filled: 2 });
  // Offered to the whole city: open to each county, in no county's row.
  await plantVacancy(db, places.own.settlement, { settlement: null, regionCode: places.city, headcount: 3 });
  await plantVacancy(db, places.own.settlement, { headcount: 2, filled: 2 });
  await plantVacancy(db, places.own.settlement, { status: 'draft' });
  await plantVacancy(db, places.own.settlement, { status: 'in_review' });
  await plantVacancy(db, places.own.settlement, { validUntil: '2020-01-01' });

  const run = await plantRun(db, places.own.county, {
    totals: {
      zeroBefore: { A: 0, B: 1, C: 0 },
      covered: { A: 0, B: 1, C: 0 },
      employed: 2,
      uncovered: 1,
      placed: 1,
    },
  });
  await db.insert(schema.runHousehold).values({
    run: run.id,
    household: zero.household.id,
    tier: 'B',
    settlement: places.own.settlement,
    outcome: 'covered',
    explanation: '已安排',
  });
});
afterAll(() => api?.close());

const read = async (region: string, query = '') => {
  const { login } = await plantAccount(api.db, 'bureau', region);
  const bearer = await api.signIn(login);
  const { body } = await api.http().get(`/api/overview${query}`).set('authorization', bearer).expect(200);
  return body;
};
const shares = (body: { indicators: { key: string; value: number; of: number | null }[] }) =>
  Object.fromEntries(
    body.indicators.map(({ key, value, of }) => [key, of === null ? value : `${value}/${of}`]),
  );

const OWN = {
  household_coverage: '2/4',
  zero_employment: 1,
  employment: '3/5',
  stable_3: '2/3',
  stable_6: '1/3',
  public_share: '1/3',
};

it('derives every indicator from spells, as raw counts with a definition', async () => {
  const body = await read(places.own.county);
  expect(shares(body)).toEqual(OWN);
  for (const { label, definition } of body.indicators) expect(label && definition).toMatch(/\p{Script=Han}/u);
  expect(Date.now() - Date.parse(body.asOf)).toBeLessThan(60_000);
});

it('adds up: the rows of a city sum to its total', async () => {
  const city = await read(places.city);
  expect(shares(city)).toEqual({
    household_coverage: '2/5',
    zero_employment: 2,
    employment: '3/6',
    stable_3: '2/3',
    stable_6: '1/3',
    public_share: '1/3',
  });
  expect(city.rows).toMatchObject([
    {
      code: places.own.county,
      level: '县',
      households: 5,
      householdsWithLabour: 4,
      householdsCovered: 2,
      labourers: 5,
      employed: 3,
      zeroEmployment: 1,
      zeroPlanned: 1,
      openPlaces: 5,
    },
    { code: places.other.county, households: 1, zeroEmployment: 1, zeroPlanned: 0, openPlaces: 0 },
  ]);
});

it('counts the open places a run would find, wherever they are offered', async () => {
  for (const { region, code } of [
    { region: places.own.county, code: places.own.county },
    { region: places.city, code: places.city },
  ]) {
    const { openPlaces } = await read(region);
    const scope = (await findRegion(api.db, { path: '' }, code))!;
    const posts = await worldVacancies(api.db, scope);
    expect(openPlaces).toBe(posts.reduce((sum, post) => sum + post.places, 0));
    expect(openPlaces).toBe(8);
  }
});

it('goes down to the settlement and the grid, and counts the same there', async () => {
  expect(shares(await read(places.city, `?region=${places.own.settlement}`))).toEqual(OWN);
  expect(shares(await read(places.own.grid))).toEqual(OWN);
});

it('shows the last run and what waits to those who may act on it', async () => {
  const body = await read(places.own.county);
  expect(body.lastRun).toMatchObject({ covered: 1, zeroBefore: 1, uncovered: 1, placed: 1, certified: true });
  expect(body.lastRun.region).toBe(body.plans[0]);
  expect(body.tasks).toMatchObject([
    { kind: 'review', text: '1 个岗位等着审核' },
    { kind: 'uncovered', text: '1 户还没有岗位，请逐户查看原因' },
  ]);
  expect(await read(places.other.county)).toMatchObject({ lastRun: null, plans: [], tasks: [] });
});
