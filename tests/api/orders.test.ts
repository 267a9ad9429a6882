import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket, plantPost } from '../helpers/market.ts';
import { places, plantHousehold, plantSpell } from '../helpers/plant.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await plantMarket(api.db);
});
afterAll(() => api?.close());

it('shows what people really earned beside the promise, once three have worked', async () => {
  const firm = await plantFirm(api);
  const me = callAs(api, firm.bearer);
  const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
  const { people } = await plantHousehold(api.db, places.own, [{}, {}, {}, {}]);
  for (const { id } of people.slice(0, 3)) await plantSpell(api.db, id, '2026-01-05', { vacancy: post.id });
  const [clock] = await api.db.execute<{ today: string; past: string }>(sql`
    select ((now() at time zone 'Asia/Shanghai')::date)::text as today,
      ((now() at time zone 'Asia/Shanghai')::date - 40)::text as past`);
  const { today, past } = clock!;
  const { body: order } = await me
    .post('/api/employer/orders', {
      product: '校服缝制',
      quantity: 3000,
      unit: '件',
      rate: 2.35,
      piecesPerDay: 40,
      workers: 6,
      startsOn: past,
      dueOn: today,
      vacancy: post.id,
    })
    .expect(201);
  expect(order).toMatchObject({
    rate: 2.35,
    promised: 94,
    earned: { median: null, people: 0 },
    status: 'open',
  });
  const record = (day: string, pieces: readonly number[]) =>
    api
      .http()
      .put(`/api/employer/orders/${order.id}/days/${day}`)
      .set('authorization', firm.bearer)
      .send({ entries: pieces.map((count, i) => ({ person: people[i]!.id, pieces: count })) });
  await record(past, [100, 100, 100]).expect(200);
  await record(today, [30, 99]).expect(200);
  expect((await me.get(`/api/employer/orders/${order.id}`)).body.earned.median).toBeNull();
  // The last word of a day counts; 40 days ago is too long ago.
  const { body } = await record(today, [30, 36, 44]).expect(200);
  expect(body.earned).toEqual({ median: 84.6, people: 3, days: 3 });
  const board = await api.http().get(`/api/orders?settlement=${places.own.settlement}`).expect(200);
  expect(board.body.items[0]).toMatchObject({ promised: 94, earned: { median: 84.6 }, status: 'running' });
  expect(JSON.stringify(board.body)).not.toContain(people[0]!.id);

  const stranger = await record(today, [1, 1, 1, 1]).expect(400);
  expect(stranger.body.fields[0].field).toBe('body.entries.3.person');
  await me.post(`/api/employer/orders/${order.id}/finish`).expect(200);
  await record(today, [1]).expect(409);
});
