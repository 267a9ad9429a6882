import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { attendanceCode } from '../../api/operations/training/attendance.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { places, plantHousehold, plantVacancy } from '../helpers/plant.ts';
import {
  isPerson,
  plantClass,
  plantCourse,
  plantEnrolment,
  plantProvider,
  plantSubsidies,
} from '../helpers/training.ts';

let api: TestApi;
let provider: string;
let counsellor: string;
let bureau: string;
let owner: string;
let course: typeof schema.course.$inferSelect;

beforeAll(async () => {
  api = await testApi();
  await plantSubsidies(api.db);
  const signedIn = await api.as('provider', places.own.county);
  [provider, owner] = [signedIn.bearer, signedIn.account.id];
  counsellor = (await api.as('counsellor', places.own.county)).bearer;
  bureau = (await api.as('bureau', places.own.county)).bearer;
});
afterAll(() => api?.close());

beforeEach(async () => {
  await api.db.update(schema.provider).set({ account: null });
  course = await plantCourse(api.db, (await plantProvider(api.db, { account: owner })).id);
});

const post = (url: string, bearer: string, body: object = {}) =>
  api.http().post(url).set('authorization', bearer).send(body);
const get = (url: string, bearer: string) => api.http().get(url).set('authorization', bearer);

async function people(count: number): Promise<string[]> {
  const { people } = await plantHousehold(
    api.db,
    places.own,
    Array.from({ length: count }, () => ({})),
  );
  return people.map(({ id }) => id);
}

/** Signs up through the counsellor, who has the person's word. */
const signUp = (classId: string, person: string) =>
  post(`/api/classes/${classId}/enrolments`, counsellor, { person, authority: 'spoken' });

const seatsOf = async (classId: string) => {
  const [row] = await api.db.select().from(schema.courseClass).where(eq(schema.courseClass.id, classId));
  const rows = await api.db.select().from(schema.enrolment).where(eq(schema.enrolment.class, classId));
  const count = (status: string) => rows.filter((one) => one.status === status).length;
  return { taken: row!.taken, enrolled: count('enrolled'), waiting: count('waiting') };
};

