import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nearestSound } from '#contract/search/nearest.ts';
import { waysToSay } from '#contract/search/query.ts';
import { openCourseSearch } from '../../api/search/courses.ts';
import { generateWorld, type WorldRows } from '../../seed/generateWorld.ts';
import { loadWorld } from '../../seed/load.ts';
import { occupationWords } from '../../seed/reference/words/index.ts';
import { rebuildIndex } from '../../workers/handlers/searchRebuild.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { testSearch } from '../helpers/search.ts';
import { testKeys } from '../helpers/world.ts';
import { judged } from './judged/queries.ts';
import { answersTo, factsOf, RELEVANT } from './judged/rules.ts';
import { runJudged, summary } from './judged/run.ts';

const TARGET = { recall: 0.95, ndcg: 0.8 };
/** Asked kinds of the issue; each alone must be good, or one could hide behind the others. */
const WEAKEST_KIND = { recall: 0.85, ndcg: 0.75 };

let database: TestDatabase;
let engine: Awaited<ReturnType<typeof testSearch>>;
let world: WorldRows;

beforeAll(async () => {
  [database, engine] = await Promise.all([testDb(), testSearch()]);
  world = generateWorld();
  await loadWorld(database.db, world, testKeys);
  await rebuildIndex(database.db, engine.client, 'vacancies');
});
afterAll(async () => {
  await Promise.all([database?.close(), engine?.close()]);
});

describe('the judged set', () => {
  it('holds at least 200 queries of every kind, each with an answer in the demo world', () => {
    const facts = factsOf(world);
    const unanswered = judged.filter(
      ({ want }) => ![...answersTo(facts, want).values()].some((grade) => grade >= RELEVANT),
    );
    expect(unanswered).toEqual([]);
    expect(judged.length).toBeGreaterThanOrEqual(200);
    expect(new Set(judged.map(({ q }) => q)).size).toBe(judged.length);
    expect(new Set(judged.map(({ kind }) => kind)).size).toBe(13);
  });

  it.each(['Meilisearch', 'PostgreSQL'])('is answered well by %s', { timeout: 300_000 }, async (name) => {
    const client = name === 'Meilisearch' ? engine.client : undefined;
    const measured = await runJudged({ db: database.db, client }, world);
    const all = summary(measured);
    expect(all.recall).toBeGreaterThanOrEqual(TARGET.recall);
    expect(all.ndcg).toBeGreaterThanOrEqual(TARGET.ndcg);
    for (const [kind, part] of Map.groupBy(measured, (one) => one.kind)) {
      const { recall, ndcg } = summary(part);
      expect(recall, kind).toBeGreaterThanOrEqual(WEAKEST_KIND.recall);
      expect(ndcg, kind).toBeGreaterThanOrEqual(WEAKEST_KIND.ndcg);
    }
  });
});

describe('courses', () => {
  it.each([
    ['缝纫', '缝纫工订单班'],
    ['fengren', '缝纫工订单班'],
    ['frg', '缝纫工订单班'],
    ['fengrne', '缝纫工订单班'],
    ['縫紉', '缝纫工订单班'],
    ['缝刃工', '缝纫工订单班'],
    ['踩机子', '缝纫工订单班'],
    ['sewing', '缝纫工订单班'],
    ['平车', '缝纫工订单班'],
    ['我想学煮饭', '中式烹调师初级班'],
    ['看娃', '母婴护理专项班'],
    ['识字', '识字和数字扫盲班'],
    // Who learns to read learns no occupation; an astronaut is taught nowhere; 电商 only sounds like 电焊.
    ['普工', undefined],
    ['宇航员', undefined],
    ['电商', undefined],
  ])('%s finds %s', async (asked, title) => {
    const titles = new Map(world.courses.map((course) => [course.id, course.title]));
    const found = await openCourseSearch(database.db)(asked);
    expect(found.map((id) => titles.get(id))).toEqual(title ? [title] : []);
  });
});

describe('words of an occupation', () => {
  it('are at least 250, each once an occupation', () => {
    expect(occupationWords.length).toBeGreaterThanOrEqual(250);
    const keys = occupationWords.map(({ occupation, word }) => `${occupation} ${word}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('ways to say a query', () => {
  it.each([
    ['我想找个守大门的活路', '守大门'],
    ['找打扫卫生的工作', '打扫卫生'],
    ['我会带娃', '带娃'],
  ])('%s is bare %s', (spoken, bare) => {
    expect(waysToSay(spoken)).toContain(bare);
  });

  it('joins syllables typed apart', () => {
    expect(waysToSay('bao jie')[0]).toBe('baojie');
  });

  it.each([
    ['fengrne', 'fengren'],
    ['baojei', 'baojie'],
    ['fegren', 'fengren'],
  ])('%s is nearest to %s', (typed, sound) => {
    expect(nearestSound(typed, ['dianzi', 'baojieyuan', 'fengrengong'])).toBe(sound);
  });

  it('leaves what is far or short alone', () => {
    expect(nearestSound('xyzabc', ['fengren'])).toBeUndefined();
    expect(nearestSound('bao', ['bai'])).toBeUndefined();
  });
});
