import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { attendanceCode } from '../../../api/operations/training/attendance.ts';
import { places, plantHousehold, plantVacancy } from '../../helpers/plant.ts';
import { isPerson, plantClass, plantCourse, plantEnrolment } from '../../helpers/training.ts';
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

describe('a class', () => {
  it('opens for a verified provider only, an order class only against posts', async () => {
    const order = await plantCourse(api.db, course.provider, { kind: 'order' });
    const { id } = await plantClass(api.db, order.id, { status: 'planned' });
    const open = () => api.post(`/api/classes/${id}/state`, api.provider, { action: 'open' });
    expect((await open()).body.code).toBe('no_posts_committed');

    const { vacancy } = await plantVacancy(api.db, places.own.settlement, { headcount: 5, filled: 2 });
    const commit = (places: number) =>
      api.put(`/api/classes/${id}/posts/${vacancy.id}`, api.provider, { places });
    expect((await commit(4)).body.code).toBe('no_places');
    expect((await commit(3)).body.committedPlaces).toBe(3);

    await api.db
      .update(schema.provider)
      .set({ status: 'suspended' })
      .where(eq(schema.provider.id, order.provider));
    expect((await open()).body.code).toBe('provider_not_verified');
    await api.db
      .update(schema.provider)
      .set({ status: 'verified' })
      .where(eq(schema.provider.id, order.provider));
    expect((await open()).body).toMatchObject({
      status: 'open',
      allowed: ['edit', 'commit', 'start', 'cancel'],
    });
  });

  it('ends when everybody has been assessed; cancelling frees everything', async () => {
    const running = await plantClass(api.db, course.id, { status: 'running' });
    const [a, b] = await api.people(2);
    const seat = await plantEnrolment(api.db, running.id, a!);
    const step = (id: string, action: string) =>
      api.post(`/api/classes/${id}/state`, api.provider, { action, reason: '场地停用' });
    expect((await step(running.id, 'finish')).body.code).toBe('wrong_state');
    await api
      .post(`/api/enrolments/${seat.id}/assessment`, api.provider, { passed: false, score: 40 })
      .expect(204);
    expect((await step(running.id, 'finish')).body.status).toBe('finished');
    expect((await step(running.id, 'cancel')).body.code).toBe('wrong_state');

    const open = await plantClass(api.db, course.id);
    const { body } = await api.signUp(open.id, b!);
    expect((await step(open.id, 'cancel')).body).toMatchObject({
      status: 'cancelled',
      cancelReason: '场地停用',
    });
    expect(await api.seatsOf(open.id)).toEqual({ taken: 0, enrolled: 0, waiting: 0 });
    expect(body.status).toBe('enrolled');
  });
});

describe('attendance', () => {
  it('takes the code of the day, once; not that of another day, class or stranger', async () => {
    const { account, bearer } = await api.as('seeker', places.own.settlement);
    const [person] = await api.people(1);
    await isPerson(api.db, account.id, person!);
    const running = await plantClass(api.db, course.id, { status: 'running' });
    const other = await plantClass(api.db, course.id, { status: 'running' });
    await plantEnrolment(api.db, running.id, person!);
    const { body: today } = await api
      .get(`/api/classes/${running.id}/attendance-code`, api.provider)
      .expect(200);
    const scan = (code: string, id = running.id) =>
      api.post(`/api/classes/${id}/attendance`, bearer, { code });

    const yesterday = new Date(Date.parse(today.day) - 86_400_000).toISOString().slice(0, 10);
    for (const stale of [
      attendanceCode(running.attendanceKey, running.id, yesterday),
      attendanceCode(other.attendanceKey, other.id, today.day),
      'short',
    ])
      expect((await scan(stale)).body.code).toBe('attendance_code_refused');
    expect((await scan(today.code)).body).toMatchObject({ day: today.day, first: true });
    expect((await scan(today.code)).body).toMatchObject({ day: today.day, first: false });
    expect((await scan(today.code, other.id)).status).toBe(404);
    const rows = await api.db.select().from(schema.attendance);
    expect(rows.filter(({ day }) => day === today.day)).toHaveLength(1);

    // The teacher's list cannot undo a scan, nor hold a stranger.
    const list = await api
      .put(`/api/classes/${running.id}/attendance/${today.day}`, api.provider, { present: [other.id] })
      .expect(200);
    expect(list.body.rows).toEqual([expect.objectContaining({ method: 'qr' })]);
  });

  it('says of a day without a lesson when there is one, and lets nobody call the roll', async () => {
    const sheetOf = async (dates: { startsOn: string; endsOn: string }, query = '') => {
      const { id } = await plantClass(api.db, course.id, { status: 'running', ...dates });
      return (await api.get(`/api/classes/${id}/attendance${query}`, api.provider).expect(200)).body;
    };
    const coming = { startsOn: '2099-01-05', endsOn: '2099-01-20' };
    expect(await sheetOf(coming)).toMatchObject({ held: false, next: '2099-01-05', allowed: [] });
    expect(await sheetOf(coming, '?day=2099-01-07')).toMatchObject({ held: false, next: '2099-01-07' });
    const over = { startsOn: '2020-01-05', endsOn: '2020-01-20' };
    expect(await sheetOf(over)).toMatchObject({ held: false, next: null, allowed: [] });
    expect(await sheetOf(over, '?day=2020-01-06')).toMatchObject({ held: true, allowed: ['record'] });
  });
});

it('a certificate teaches: skills, certificates, search, and the household file', async () => {
  const running = await plantClass(api.db, course.id, { status: 'running' });
  const { household, people } = await plantHousehold(api.db, places.own, [
    { skills: ['4-09-08-01'] },
    { capacity: 'none' },
  ]);
  const seat = await plantEnrolment(api.db, running.id, people[0]!.id);
  const award = (number: string) =>
    api.post(`/api/enrolments/${seat.id}/certificate`, api.provider, { number, awardedOn: '2026-11-20' });
  expect((await award('GZ-001')).body.code).toBe('wrong_state');
  await api
    .post(`/api/enrolments/${seat.id}/assessment`, api.provider, { passed: true, score: 88 })
    .expect(204);
  await award('GZ-001').expect(204);
  expect((await award('GZ-002')).body.code).toBe('wrong_state');

  const [person] = await api.db.select().from(schema.person).where(eq(schema.person.id, people[0]!.id));
  expect(person).toMatchObject({ skills: ['4-09-08-01', '6-05-01-03'], certificates: ['sewing'] });
  const events = await api.db.select().from(schema.outbox).where(eq(schema.outbox.job, 'search.sync'));
  expect(events.map(({ payload }) => payload)).toContainEqual({ index: 'workers', ids: [person!.id] });
  const { body } = await api.get(`/api/households/${household.id}/training`, api.counsellor).expect(200);
  expect(body.members).toEqual([
    expect.objectContaining({
      name: '张*明',
      classes: [expect.objectContaining({ course: '缝纫工初级班', statusLabel: '已合格', score: 88 })],
      certificates: [expect.objectContaining({ number: 'GZ-001', occupation: '缝纫工' })],
      employedAt90: null,
      allowed: ['issue_voucher'],
    }),
    expect.objectContaining({ allowed: [] }),
  ]);
});
