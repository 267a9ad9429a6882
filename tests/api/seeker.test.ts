import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { buildersOf } from '../../workers/handlers/searchBuilders.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket, plantPost, plantSeeker } from '../helpers/market.ts';
import { places, plantAccount } from '../helpers/plant.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await plantMarket(api.db);
});
afterAll(() => api?.close());

/** Writes the fallback documents, from which lists are read while no engine runs. */
async function index() {
  const built = await buildersOf('vacancies').page(api.db, { size: 1000 });
  await built.saveFallback(api.db);
}

describe('the household', () => {
  it('shows members masked, who looked, and what was done for me', async () => {
    const { person, bearer } = await plantSeeker(api);
    const { account: firm, employer } = await plantFirm(api);
    const worker = await plantAccount(api.db, 'grid_worker', places.own.grid);
    await api.db
      .insert(schema.dataAccess)
      .values({ person: person.id, actor: firm.id, what: 'contact', reason: '应聘“缝纫工”' });
    await api.db
      .insert(schema.assistedAction)
      .values({ person: person.id, actor: worker.id, authority: 'spoken', action: 'apply' });
    const { body } = await callAs(api, bearer).get('/api/my/household').expect(200);
    expect(body.members).toEqual([expect.objectContaining({ self: true, name: '陆*芳', relation: '户主' })]);
    expect(JSON.stringify(body)).not.toContain('陆小芳');
    expect(body.looked).toEqual([
      expect.objectContaining({ who: employer.name, what: '看了姓名和电话', reason: '应聘“缝纫工”' }),
    ]);
    expect(body.assisted[0]).toMatchObject({ what: '替您投了岗位', authority: '本人当面口头同意' });

    const { id } = body.assisted[0];
    await callAs(api, bearer).post(`/api/my/assisted/${id}/object`, {}).expect(204);
    await callAs(api, bearer).post(`/api/my/assisted/${id}/object`, {}).expect(404);
    const tasks = await api.db.select().from(schema.task).where(eq(schema.task.subjectId, id));
    expect(tasks).toEqual([expect.objectContaining({ kind: 'objection', region: places.own.grid })]);
  });

  it('takes a contact consent back, in the application too', async () => {
    const { person, bearer } = await plantSeeker(api);
    const { employer } = await plantFirm(api);
    const post = await plantPost(api.db, employer.id, places.own.settlement);
    const seeker = callAs(api, bearer);
    await seeker.post('/api/applications', { vacancy: post.id, contactShared: true }).expect(201);
    const { body } = await seeker.get('/api/my/household').expect(200);
    const given = body.consents.find(({ kind }: { kind: string }) => kind === 'share_contact');
    expect(given).toMatchObject({ employer: employer.name, given: true });
    await seeker.post(`/api/my/consents/${given.id}/revoke`).expect(204);
    const [application] = await api.db
      .select()
      .from(schema.application)
      .where(eq(schema.application.person, person.id));
    expect(application?.contactShared).toBe(false);
  });

  it('lets nobody be found who says no, and again who says yes', async () => {
    const { bearer } = await plantSeeker(api);
    const seeker = callAs(api, bearer);
    const findable = async () => (await seeker.get('/api/my/household')).body.consents[0].given;
    expect(await findable()).toBe(true);
    for (const given of [false, true]) {
      await seeker.post('/api/my/findable', { given }).expect(204);
      expect(await findable()).toBe(given);
    }
  });
});

describe('the profile', () => {
  it('ticks skills, unpaid ones too, and keeps those nobody offers', async () => {
    const { person, bearer } = await plantSeeker(api);
    await api.db
      .update(schema.person)
      .set({ skills: ['6-05-01-03', '5-05-06-05'] })
      .where(eq(schema.person.id, person.id));
    const seeker = callAs(api, bearer);
    const { body } = await seeker.get('/api/my/profile').expect(200);
    const ticked = (offers: { code: string; ticked: boolean }[]) =>
      offers.filter((offer) => offer.ticked).map(({ code }) => code);
    expect(ticked(body.offers)).toEqual(['6-05-01-03']);
    const change = {
      skills: ['HOME-CHILD', 'HOME-COOKING', 'no-such-skill'],
      minPay: 2000,
      maxMinutes: 30,
      away: 'home',
      partTime: true,
      version: body.version,
    };
    const put = (input: object) => api.http().put('/api/my/profile').set('authorization', bearer).send(input);
    const saved = await put(change).expect(200);
    expect(ticked(saved.body.offers)).toEqual(['HOME-COOKING', 'HOME-CHILD']);
    await put(change).expect(409);
    const [row] = await api.db.select().from(schema.person).where(eq(schema.person.id, person.id));
    expect(row?.skills.toSorted()).toEqual(['5-05-06-05', 'HOME-CHILD', 'HOME-COOKING']);
    const [event] = await api.db
      .select()
      .from(schema.outbox)
      .where(eq(schema.outbox.job, 'search.sync'))
      .limit(1);
    expect(event?.payload).toMatchObject({ index: 'workers' });
  });

  it('is not for an account that stands for nobody', async () => {
    const { bearer } = await api.as('seeker', places.own.settlement);
    await callAs(api, bearer).get('/api/my/profile').expect(404);
  });
});

