import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Family } from '#contract/routes/families.ts';
import type { Task } from '#contract/routes/tasks.ts';
import * as schema from '#drizzle/schema/index.ts';
import { buildersOf } from '../../workers/handlers/searchBuilders.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket, plantPost, plantSeeker } from '../helpers/market.ts';
import { places, plantHousehold, plantRun, plantSpell } from '../helpers/plant.ts';

let api: TestApi;
let firm: Awaited<ReturnType<typeof plantFirm>>;
let employer: ReturnType<typeof callAs>;
let gridWorker: ReturnType<typeof callAs>;

beforeAll(async () => {
  api = await testApi();
  await plantMarket(api.db);
  firm = await plantFirm(api);
  employer = callAs(api, firm.bearer);
  gridWorker = callAs(api, (await api.as('grid_worker', places.own.grid)).bearer);
});
afterAll(() => api?.close());

/** A post as search knows it: what is offered is read from its documents. */
async function post(values = {}) {
  const vacancy = await plantPost(api.db, firm.employer.id, places.own.settlement, values);
  const built = await buildersOf('vacancies').page(api.db, { size: 1000 });
  await built.saveFallback(api.db);
  return vacancy;
}
const familyOf = async (person: { household: string }): Promise<Family> =>
  (await gridWorker.get(`/api/families/${person.household}`).expect(200)).body;
const decline = (person: { id: string }, vacancy: { id: string }, reason: string) =>
  gridWorker
    .post(`/api/persons/${person.id}/referrals`, { answer: 'no', vacancy: vacancy.id, reason })
    .expect(201);

describe('a family at the door', () => {
  it('is found by its head or number, those without any work first', async () => {
    const busy = await plantHousehold(api.db, places.own, [{ name: '钱满仓' }]);
    await plantSpell(api.db, busy.people[0]!.id, '2026-01-05');
    const needy = await plantHousehold(api.db, places.own, [{ name: '钱小满' }]);
    const ids = async (query: string) =>
      (await gridWorker.get(`/api/families?${query}`).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids(`q=${encodeURIComponent('钱')}`)).toEqual([needy.household.id, busy.household.id]);
    expect(await ids(`q=${busy.household.number}`)).toEqual([busy.household.id]);
    expect(await ids('zero=true&size=100')).not.toContain(busy.household.id);
  });

  it('offers what suits, the post an employer asked for first, and never again what was declined', async () => {
    const { person } = await plantSeeker(api);
    const [, asked] = [await post(), await post({ monthlyMax: 2900, payMax: 2900 })];
    await employer.post(`/api/employer/vacancies/${asked.id}/suggestions/${person.id}/invite`).expect(204);
    const posts = async (): Promise<{ id: string; asked: boolean }[]> =>
      (await gridWorker.get(`/api/persons/${person.id}/posts`).expect(200)).body.items;
    expect((await posts())[0]).toMatchObject({ id: asked.id, asked: true });

    const [task] = (await familyOf(person)).tasks;
    expect(task).toMatchObject({ kind: 'invitation', vacancy: { id: asked.id } });
    await decline(person, asked, 'care');
    expect((await posts()).map(({ id }) => id)).not.toContain(asked.id);
    // The matter is closed by the answer itself.
    expect((await familyOf(person)).tasks).toEqual([]);
  });

  it('lets the last answer about a post stand, and counts those without a justified reason', async () => {
    const { person } = await plantSeeker(api);
    const [far, hard, sewing] = [await post(), await post(), await post()];
    await decline(person, far, 'pay');
    await decline(person, far, 'distance');
    await decline(person, hard, 'skill');
    await decline(person, hard, 'skill');
    await decline(person, sewing, 'other');
    await gridWorker
      .post(`/api/persons/${person.id}/referrals`, { answer: 'yes', vacancy: sewing.id, authority: 'spoken' })
      .expect(201);
    const family = await familyOf(person);
    expect(family.zeroEmployment).toBe(true);
    expect(family.refusals).toEqual({ counted: 1, limit: 3, document: '黔人社发〔2019〕3号' });
    const said = family.members[0]!.referrals.map(({ answer, words, justified }) => [
      answer,
      words,
      justified,
    ]);
    expect(said).toHaveLength(3);
    expect(said).toEqual(
      expect.arrayContaining([
        ['yes', '已投递', null],
        ['no', '离家太远', true],
        ['no', '怕做不来', false],
      ]),
    );
  });
});

