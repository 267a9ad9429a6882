import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { tellSavedSearches } from '../../workers/handlers/savedSearches.ts';
import { remind } from '../../workers/reminders.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket, plantPost, plantSeeker } from '../helpers/market.ts';
import { places } from '../helpers/plant.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await plantMarket(api.db);
});
afterAll(() => api?.close());

const { signal } = new AbortController();
const told = async (person: string) => {
  const rows = await api.db.select().from(schema.notice).where(eq(schema.notice.person, person));
  return rows.map(({ template, params }) => ({ template, params }));
};

it('keeps a search once, ten at most, and only its owner sees or removes it', async () => {
  const [me, other] = [await plantSeeker(api), await plantSeeker(api)];
  const [mine, theirs] = [callAs(api, me.bearer), callAs(api, other.bearer)];
  const save = (q: string) => mine.post('/api/my/searches', { query: { q, pay: 3000, care: 'true' } });
  const { body: first } = await save('缝纫').expect(201);
  expect(first).toMatchObject({
    name: '缝纫 3000 元以上 能顾家',
    query: { q: '缝纫', pay: 3000, care: true },
  });
  expect((await save('缝纫').expect(201)).body.id).toBe(first.id);
  for (let i = 0; i < 9; i++) await save(`词${i}`).expect(201);
  expect((await save('第十一个').expect(409)).body.code).toBe('wrong_state');
  await theirs.get(`/api/my/searches/${first.id}`).expect(404);
  await api.http().delete(`/api/my/searches/${first.id}`).set('authorization', other.bearer).expect(404);
  await api.http().delete(`/api/my/searches/${first.id}`).set('authorization', me.bearer).expect(204);
  expect((await mine.get('/api/my/searches').expect(200)).body.items).toHaveLength(9);
});

it('tells the owner how many new vacancies fit, once a day', async () => {
  const me = await plantSeeker(api);
  const firm = await plantFirm(api);
  const { body } = await callAs(api, me.bearer)
    .post('/api/my/searches', { query: { pay: 3000 } })
    .expect(201);
  const publish = async (monthlyMax: number, publishedAt: number) => {
    const { id } = await plantPost(api.db, firm.employer.id, places.own.settlement);
    const document = { placesLeft: 1, lastDay: 99_999, monthlyMax, publishedAt };
    await api.db.insert(schema.vacancySearch).values({ vacancy: id, document, terms: [] });
  };
  await publish(3500, Date.now() - 86_400_000);
  await tellSavedSearches({ db: api.db }, signal);
  expect(await told(me.person.id)).toEqual([]);
  await publish(3500, Date.now() + 1_000);
  await publish(2000, Date.now() + 1_000);
  await tellSavedSearches({ db: api.db }, signal);
  await tellSavedSearches({ db: api.db }, signal);
  expect(await told(me.person.id)).toEqual([
    { template: 'search.matches', params: { search: body.id, count: 1 } },
  ]);
});

it('reminds the employer of an answer due tomorrow and tells the person of a silence, once', async () => {
  const me = await plantSeeker(api);
  const firm = await plantFirm(api);
  const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
  const { body } = await callAs(api, me.bearer).post('/api/applications', { vacancy: post.id }).expect(201);
  const answerIn = (days: number) =>
    api.db
      .update(schema.application)
      .set({ answerBy: sql`(now() at time zone 'Asia/Shanghai')::date + ${days}::int` })
      .where(eq(schema.application.id, body.id));
  const firmTold = async () => {
    const rows = await api.db.select().from(schema.notice).where(eq(schema.notice.account, firm.account.id));
    return rows.map(({ template }) => template).filter((name) => name === 'application.due');
  };
  await answerIn(1);
  await remind(api.db);
  await remind(api.db);
  expect(await firmTold()).toHaveLength(1);
  expect(await told(me.person.id)).toEqual([]);
  await answerIn(-1);
  await remind(api.db);
  await remind(api.db);
  expect(await told(me.person.id)).toEqual([
    { template: 'application.silent', params: { application: body.id } },
  ]);
});