describe('seats', () => {
  it('are never given twice, and nobody is turned away', async () => {
    const { id } = await plantClass(api.db, course.id, { seats: 3 });
    const answers = await Promise.all((await people(30)).map((person) => signUp(id, person)));
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(201));
    expect(answers.filter(({ body }) => body.status === 'enrolled')).toHaveLength(3);
    expect(await seatsOf(id)).toEqual({ taken: 3, enrolled: 3, waiting: 27 });
  });

  it('go to the queue in its order as they are freed, whoever leaves at once', async () => {
    const { id } = await plantClass(api.db, course.id, { seats: 4 });
    const persons = await people(10);
    const enrolments: string[] = [];
    for (const person of persons) enrolments.push((await signUp(id, person)).body.enrolment);
    const leaving = [0, 2, 5, 3].map((i) =>
      post(`/api/enrolments/${enrolments[i]}/withdraw`, counsellor, { authority: 'phone' }),
    );
    expect((await Promise.all(leaving)).map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    const { body } = await get(`/api/classes/${id}/enrolments`, provider).expect(200);
    const order = (status: string) =>
      body.items
        .filter((one: { status: string }) => one.status === status)
        .map((one: { id: string }) => one.id);
    expect(order('enrolled')).toEqual([1, 4, 6, 7].map((i) => enrolments[i]));
    expect(order('waiting')).toEqual([8, 9].map((i) => enrolments[i]));
    expect(await seatsOf(id)).toEqual({ taken: 4, enrolled: 4, waiting: 2 });
    const told = await api.db.select().from(schema.notice).where(eq(schema.notice.person, persons[7]!));
    expect(told.map(({ template }) => template)).toContain('class.seat');
  });

  it('are held once a person, on record and on her word', async () => {
    const { id } = await plantClass(api.db, course.id);
    const [person] = await people(1);
    const twice = await Promise.all([signUp(id, person!), signUp(id, person!)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    const silent = await post(`/api/classes/${id}/enrolments`, counsellor, { person });
    expect(silent.status).toBe(409);
    const [other] = await people(1);
    const wordless = await post(`/api/classes/${id}/enrolments`, counsellor, { person: other });
    expect(wordless.body.fields).toEqual([{ field: 'body.authority', reason: '请说明本人怎样同意' }]);
    const acts = await api.db
      .select()
      .from(schema.assistedAction)
      .where(eq(schema.assistedAction.person, person!));
    expect(acts.map(({ action, authority }) => [action, authority])).toEqual([['class.enrol', 'spoken']]);
  });

  it('that a larger room adds are filled at once, and a smaller room is refused', async () => {
    const { id, version } = await plantClass(api.db, course.id, { seats: 1 });
    for (const person of await people(3)) await signUp(id, person);
    const form = {
      startsOn: '2026-12-01',
      endsOn: '2026-12-10',
      dayStart: 540,
      dayEnd: 960,
      place: '社区二楼',
    };
    const change = (body: object) =>
      api
        .http()
        .put(`/api/classes/${id}`)
        .set('authorization', provider)
        .send({ ...form, ...body });
    await change({ seats: 2, version }).expect(200);
    expect(await seatsOf(id)).toEqual({ taken: 2, enrolled: 2, waiting: 1 });
    expect((await change({ seats: 3, version })).body.code).toBe('version_conflict');
    expect((await change({ seats: 1, version: version + 1 })).body.fields[0].field).toBe('body.seats');
  });
});

describe('a class', () => {
  it('opens for a verified provider only, an order class only against posts', async () => {
    const order = await plantCourse(api.db, course.provider, { kind: 'order' });
    const { id } = await plantClass(api.db, order.id, { status: 'planned' });
    const open = () => post(`/api/classes/${id}/state`, provider, { action: 'open' });
    expect((await open()).body.code).toBe('no_posts_committed');

    const { vacancy } = await plantVacancy(api.db, places.own.settlement, { headcount: 5, filled: 2 });
    const commit = (places: number) =>
      api
        .http()
        .put(`/api/classes/${id}/posts/${vacancy.id}`)
        .set('authorization', provider)
        .send({ places });
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
    const [a, b] = await people(2);
    const seat = await plantEnrolment(api.db, running.id, a!);
    const step = (id: string, action: string) =>
      post(`/api/classes/${id}/state`, provider, { action, reason: '场地停用' });
    expect((await step(running.id, 'finish')).body.code).toBe('wrong_state');
    await post(`/api/enrolments/${seat.id}/assessment`, provider, { passed: false, score: 40 }).expect(204);
    expect((await step(running.id, 'finish')).body.status).toBe('finished');
    expect((await step(running.id, 'cancel')).body.code).toBe('wrong_state');

    const open = await plantClass(api.db, course.id);
    const { body } = await signUp(open.id, b!);
    expect((await step(open.id, 'cancel')).body).toMatchObject({
      status: 'cancelled',
      cancelReason: '场地停用',
    });
    expect(await seatsOf(open.id)).toEqual({ taken: 0, enrolled: 0, waiting: 0 });
    expect(body.status).toBe('enrolled');
  });
});

describe('attendance', () => {
  it('takes the code of the day, once; not that of another day, class or stranger', async () => {
    const { account, bearer } = await api.as('seeker', places.own.settlement);
    const [person] = await people(1);
    await isPerson(api.db, account.id, person!);
    const running = await plantClass(api.db, course.id, { status: 'running' });
    const other = await plantClass(api.db, course.id, { status: 'running' });
    await plantEnrolment(api.db, running.id, person!);
    const { body: today } = await get(`/api/classes/${running.id}/attendance-code`, provider).expect(200);
    const scan = (code: string, id = running.id) => post(`/api/classes/${id}/attendance`, bearer, { code });

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
      .http()
      .put(`/api/classes/${running.id}/attendance/${today.day}`)
      .set('authorization', provider)
      .send({ present: [other.id] })
      .expect(200);
    expect(list.body.rows).toEqual([expect.objectContaining({ method: 'qr' })]);
  });
});

describe('vouchers', () => {
  const grant = (person: string, level = 'l5') =>
    post('/api/vouchers', counsellor, { person, occupation: '6-05-01-03', level });

  it('are granted once per occupation and level, by the row in force today', async () => {
    const [person] = await people(1);
    const both = await Promise.all([grant(person!), grant(person!)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const granted = both.find(({ status }) => status === 201)!.body;
    expect(granted).toMatchObject({ amount: 1200, status: 'issued' });
    const [row] = await api.db.select().from(schema.voucher).where(eq(schema.voucher.id, granted.id));
    const [rule] = await api.db.select().from(schema.policy).where(eq(schema.policy.id, row!.policy!));
    expect(rule).toMatchObject({ key: 'training.subsidy.l5', value: 1200 });
    expect(row!.facts).toMatchObject({ labourer: true });
    expect((await grant(person!, 'l4')).body).toMatchObject({ code: 'not_subsidised' });

    await post(`/api/vouchers/${granted.id}/void`, bureau, { reason: '发错了人' }).expect(200);
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
    const [person, other] = await people(2);
    const seat = await plantEnrolment(api.db, running.id, person!);
    const stranger = await plantEnrolment(api.db, running.id, other!);
    const { body: voucher } = await grant(person!);
    const claim = (enrolment: string) =>
      post(`/api/enrolments/${enrolment}/voucher`, provider, { code: voucher.code.toLowerCase() });
    expect((await claim(stranger.id)).status).toBe(404);
    expect((await Promise.all([claim(seat.id), claim(seat.id)])).map(({ status }) => status).sort()).toEqual([
      204, 404,
    ]);

    const verify = () => post(`/api/vouchers/${voucher.id}/verify`, bureau);
    expect((await verify()).body).toMatchObject({ code: 'not_subsidised' });
    await post(`/api/enrolments/${seat.id}/assessment`, provider, { passed: true, score: 90 }).expect(204);
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

it('a certificate teaches: skills, certificates, search, and the household file', async () => {
  const running = await plantClass(api.db, course.id, { status: 'running' });
  const { household, people } = await plantHousehold(api.db, places.own, [{ skills: ['4-09-08-01'] }]);
  const seat = await plantEnrolment(api.db, running.id, people[0]!.id);
  const award = (number: string) =>
    post(`/api/enrolments/${seat.id}/certificate`, provider, { number, awardedOn: '2026-11-20' });
  expect((await award('GZ-001')).body.code).toBe('wrong_state');
  await post(`/api/enrolments/${seat.id}/assessment`, provider, { passed: true, score: 88 }).expect(204);
  await award('GZ-001').expect(204);
  expect((await award('GZ-002')).body.code).toBe('wrong_state');

  const [person] = await api.db.select().from(schema.person).where(eq(schema.person.id, people[0]!.id));
  expect(person).toMatchObject({ skills: ['4-09-08-01', '6-05-01-03'], certificates: ['sewing'] });
  const events = await api.db.select().from(schema.outbox).where(eq(schema.outbox.job, 'search.sync'));
  expect(events.map(({ payload }) => payload)).toContainEqual({ index: 'workers', ids: [person!.id] });
  const { body } = await get(`/api/households/${household.id}/training`, counsellor).expect(200);
  expect(body.members).toEqual([
    expect.objectContaining({
      name: '张*明',
      classes: [expect.objectContaining({ course: '缝纫工初级班', statusLabel: '已合格', score: 88 })],
      certificates: [expect.objectContaining({ number: 'GZ-001', occupation: '缝纫工' })],
      employedAt90: null,
    }),
  ]);
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
  const wrong = await post('/api/providers', bearer, { ...form, uscc: '91350100M000100Y44' });
  expect(wrong.body.fields[0]).toMatchObject({ field: 'body.uscc' });
  const { body: added } = await post('/api/providers', bearer, form).expect(201);
  expect(added).toMatchObject({ status: 'pending', allowed: ['edit'] });
  expect((await post('/api/providers', bearer, form)).body.code).toBe('already_registered');

  const judge = (body: object) => post(`/api/providers/${added.id}/verdict`, bureau, body);
  expect((await judge({ verdict: 'verify' })).body).toMatchObject({ status: 'verified', recheckDue: false });
  expect((await judge({ verdict: 'verify' })).body.code).toBe('wrong_state');
  const change = (body: object) =>
    api
      .http()
      .put('/api/providers/mine')
      .set('authorization', bearer)
      .send({ ...form, ...body });
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
      classes: [{ seatsLeft: 2, careFriendly: true }],
    });
  });
});