describe('a post at the door', () => {
  it('is asked once: an answer is shown, a refusal may be taken back, an application is the person’s', async () => {
    const { person, bearer } = await plantSeeker(api);
    const [asked, own] = [await post(), await post()];
    const said = async ({ id }: { id: string }) =>
      (await gridWorker.get(`/api/persons/${person.id}/referrals/${id}`).expect(200)).body;
    expect(await said(asked)).toEqual({ said: null, allowed: ['yes', 'no'] });
    await decline(person, asked, 'distance');
    expect(await said(asked)).toMatchObject({
      said: { answer: 'no', words: '离家太远' },
      allowed: ['yes', 'no'],
    });
    const yes = { answer: 'yes', vacancy: asked.id, authority: 'spoken' };
    await gridWorker.post(`/api/persons/${person.id}/referrals`, yes).expect(201);
    expect(await said(asked)).toMatchObject({ said: { answer: 'yes', words: '已投递' }, allowed: [] });

    await callAs(api, bearer).post('/api/applications', { vacancy: own.id }).expect(201);
    expect(await said(own)).toMatchObject({ said: { answer: 'yes' }, allowed: [] });
    const no = { answer: 'no', vacancy: own.id, reason: 'pay' };
    const { body } = await gridWorker.post(`/api/persons/${person.id}/referrals`, no).expect(409);
    expect(body.code).toBe('already_applied');
  });
});

describe('refusals reach those who can change something', () => {
  it('the employer sees reasons once three people declined, care and health as one', async () => {
    const vacancy = await post();
    const declined = async () =>
      (await employer.get(`/api/employer/vacancies/${vacancy.id}`).expect(200)).body.declined;
    for (const reason of ['care', 'health']) await decline((await plantSeeker(api)).person, vacancy, reason);
    expect(await declined()).toEqual({ people: 2, reasons: [] });
    await decline((await plantSeeker(api)).person, vacancy, 'pay');
    expect(await declined()).toEqual({
      people: 3,
      reasons: [
        { label: '家里或身体的原因', people: 2 },
        { label: '工资太低', people: 1 },
      ],
    });
  });

  it('the course plan counts those who fear they cannot do the work, by settlement and occupation', async () => {
    await plantRun(api.db, places.own.county);
    const vacancy = await post({ occupation: '6-18-02-04' });
    for (const reason of ['skill', 'skill', 'pay']) {
      await decline((await plantSeeker(api)).person, vacancy, reason);
    }
    const { body } = await counsellor().then((worker) => worker.get('/api/training/demand').expect(200));
    expect(body.afraid).toContainEqual({
      settlement: { code: places.own.settlement, name: '钟山安置点' },
      occupation: '6-18-02-04',
      occupationLabel: '焊工',
      people: 2,
      courses: 0,
    });
  });
});

const counsellor = async () => callAs(api, (await api.as('counsellor', places.own.street)).bearer);

describe('what waits', () => {
  it('is listed with whom to see, and done once', async () => {
    const { person } = await plantSeeker(api);
    const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const [row] = await api.db
      .insert(schema.task)
      .values({
        kind: 'follow_up',
        region: places.own.grid,
        person: person.id,
        text: '上岗一个月，请回访',
        dueOn: day,
        dedupe: `follow-up:${person.id}`,
      })
      .returning();
    const list = async (): Promise<Task[]> =>
      (await gridWorker.get('/api/tasks?size=100').expect(200)).body.items;
    const mine = (await list()).find(({ id }) => id === row!.id);
    expect(mine).toMatchObject({
      kindLabel: '回访',
      late: true,
      person: { name: '陆*芳', household: person.household },
    });
    const done = () => gridWorker.post(`/api/tasks/${row!.id}/done`, { result: '做得好' });
    const answers = await Promise.all([done(), done()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await list()).map(({ id }) => id)).not.toContain(row!.id);
  });
});
