import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vacancyQuery, vacancyRoutes } from '#contract/routes/vacancies.ts';
import * as schema from '#drizzle/schema/index.ts';
import { indexesAreOld } from '#platform/launcher/indexes.ts';
import { openPlaces } from '../../api/search/places.ts';
import { openVacancySearch } from '../../api/search/vacancies.ts';
import { handOverSearch, untilSearchable } from '../../seed/search.ts';
import { drifted, searchDrift } from '../../workers/handlers/searchDrift.ts';
import { rebuildIndex } from '../../workers/handlers/searchRebuild.ts';
import { syncDocuments } from '../../workers/handlers/searchSync.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { testSearch } from '../helpers/search.ts';

const TODAY = '2026-11-22';
let database: TestDatabase;
let engine: Awaited<ReturnType<typeof testSearch>>;
const ids = new Map<string, string>();

/** The answer by the engine and, with it declared away, by the database. */
const byEngine = (input: object) => searchWith(engine.client, input);
const byDatabase = (input: object) => searchWith(undefined, input);

function searchWith(client: typeof engine.client | undefined, input: object) {
  const search = openVacancySearch({
    db: database.db,
    client: client ?? ({ multiSearch: () => Promise.reject(new Error('away')) } as never),
    places: openPlaces(database.db),
    onEngineAway: () => undefined,
  });
  return search.search(vacancyQuery.parse(input), TODAY);
}

const titles = async (answer: ReturnType<typeof byEngine>) => (await answer).items.map(({ title }) => title);

beforeAll(async () => {
  [database, engine] = await Promise.all([testDb(), testSearch()]);
  await plantVacancies();
  await rebuildIndex(database.db, engine.client, 'all');
});

afterAll(async () => {
  await Promise.all([database?.close(), engine?.close()]);
});

describe('finding vacancies', () => {
  it.each([
    ['Chinese words', '缝纫', ['女装缝纫工']],
    ['a word inside the content', '住宿楼', ['保洁员']],
    ['pinyin', 'baojie', ['保洁员']],
    ['initials from the middle of a title', 'frg', ['女装缝纫工']],
    ['pinyin with a typo', 'fengrne', ['女装缝纫工']],
    ['traditional characters', '保潔員', ['保洁员']],
    ['a wrong character of the same sound', '缝刃工', ['女装缝纫工']],
    ['the name of the employer', '刺梨', ['选果包装工']],
  ])('by %s', async (_, q, expected) => {
    expect(await titles(byEngine({ q }))).toEqual(expected);
  });

  it.each(['缝纫', 'baojie', 'frg', '保潔員', '缝刃工', '刺梨'])(
    'gives the same answer for %s when the engine is away',
    async (q) => {
      const [engineAnswer, databaseAnswer] = await Promise.all([byEngine({ q }), byDatabase({ q })]);
      expect(databaseAnswer).toEqual({ ...engineAnswer, degraded: true });
    },
  );

  it('shows only what is published, valid today and still has places', async () => {
    const { items, total } = await byEngine({});
    expect(total).toBe(5);
    expect(items.map(({ title }) => title)).not.toContain('过期的岗位');
    expect(items.map(({ title }) => title)).not.toContain('草稿岗位');
    expect(items.map(({ title }) => title)).not.toContain('招满的岗位');
  });

  const filters: [string, object, string[]][] = [
    ['kind', { kind: 'home_work' }, ['手工串珠']],
    ['pay', { pay: '4000' }, ['电子装配工']],
    [
      'minutes from a settlement, home work always',
      { from: 'S1', minutes: '15' },
      ['保洁员', '女装缝纫工', '手工串珠'],
    ],
    ['care hours', { care: 'true' }, ['保洁员', '手工串珠']],
    ['lodging', { lodging: '1' }, ['电子装配工']],
    ['county', { county: '520204' }, ['选果包装工', '手工串珠']],
  ];
  it.each(filters)('filters by %s, and the database agrees', async (_, query, expected) => {
    const [engineAnswer, databaseAnswer] = await Promise.all([byEngine(query), byDatabase(query)]);
    expect(engineAnswer.items.map(({ title }) => title).sort()).toEqual(expected.sort());
    expect(engineAnswer.widened).toBeNull();
    expect(databaseAnswer.facets).toEqual(engineAnswer.facets);
    expect(databaseAnswer.items).toEqual(engineAnswer.items);
  });

  it('counts each facet as if its own filter were not set', async () => {
    const { facets, total } = await byEngine({ kind: ['workshop'] });
    expect(total).toBe(2);
    expect(Object.fromEntries(facets.kind.map(({ value, count }) => [value, count]))).toEqual({
      workshop: 2,
      home_work: 1,
      labour_export: 1,
      public_welfare: 1,
    });
    expect(facets.care).toBe(0);
    expect(facets.pay.find(({ value }) => value === '3000')?.count).toBe(1);
  });

  it('is never blank: it widens and says how', async () => {
    const far = await byEngine({ q: '缝纫', lodging: 'true' });
    expect(far.items.map(({ title }) => title)).toEqual(['女装缝纫工']);
    expect(far.widened).toContain('包住');
    const nonsense = await byEngine({ q: '潜水艇驾驶' });
    expect(nonsense.total).toBe(5);
    expect(nonsense.widened).toContain('潜水艇驾驶');
  });

  it('sorts strictly by pay and by distance', async () => {
    const pays = (await byEngine({ sort: 'pay' })).items.map(({ monthlyMax }) => monthlyMax);
    expect(pays).toEqual([...pays].sort((a, b) => b - a));
    const near = await byEngine({ sort: 'near', from: 'S2' });
    expect(near.items.slice(0, 2).map(({ place }) => place)).toEqual(['海坪安置点', '海坪安置点']);
  });

  it.each(['"', '" OR kind = x', "'; drop table vacancy; --", '\\', '   ', '𬱖', '%_', 'a'.repeat(60)])(
    'takes %j as plain words',
    async (q) => {
      for (const answer of [await byEngine({ q }), await byDatabase({ q })])
        expect(answer.items.length).toBe(5);
    },
  );
});