describe('vacancies for me', () => {
  it('come by the score of the engine, with reasons, and never what the person refused', async () => {
    const { person, bearer } = await plantSeeker(api);
    const { employer } = await plantFirm(api);
    const sewing = await plantPost(api.db, employer.id, places.own.settlement, { title: '为我缝纫' });
    const refused = await plantPost(api.db, employer.id, places.own.settlement, { title: '拒绝过的' });
    await api.db
      .insert(schema.refusal)
      .values({ person: person.id, vacancy: refused.id, reason: 'hours', justified: false });
    await index();
    const { body } = await callAs(api, bearer).get('/api/my/vacancies').expect(200);
    const items = body.items as { id: string; score: number; reasons: string[] }[];
    expect(items.map(({ id }) => id)).not.toContain(refused.id);
    expect(items.find(({ id }) => id === sewing.id)?.reasons.join('')).toContain('正对口');
    const scores = items.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe('an advertisement', () => {
  it('names similar ones, the same occupation first, and never itself', async () => {
    const { employer } = await plantFirm(api);
    const one = await plantPost(api.db, employer.id, places.own.settlement, { title: '甲' });
    await plantPost(api.db, employer.id, places.own.settlement, { title: '乙' });
    await plantPost(api.db, employer.id, places.own.settlement, { title: '丙', occupation: '6-05-01-02' });
    await index();
    const { body } = await api.http().get(`/api/vacancies/${one.id}/similar`).expect(200);
    const ids = body.items.map(({ id }: { id: string }) => id);
    expect(ids).not.toContain(one.id);
    expect(body.items[0].title).not.toBe('丙');
    expect(ids.length).toBeGreaterThan(1);
  });

  it('is reported by anybody, one task a reason and day', async () => {
    const { employer } = await plantFirm(api);
    const { id } = await plantPost(api.db, employer.id, places.own.settlement);
    const report = (reason: string) => api.http().post(`/api/vacancies/${id}/reports`).send({ reason });
    await report('money').expect(202);
    await report('money').expect(202);
    await report('untrue').expect(202);
    await report('nonsense').expect(400);
    const tasks = await api.db.select().from(schema.task).where(eq(schema.task.subjectId, id));
    expect(tasks.map(({ kind, region }) => [kind, region])).toEqual([
      ['report', places.own.settlement],
      ['report', places.own.settlement],
    ]);
  });
});

it('a call for help becomes one task of the place', async () => {
  const call = (settlement: string) => api.http().post('/api/help-calls').send({ settlement });
  expect((await call(places.own.settlement).expect(202)).body).toEqual({ first: true });
  expect((await call(places.own.settlement).expect(202)).body).toEqual({ first: false });
  await call('529999').expect(404);
});

describe('the taxonomy', () => {
  it('changes by versions, tells the index, and refuses a change made on an old one', async () => {
    const { bearer } = await api.as('bureau', places.city);
    const bureau = callAs(api, bearer);
    const change = {
      base: 0,
      note: '加一个说法',
      add: [{ occupation: '6-05-01-03', word: '车衣裳', kind: 'dialect' }],
    };
    await bureau.post('/api/taxonomy/versions', change).expect(201);
    await bureau.post('/api/taxonomy/versions', change).expect(409);
    const { body } = await bureau.get('/api/taxonomy/words?q=车衣').expect(200);
    expect(body).toMatchObject({ version: 1, total: 1 });
    expect(body.items[0]).toMatchObject({ word: '车衣裳', occupationLabel: '缝纫工', kindLabel: '方言' });

    const { employer } = await plantFirm(api);
    const post = await plantPost(api.db, employer.id, places.own.settlement);
    const built = await buildersOf('vacancies').byIds(api.db, [post.id]);
    expect(built.documents[0]?.words).toEqual(['车衣裳']);

    const drop = { base: 1, note: '去掉', drop: [body.items[0].id] };
    await bureau.post('/api/taxonomy/versions', drop).expect(201);
    const next = await buildersOf('vacancies').byIds(api.db, [post.id]);
    expect(next.documents[0]?.words).toEqual([]);
    expect(next.documents[0]?.version).not.toBe(built.documents[0]?.version);
    const versions = (await bureau.get('/api/taxonomy/versions').expect(200)).body.items;
    expect(
      versions.map(({ number, added, dropped }: Record<string, number>) => [number, added, dropped]),
    ).toEqual([
      [2, 0, 1],
      [1, 1, 0],
    ]);
    const jobs = await api.db.select().from(schema.outbox).where(eq(schema.outbox.job, 'search.rebuild'));
    expect(jobs.length).toBe(2);
  });

  it('is not for seekers', async () => {
    const { bearer } = await plantSeeker(api);
    await callAs(api, bearer).get('/api/taxonomy/words').expect(403);
  });
});
