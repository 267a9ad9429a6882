import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { turnDay } from '../../workers/market.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket, plantPost, plantSeeker } from '../helpers/market.ts';
import { places } from '../helpers/plant.ts';

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

const post = (values = {}) => plantPost(api.db, firm.employer.id, places.own.settlement, values);

async function applied(contactShared = false) {
  const seeker = await plantSeeker(api);
  const vacancy = await post();
  const me = callAs(api, seeker.bearer);
  const { body } = await me.post('/api/applications', { vacancy: vacancy.id, contactShared }).expect(201);
  return { ...seeker, me, vacancy, id: body.id as string };
}

const stateOf = async (id: string) =>
  (await api.db.select().from(schema.application).where(eq(schema.application.id, id)))[0]!;

describe('applying', () => {
  it('counts once however often a phone sends it', async () => {
    const { me, person } = await applied();
    const vacancy = await post();
    const key = { 'idempotency-key': 'phone-tap-0001' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => me.post('/api/applications', { vacancy: vacancy.id }, key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const again = await me.post('/api/applications', { vacancy: vacancy.id }).expect(409);
    expect(again.body.code).toBe('already_applied');
    const living = and(eq(schema.application.person, person.id), eq(schema.application.vacancy, vacancy.id));
    expect(await api.db.$count(schema.application, living)).toBe(1);
  });

  it('leaves room for others: a policy row says how many answers one may wait for at once', async () => {
    const { me } = await applied();
    const vacancies = await Promise.all(Array.from({ length: 12 }, () => post()));
    const answers = await Promise.all(
      vacancies.map(({ id }) => me.post('/api/applications', { vacancy: id })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(9).fill(201), ...Array(3).fill(409)]);
    const full = answers.find(({ status }) => status === 409)!;
    expect(full.body).toMatchObject({ code: 'too_many_open', detail: expect.stringContaining('10') });
  });

  it('is refused where there is no place or no advertisement', async () => {
    const { me } = await applied();
    const full = await post({ headcount: 2, filled: 2, status: 'filled' });
    const { body } = await me.post('/api/applications', { vacancy: full.id }).expect(409);
    expect(body.code).toBe('no_places');
    const hidden = await post({ status: 'draft' });
    await me.post('/api/applications', { vacancy: hidden.id }).expect(404);
  });
});

describe('contact data', () => {
  it('reach an employer only while the person agrees, and every look is kept', async () => {
    const { me, id, person } = await applied();
    await employer.post(`/api/employer/applications/${id}/reveal`).expect(403);
    await me.post(`/api/applications/${id}/contact`, { shared: true }).expect(200);
    const { body } = await employer.post(`/api/employer/applications/${id}/reveal`).expect(200);
    expect(body).toEqual({ name: '陆小芳', phone: '13800001234' });
    expect(await api.db.$count(schema.dataAccess, eq(schema.dataAccess.person, person.id))).toBe(1);
    await me.post(`/api/applications/${id}/contact`, { shared: false }).expect(200);
    await employer.post(`/api/employer/applications/${id}/reveal`).expect(403);
    const [consent] = await api.db.select().from(schema.consent).where(eq(schema.consent.person, person.id));
    expect(consent?.revokedAt).not.toBeNull();
  });

  it('are nowhere in the list, nor is anything of health, care or need', async () => {
    const { person, vacancy } = await applied(true);
    await api.db
      .update(schema.person)
      .set({ healthLimits: ['heavy_lifting'], careKind: 'child', careFreeFrom: 510, careFreeUntil: 990 })
      .where(eq(schema.person.id, person.id));
    const { body } = await employer.get(`/api/employer/applications?vacancy=${vacancy.id}`).expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ name: '陆*芳', settlement: '钟山安置点' });
    expect(body.items[0].reasons).toContain('会做缝纫工，正对口。');
    expect(JSON.stringify(body)).not.toMatch(/陆小芳|1380000|照看|身体|孩子|脱贫|监测|lifted/);
  });
});