describe('keeping the index', () => {
  it('follows a change, a withdrawal, and reports no drift afterwards', async () => {
    const id = ids.get('女装缝纫工') as string;
    await database.db
      .update(schema.vacancy)
      .set({ title: '男装缝纫工', version: 2 })
      .where(eq(schema.vacancy.id, id));
    expect((await searchDrift(database.db, engine.client, 'vacancies')).stale).toEqual([id]);
    await syncDocuments(database.db, engine.client, { index: 'vacancies', ids: [id] });
    await expect.poll(() => titles(byEngine({ q: '男装' }))).toEqual(['男装缝纫工']);

    await database.db
      .update(schema.vacancy)
      .set({ status: 'closed', version: 3 })
      .where(eq(schema.vacancy.id, id));
    await syncDocuments(database.db, engine.client, { index: 'vacancies', ids: [id] });
    await expect.poll(async () => (await byEngine({ q: '男装' })).widened).not.toBeNull();
    expect((await byDatabase({ q: '男装' })).widened).not.toBeNull();
    expect(drifted(await searchDrift(database.db, engine.client, 'vacancies'))).toBe(0);
  });

  it('knows documents of another build, in the index and at start', async () => {
    const old = () => indexesAreOld(engine.url, engine.masterKey);
    expect(await old()).toBe(false);
    const { results } = await engine.client.index('vacancies').getDocuments({ limit: 1_000, fields: ['id'] });
    const aged = results.map(({ id }) => ({ id, version: '1' }));
    await engine.client.index('vacancies').updateDocuments(aged).waitTask();
    expect(await old()).toBe(true);
    const { stale } = await searchDrift(database.db, engine.client, 'vacancies');
    expect(stale).toHaveLength(aged.length);
    await rebuildIndex(database.db, engine.client, 'vacancies');
    expect(await old()).toBe(false);
  });

  it('a world that is replaced is searched in the database, said so, until the indexes are built anew', async () => {
    await handOverSearch(database.db, engine.client);
    const waiting = untilSearchable(database.db, engine.client);
    const found = await byEngine({ q: '保洁' });
    expect(found.degraded).toBe(true);
    expect(found.total).toBeGreaterThan(0);
    await rebuildIndex(database.db, engine.client, 'all');
    expect(await waiting).toBe(true);
  });

  it('rebuilds by swap: every search during the rebuild finds the post', async () => {
    let rebuilding = true;
    const rebuild = rebuildIndex(database.db, engine.client, 'vacancies').finally(() => {
      rebuilding = false;
    });
    const seen: string[][] = [];
    while (rebuilding) seen.push(await titles(byEngine({ q: '保洁' })));
    await rebuild;
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((found) => found.length === 1)).toBe(true);
    const { results } = await engine.client.getRawIndexes();
    expect(results.map(({ uid }) => uid).sort()).toEqual(['vacancies', 'workers']);
  });
});

