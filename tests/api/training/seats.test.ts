import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
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

describe('seats', () => {
  it('are never given twice, and nobody is turned away', async () => {
    const { id } = await plantClass(api.db, course.id, { seats: 3 });
    const answers = await Promise.all((await api.people(30)).map((person) => api.signUp(id, person)));
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(201));
    expect(answers.filter(({ body }) => body.status === 'enrolled')).toHaveLength(3);
    expect(await api.seatsOf(id)).toEqual({ taken: 3, enrolled: 3, waiting: 27 });
  });

  it('go to the queue in its order as they are freed, whoever leaves at once', async () => {
    const { id } = await plantClass(api.db, course.id, { seats: 4 });
    const persons = await api.people(10);
    const enrolments: string[] = [];
    for (const person of persons) enrolments.push((await api.signUp(id, person)).body.enrolment);
    const leaving = [0, 2, 5, 3].map((i) =>
      api.post(`/api/enrolments/${enrolments[i]}/withdraw`, api.counsellor, { authority: 'phone' }),
    );
    expect((await Promise.all(leaving)).map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    const { body } = await api.get(`/api/classes/${id}/enrolments`, api.provider).expect(200);
    const order = (status: string) =>
      body.items
        .filter((one: { status: string }) => one.status === status)
        .map((one: { id: string }) => one.id);
    expect(order('enrolled')).toEqual([1, 4, 6, 7].map((i) => enrolments[i]));
    expect(order('waiting')).toEqual([8, 9].map((i) => enrolments[i]));
    expect(await api.seatsOf(id)).toEqual({ taken: 4, enrolled: 4, waiting: 2 });
    const told = await api.db.select().from(schema.notice).where(eq(schema.notice.person, persons[7]!));
    expect(told.map(({ template }) => template)).toContain('class.seat');
  });

  it('that stay taken end the queue when the class begins: whoever waited is told', async () => {
    const { id } = await plantClass(api.db, course.id, { seats: 1 });
    const [first, second] = await api.people(2);
    await api.signUp(id, first!);
    await api.signUp(id, second!);
    await api.post(`/api/classes/${id}/state`, api.provider, { action: 'start' }).expect(200);
    expect(await api.seatsOf(id)).toEqual({ taken: 1, enrolled: 1, waiting: 0 });
    const told = async (person: string) => {
      const rows = await api.db.select().from(schema.notice).where(eq(schema.notice.person, person));
      return rows.map(({ template }) => template).filter((template) => template === 'class.full');
    };
    expect([await told(first!), await told(second!)]).toEqual([[], ['class.full']]);
  });

  it('are held once a person, on record and on her word', async () => {
    const { id } = await plantClass(api.db, course.id);
    const [person] = await api.people(1);
    const twice = await Promise.all([api.signUp(id, person!), api.signUp(id, person!)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    const silent = await api.post(`/api/classes/${id}/enrolments`, api.counsellor, { person });
    expect(silent.status).toBe(409);
    const [other] = await api.people(1);
    const wordless = await api.post(`/api/classes/${id}/enrolments`, api.counsellor, { person: other });
    expect(wordless.body.fields).toEqual([{ field: 'body.authority', reason: '请说明本人怎样同意' }]);
    const acts = await api.db
      .select()
      .from(schema.assistedAction)
      .where(eq(schema.assistedAction.person, person!));
    expect(acts.map(({ action, authority }) => [action, authority])).toEqual([['class.enrol', 'spoken']]);
  });

  it('that a larger room adds are filled at once, and a smaller room is refused', async () => {
    const { id, version } = await plantClass(api.db, course.id, { seats: 1 });
    for (const person of await api.people(3)) await api.signUp(id, person);
    const form = {
      startsOn: '2026-12-01',
      endsOn: '2026-12-10',
      dayStart: 540,
      dayEnd: 960,
      place: '社区二楼',
    };
    const change = (body: object) => api.put(`/api/classes/${id}`, api.provider, { ...form, ...body });
    await change({ seats: 2, version }).expect(200);
    expect(await api.seatsOf(id)).toEqual({ taken: 2, enrolled: 2, waiting: 1 });
    expect((await change({ seats: 3, version })).body.code).toBe('version_conflict');
    expect((await change({ seats: 1, version: version + 1 })).body.fields[0].field).toBe('body.seats');
  });
});
