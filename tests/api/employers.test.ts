import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usccCheckCharacter } from '#contract/identifiers.ts';
import * as schema from '#drizzle/schema/index.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket, plantPost } from '../helpers/market.ts';
import { places, plantHousehold, plantSpell } from '../helpers/plant.ts';

let api: TestApi;
let staff: ReturnType<typeof callAs>;
beforeAll(async () => {
  api = await testApi();
  await plantMarket(api.db);
  staff = callAs(api, (await api.as('bureau', places.own.county)).bearer);
});
afterAll(() => api?.close());

let numbered = 0;
function aCode(): string {
  const body = `91520201MA6${String(++numbered).padStart(6, '0')}`;
  return body + usccCheckCharacter(body);
}

const licence = (values: object = {}) => ({
  name: '钟山区凉都制衣厂',
  uscc: aCode(),
  kind: 'workshop',
  legalRepresentative: '王建国',
  address: '钟山安置点 3 号楼一层',
  contact: '王经理',
  phone: '13800002222',
  region: places.own.settlement,
  login: `firm${numbered}`,
  password: 'ten-letters-long',
  ...values,
});

const register = (values: object = {}) => api.http().post('/api/employers').send(licence(values));

describe('an employer', () => {
  it('registers with a true credit code only, and once', async () => {
    const wrong = await register({ uscc: '91350100M000100Y44' }).expect(400);
    expect(wrong.body.fields[0].field).toBe('body.uscc');
    const first = licence();
    await api.http().post('/api/employers').send(first).expect(201);
    const again = await register({ uscc: first.uscc }).expect(409);
    expect(again.body.code).toBe('already_registered');
    const taken = await register({ login: first.login }).expect(409);
    expect(taken.body.detail).toContain('账号名');
    expect(await api.db.$count(schema.employer, eq(schema.employer.name, first.name))).toBe(1);
  });

  it('is verified by staff of its region for six months, and again when the licence changes', async () => {
    const { body } = await register().expect(201);
    const url = `/api/employers/${body.employer}`;
    const stranger = callAs(api, (await api.as('bureau', places.other.county)).bearer);
    await stranger.post(`${url}/verify`).expect(404);
    const verified = await staff.post(`${url}/verify`).expect(200);
    expect(verified.body).toMatchObject({ status: 'verified', recheckDue: false });
    expect(verified.body.checks[0]).toMatchObject({ kind: 'licence', verdict: 'passed' });

    const me = await api
      .http()
      .post('/api/auth/sign-in')
      .send({ login: `firm${numbered}`, password: 'ten-letters-long' });
    const mine = callAs(api, `Bearer ${me.body.accessToken}`);
    await mine.patch('/api/employer/profile', { phone: '13800003333' }).expect(200);
    const kept = await mine.get('/api/employer/profile').expect(200);
    expect(kept.body).toMatchObject({ status: 'verified', phone: '13800003333' });
    const renamed = await mine.patch('/api/employer/profile', { name: '凉都新制衣厂' }).expect(200);
    expect(renamed.body.status).toBe('pending');
  });

  it('that is suspended has nothing on the market and cannot come back by itself', async () => {
    const firm = await plantFirm(api);
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
    await staff.post(`/api/employers/${firm.employer.id}/suspend`, { reason: '拖欠工资' }).expect(200);
    const [row] = await api.db.select().from(schema.vacancy).where(eq(schema.vacancy.id, post.id));
    expect(row?.status).toBe('paused');
    const { body } = await callAs(api, firm.bearer)
      .post(`/api/employer/vacancies/${post.id}/resume`)
      .expect(409);
    expect(body.code).toBe('employer_not_verified');
  });
});

describe('a workshop', () => {
  it('is accredited by who works there today: number, share and insurance, each with its policy row', async () => {
    const firm = await plantFirm(api);
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
    const { people } = await plantHousehold(api.db, places.own, Array(6).fill({}));
    for (const [i, { id }] of people.entries()) {
      await plantSpell(api.db, id, `2026-0${i + 1}-01`, {
        vacancy: post.id,
        insurance: i > 0,
        endedOn: i === 5 ? '2026-07-01' : null,
      });
    }
    const url = `/api/employers/${firm.employer.id}/accreditation`;
    const { body } = await staff.get(`${url}?staff=20`).expect(200);
    expect(body).toMatchObject({ workers: 5, insured: 4, staff: 20, verdict: 'failed' });
    expect(
      body.rules.map(({ key, has, met }: { key: string; has: number; met: boolean }) => [key, has, met]),
    ).toEqual([
      ['workshop.min_workers', 5, true],
      ['workshop.min_share', 25, false],
      ['workshop.min_insured', 80, false],
    ]);
    await staff.post(url, { staff: 20, verdict: 'passed' }).expect(409);

    await api.db.update(schema.spell).set({ insurance: true }).where(eq(schema.spell.vacancy, post.id));
    const passed = await staff.post(url, { staff: 12, verdict: 'passed' }).expect(200);
    expect(passed.body.accreditedUntil).toMatch(/^\d{4}-/);
    const [check] = await api.db
      .select()
      .from(schema.employerCheck)
      .where(eq(schema.employerCheck.employer, firm.employer.id));
    expect(check?.facts).toMatchObject({ workers: 5, rules: [{ policy: expect.any(String) }, {}, {}] });
  });
});
