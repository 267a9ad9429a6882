import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { places, plantHousehold } from '../../helpers/plant.ts';
import { plantClass, plantEnrolment } from '../../helpers/training.ts';
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

describe('vouchers', () => {
  const grant = (person: string, level = 'l5') =>
    api.post('/api/vouchers', api.counsellor, { person, occupation: '6-05-01-03', level });

  it('are granted once per occupation and level, by the row in force today', async () => {
    const [person] = await api.people(1);
    const both = await Promise.all([grant(person!), grant(person!)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const granted = both.find(({ status }) => status === 201)!.body;
    expect(granted).toMatchObject({ amount: 1200, status: 'issued' });
    const [row] = await api.db.select().from(schema.voucher).where(eq(schema.voucher.id, granted.id));
    const [rule] = await api.db.select().from(schema.policy).where(eq(schema.policy.id, row!.policy!));
    expect(rule).toMatchObject({ key: 'training.subsidy.l5', value: 1200 });
    expect(row!.facts).toMatchObject({ labourer: true });
    expect((await grant(person!, 'l4')).body).toMatchObject({ code: 'not_subsidised' });

    await api.post(`/api/vouchers/${granted.id}/void`, api.bureau, { reason: '发错了人' }).expect(200);
    expect((await grant(person!)).status).toBe(201);
  });

  it('are refused to children and to those who cannot work', async () => {
    const { people } = await plantHousehold(api.db, places.own, [
      { capacity: 'none' },
      { birthDate: '2015-01-01' },
    ]);
    for (const { id } of people) expect((await grant(id)).body.code).toBe('not_subsidised');
  });

  it('pay one seat of their holder, after passing and enough days', async () => {
    const running = await plantClass(api.db, course.id, { status: 'running' });
    const [person, other] = await api.people(2);
    const seat = await plantEnrolment(api.db, running.id, person!);
    const stranger = await plantEnrolment(api.db, running.id, other!);
    const { body: voucher } = await grant(person!);
    const claim = (enrolment: string) =>
      api.post(`/api/enrolments/${enrolment}/voucher`, api.provider, { code: voucher.code.toLowerCase() });
    expect((await claim(stranger.id)).status).toBe(404);
    expect((await Promise.all([claim(seat.id), claim(seat.id)])).map(({ status }) => status).sort()).toEqual([
      204, 404,
    ]);

    const verify = () => api.post(`/api/vouchers/${voucher.id}/verify`, api.bureau);
    expect((await verify()).body).toMatchObject({ code: 'not_subsidised' });
    await api
      .post(`/api/enrolments/${seat.id}/assessment`, api.provider, { passed: true, score: 90 })
      .expect(204);
    const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'];
    const attend = (enrolment: string, upTo: number) =>
      api.db
        .insert(schema.attendance)
        .values(days.slice(0, upTo).map((day) => ({ enrolment, day, method: 'teacher' as const })))
        .onConflictDoNothing();
    await attend(stranger.id, 5);
    await attend(seat.id, 3);
    expect((await verify()).body.detail).toBe('出勤 3/5 天，要达到 80%');
    await attend(seat.id, 4);
    const paid = await Promise.all([verify(), verify()]);
    expect(paid.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