it('has a contract for the route', () => {
  expect(vacancyRoutes.search.access).toEqual({ kind: 'public' });
});

async function plantVacancies() {
  const { db } = database;
  const region = (
    code: string,
    level: 'city' | 'county' | 'settlement',
    name: string,
    parent: string | null,
  ) => ({
    code,
    level,
    name,
    parent,
    path: `${parent ? `${parent}/` : ''}${code}/`,
  });
  await db
    .insert(schema.region)
    .values([
      region('520200', 'city', '六盘水市', null),
      region('520201', 'county', '钟山区', '520200'),
      region('520204', 'county', '水城区', '520200'),
      region('S1', 'settlement', '幸福里安置点', '520201'),
      region('S2', 'settlement', '海坪安置点', '520204'),
    ]);
  await db.insert(schema.settlement).values([
    { code: 'S1', county: '520201', street: '520201', lat: 26.59, lng: 104.83 },
    { code: 'S2', county: '520204', street: '520204', lat: 26.5, lng: 104.9 },
  ]);
  await db.insert(schema.travel).values([
    { from: 'S1', to: 'S1', minutes: 10 },
    { from: 'S1', to: 'S2', minutes: 45 },
    { from: 'S2', to: 'S2', minutes: 10 },
    { from: 'S2', to: 'S1', minutes: 45 },
  ]);
  const [sewing, fruit] = await db
    .insert(schema.employer)
    .values([
      { name: '凉都服装车间', kind: 'workshop', region: '520201', status: 'verified' },
      { name: '水城刺梨食品公司', kind: 'company', region: '520204' },
    ])
    .returning({ id: schema.employer.id });
  const post = (values: Partial<typeof schema.vacancy.$inferInsert>): typeof schema.vacancy.$inferInsert => ({
    employer: sewing?.id as string,
    title: '岗位',
    kind: 'workshop',
    form: 'full_time',
    occupation: '6-05-01-03',
    content: '按样衣缝制',
    headcount: 3,
    status: 'published',
    region: 'local',
    settlement: 'S1',
    payBasis: 'monthly',
    payMin: 2500,
    payMax: 3200,
    monthlyMin: 2500,
    monthlyMax: 3200,
    hoursPerDay: 9,
    shiftStart: 480,
    shiftEnd: 1080,
    publishedAt: new Date('2026-11-01T00:00:00Z'),
    ...values,
  });
  const rows = await db
    .insert(schema.vacancy)
    .values([
      post({ title: '女装缝纫工' }),
      post({
        title: '保洁员',
        kind: 'public_welfare',
        occupation: '4-09-08-01',
        content: '打扫住宿楼和楼道',
        monthlyMin: 1000,
        monthlyMax: 1200,
        payMin: 1000,
        payMax: 1200,
        shiftStart: 540,
        shiftEnd: 780,
        publishedAt: new Date('2026-11-02T00:00:00Z'),
      }),
      post({
        title: '选果包装工',
        employer: fruit?.id as string,
        occupation: '6-31-05-00',
        content: '分拣鲜果,装箱',
        settlement: 'S2',
        monthlyMax: 2900,
        payMax: 2900,
        publishedAt: new Date('2026-11-03T00:00:00Z'),
      }),
      post({
        title: '电子装配工',
        kind: 'labour_export',
        occupation: '6-25-04-07',
        content: '流水线组装,去浙江',
        settlement: null,
        region: 'outside',
        monthlyMin: 4500,
        monthlyMax: 5500,
        payMin: 4500,
        payMax: 5500,
        lodging: true,
        publishedAt: new Date('2026-11-04T00:00:00Z'),
      }),
      post({
        title: '手工串珠',
        kind: 'home_work',
        form: 'piece_home',
        occupation: '6-09-03-11',
        content: '领料回家做',
        settlement: 'S2',
        payBasis: 'piece',
        monthlyMin: 800,
        monthlyMax: 1500,
        payMin: 800,
        payMax: 1500,
        shiftStart: null,
        shiftEnd: null,
        publishedAt: new Date('2026-11-05T00:00:00Z'),
      }),
      post({ title: '过期的岗位', validUntil: '2026-11-21' }),
      post({ title: '草稿岗位', status: 'draft' }),
      post({ title: '招满的岗位', headcount: 2, filled: 2 }),
    ])
    .returning({ id: schema.vacancy.id, title: schema.vacancy.title });
  for (const { id, title } of rows) ids.set(title, id);
}