describe('hiring', () => {
  it('gives the place, writes the job down and ends what the person waited for elsewhere', async () => {
    const { me, id, person, vacancy } = await applied();
    const other = await post();
    const second = await me.post('/api/applications', { vacancy: other.id }).expect(201);
    await employer
      .post(`/api/employer/applications/${id}/trial`, { appointment: '周一 8:30 到车间' })
      .expect(200);
    await employer.post(`/api/employer/applications/${id}/hire`).expect(200);
    expect(await stateOf(second.body.id)).toMatchObject({ status: 'obsolete', reason: 'hired_elsewhere' });
    const [spell] = await api.db.select().from(schema.spell).where(eq(schema.spell.person, person.id));
    expect(spell).toMatchObject({
      vacancy: vacancy.id,
      channel: 'workshop',
      endedOn: null,
      verifiedOn: null,
    });
    const { body } = await me.get('/api/applications').expect(200);
    expect(body.items.map(({ statusLabel }: { statusLabel: string }) => statusLabel).sort()).toEqual([
      '已失效',
      '已录用',
    ]);
    const told = await api.db.select().from(schema.notice).where(eq(schema.notice.person, person.id));
    expect(told.map(({ template }) => template).sort()).toEqual([
      'application.hired',
      'application.obsolete',
      'application.trial',
    ]);
  });

  it('hires one person once when two employers click at the same moment', async () => {
    const { me, id } = await applied();
    const rival = await plantFirm(api);
    const theirs = await plantPost(api.db, rival.employer.id, places.own.settlement);
    const { body } = await me.post('/api/applications', { vacancy: theirs.id }).expect(201);
    const answers = await Promise.all([
      employer.post(`/api/employer/applications/${id}/hire`),
      callAs(api, rival.bearer).post(`/api/employer/applications/${body.id}/hire`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('keeps the opinion apart from the outcome, and a refusal has its coded reason', async () => {
    const { me, id } = await applied();
    await employer.post(`/api/employer/applications/${id}/opinion`, { opinion: 'suitable' }).expect(200);
    await employer.post(`/api/employer/applications/${id}/refuse`, { reason: 'because' }).expect(400);
    await employer.post(`/api/employer/applications/${id}/refuse`, { reason: 'hours' }).expect(200);
    expect(await stateOf(id)).toMatchObject({ status: 'refused', opinion: 'suitable', reason: 'hours' });
    const { body } = await me.get('/api/applications').expect(200);
    expect(body.items[0]).toMatchObject({ statusLabel: '未录用', reason: '时间对不上' });
  });
});

describe('acting for somebody', () => {
  it('needs an authority, is told to the person, and can be objected to', async () => {
    const { person, bearer } = await plantSeeker(api);
    const vacancy = await post();
    const url = `/api/persons/${person.id}/applications`;
    await gridWorker.post(url, { vacancy: vacancy.id }).expect(400);
    const { body } = await gridWorker.post(url, { vacancy: vacancy.id, authority: 'phone' }).expect(201);
    const [told] = await api.db.select().from(schema.notice).where(eq(schema.notice.person, person.id));
    expect(told?.template).toBe('application.assisted');
    const me = callAs(api, bearer);
    await me.post(`/api/applications/${body.application}/object`, { words: '我没有说过要去' }).expect(200);
    expect(await stateOf(body.application)).toMatchObject({ status: 'withdrawn', reason: 'objection' });
    const [task] = await api.db.select().from(schema.task).where(eq(schema.task.person, person.id));
    expect(task).toMatchObject({ kind: 'objection', region: places.own.grid });
    const [done] = await api.db
      .select()
      .from(schema.assistedAction)
      .where(eq(schema.assistedAction.person, person.id));
    expect(done).toMatchObject({ authority: 'phone', objection: '我没有说过要去' });
  });

  it('keeps a refusal with its reason, which the engine never proposes again', async () => {
    const { person } = await plantSeeker(api);
    const vacancy = await post();
    const refer = (reason: string) =>
      gridWorker.post(`/api/persons/${person.id}/referrals`, { answer: 'no', vacancy: vacancy.id, reason });
    expect((await refer('care').expect(201)).body).toEqual({ application: null, justified: true });
    expect((await refer('other').expect(201)).body).toEqual({ application: null, justified: false });
    const { body } = await employer.get(`/api/employer/vacancies/${vacancy.id}/suggestions`).expect(200);
    expect(body.items.map((item: { person: string }) => item.person)).not.toContain(person.id);
  });
});

describe('suggestions', () => {
  it('are masked, told to the grid worker when wanted, and end with the consent to be found', async () => {
    const { person } = await plantSeeker(api, places.other);
    const vacancy = await plantPost(api.db, firm.employer.id, places.other.settlement);
    const url = `/api/employer/vacancies/${vacancy.id}/suggestions`;
    const { body } = await employer.get(url).expect(200);
    const shown = body.items.find((item: { person: string }) => item.person === person.id);
    expect(shown).toMatchObject({ name: '陆*芳', invited: false });
    await employer.post(`${url}/${person.id}/invite`).expect(204);
    await employer.post(`${url}/${person.id}/invite`).expect(204);
    const asked = and(eq(schema.task.person, person.id), eq(schema.task.kind, 'invitation'));
    expect(await api.db.$count(schema.task, asked)).toBe(1);
    await api.db
      .insert(schema.consent)
      .values({ person: person.id, kind: 'be_found', revokedAt: new Date() });
    const after = await employer.get(url).expect(200);
    expect(after.body.items.map((item: { person: string }) => item.person)).not.toContain(person.id);
  });
});

describe('silence', () => {
  it('opens one task for the grid worker and costs the employer its answer rate, in search too', async () => {
    const mute = await plantFirm(api);
    const vacancy = await plantPost(api.db, mute.employer.id, places.own.settlement);
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { bearer } = await plantSeeker(api);
      const { body } = await callAs(api, bearer)
        .post('/api/applications', { vacancy: vacancy.id })
        .expect(201);
      ids.push(body.id);
    }
    await callAs(api, mute.bearer).post(`/api/employer/applications/${ids[0]}/contacted`).expect(200);
    await api.db.execute(
      sql`update application set answer_by = answer_by - 8, created_at = created_at - interval '8 days'
        where vacancy = ${vacancy.id} and answered_at is null`,
    );
    await turnDay(api.db);
    await turnDay(api.db);
    const tasks = await api.db.select().from(schema.task).where(eq(schema.task.kind, 'silent_employer'));
    expect(tasks.map(({ subjectId }) => subjectId).sort()).toEqual(ids.slice(1).sort());
    const { body } = await api.http().get(`/api/vacancies/${vacancy.id}`).expect(200);
    expect(body.answerRate).toBe(33);
    const synced = await api.db.execute(
      sql`select 1 from outbox where payload->'ids' ? ${vacancy.id} and payload->>'index' = 'vacancies'`,
    );
    expect(synced.length).toBeGreaterThan(0);
  });
});
