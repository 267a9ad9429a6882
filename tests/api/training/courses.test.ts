import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { places, plantVacancy } from '../../helpers/plant.ts';
import { plantClass } from '../../helpers/training.ts';
import { type TrainingApi, trainingApi } from '../../helpers/trainingApi.ts';

let api: TrainingApi;
let course: typeof schema.course.$inferSelect;

beforeAll(async () => {
  api = await trainingApi();
});
afterAll(() => api?.close());

beforeEach(async () => {
  course = await api.newCourse();
});

it('a provider is verified by staff, and again when its licence changes', async () => {
  const { bearer } = await api.as('provider', places.own.county);
  const form = {
    name: '凉都技能培训学校',
    uscc: '91350100M000100Y43',
    licence: '人社民5202004000001',
    licenceValidUntil: '2028-12-31',
    address: '人民路 1 号',
    contact: '李老师',
    phone: '13800001234',
  };
  const wrong = await api.post('/api/providers', bearer, { ...form, uscc: '91350100M000100Y44' });
  expect(wrong.body.fields[0]).toMatchObject({ field: 'body.uscc' });
  const { body: added } = await api.post('/api/providers', bearer, form).expect(201);
  expect(added).toMatchObject({ status: 'pending', allowed: ['edit'] });
  expect((await api.post('/api/providers', bearer, form)).body.code).toBe('already_registered');

  const judge = (body: object) => api.post(`/api/providers/${added.id}/verdict`, api.bureau, body);
  expect((await judge({ verdict: 'verify' })).body).toMatchObject({ status: 'verified', recheckDue: false });
  expect((await judge({ verdict: 'verify' })).body.code).toBe('wrong_state');
  const change = (body: object) => api.put('/api/providers/mine', bearer, { ...form, ...body });
  expect((await change({ phone: '0858-8224455' })).body.status).toBe('verified');
  expect((await change({ licence: '人社民5202004000002' })).body.status).toBe('pending');
  expect((await judge({ verdict: 'suspend' })).body.code).toBe('reason_needed');
  expect((await judge({ verdict: 'suspend', reason: '许可证过期' })).body.status).toBe('suspended');
});

describe('the public list', () => {
  it('counts the open places that ask for what a course teaches, within reach', async () => {
    const home = places.own.settlement;
    await api.db.delete(schema.classCommitment);
    await api.db.delete(schema.vacancy);
    const need = { skills: ['6-05-01-03'], headcount: 4, filled: 1 };
    await plantVacancy(api.db, home, need);
    await plantVacancy(api.db, home, { headcount: 9 }); // asks for nothing
    await plantVacancy(api.db, home, { ...need, status: 'paused' });
    await plantVacancy(api.db, home, { ...need, validUntil: '2020-01-01' });
    await plantVacancy(api.db, places.other.settlement, { ...need, headcount: 11 });
    await plantClass(api.db, course.id);
    const opens = async (query: string) => {
      const { body } = await api.http().get(`/api/courses/${course.id}${query}`).expect(200);
      return body.opens;
    };
    expect(await opens(`?from=${home}`)).toEqual({ vacancies: 1, places: 3, near: true });
    expect(await opens('')).toEqual({ vacancies: 2, places: 13, near: false });
    await api.db.insert(schema.travel).values({ from: home, to: places.other.settlement, minutes: 30 });
    expect(await opens(`?from=${home}`)).toEqual({ vacancies: 2, places: 13, near: true });
    const { body } = await api.http().get(`/api/courses?from=${home}&q=缝纫`).expect(200);
    const card = body.items.find(({ id }: { id: string }) => id === course.id);
    expect(card).toMatchObject({
      opens: { places: 13 },
      classes: [{ seatsLeft: 2, careFriendly: true, place: expect.stringMatching(/^\S+ 社区二楼教室$/) }],
    });
  });
});
