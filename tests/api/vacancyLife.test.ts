import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { turnDay } from '../../workers/market.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket, plantPost, plantSeeker } from '../helpers/market.ts';
import { places } from '../helpers/plant.ts';

let api: TestApi;
let firm: Awaited<ReturnType<typeof plantFirm>>;
let employer: ReturnType<typeof callAs>;
let counsellor: ReturnType<typeof callAs>;

beforeAll(async () => {
  api = await testApi();
  await plantMarket(api.db);
  firm = await plantFirm(api);
  employer = callAs(api, firm.bearer);
  counsellor = callAs(api, (await api.as('counsellor', places.own.county)).bearer);
});
afterAll(() => api?.close());

const vacancyRow = async (id: string) =>
  (await api.db.select().from(schema.vacancy).where(eq(schema.vacancy.id, id)))[0]!;

async function draft(fields: object = {}) {
  const { body } = await employer.post('/api/employer/vacancies', { template: 'sewing' }).expect(201);
  const saved = await employer
    .patch(`/api/employer/vacancies/${body.id}`, { version: body.version, fields })
    .expect(200);
  return saved.body as { id: string; version: number; check: { verdict: string; missing: unknown[] } };
}

describe('from draft to the market', () => {
  it('is complete from the template, goes through review, and stands in the public search source', async () => {
    const { id, version, check } = await draft({ headcount: 3 });
    expect(check).toMatchObject({ verdict: 'ok', missing: [] });
    await employer.post(`/api/employer/vacancies/${id}/submit`, { version }).expect(200);
    const queue = await counsellor.get('/api/reviews').expect(200);
    expect(queue.body.items).toMatchObject([{ id, firstTime: true, verdict: 'ok' }]);
    const { body: review } = await counsellor.get(`/api/reviews/${id}`).expect(200);
    await counsellor.post(`/api/reviews/${id}/approve`, { version: review.version }).expect(204);
    const row = await vacancyRow(id);
    expect(row.status).toBe('published');
    const [validity] = await api.db.execute<{ days: number }>(
      sql`select valid_until - (now() at time zone 'Asia/Shanghai')::date as days from vacancy where id = ${id}`,
    );
    expect(validity?.days).toBe(30);
    await api.http().get(`/api/vacancies/${id}`).expect(200);

    const events = await api.db
      .select({ action: schema.vacancyEvent.action })
      .from(schema.vacancyEvent)
      .where(eq(schema.vacancyEvent.vacancy, id))
      .orderBy(asc(schema.vacancyEvent.createdAt));
    expect(events.map(({ action }) => action)).toEqual(['create', 'edit', 'submit', 'approve']);
    const audits = await api.db.$count(schema.audit, eq(schema.audit.subjectId, id));
    expect(audits).toBe(4);
    const synced = await api.db.execute(
      sql`select 1 from outbox where job = 'search.sync' and payload->'ids' ? ${id}`,
    );
    expect(synced.length).toBeGreaterThan(0);
  });

  it('refuses unlawful words with the phrase and what to write instead', async () => {
    const { id, version } = await draft({ content: '缝制服装部件，只招未婚女工，入职交押金 500 元。' });
    const { body } = await employer.post(`/api/employer/vacancies/${id}/submit`, { version }).expect(422);
    expect(body.code).toBe('advertisement_refused');
    expect(body.fields.map(({ reason }: { reason: string }) => reason).join()).toContain('押金');
    expect((await vacancyRow(id)).status).toBe('draft');
  });

  it('asks for pay in words only where no field says it', async () => {
    const content = '操作电动缝纫机缝制服装部件，新手有师傅带教，学徒期有保底工资。';
    expect((await draft({ content })).check.verdict).toBe('ok');
    const { check } = await draft({ content, payMin: 0, payMax: 0 });
    expect(check).toMatchObject({ verdict: 'refuse', missing: [{ field: 'payMin' }] });
  });

  it('names what is missing, field by field', async () => {
    const { id, version } = await draft({ content: '', phone: null, payMin: 0, payMax: 0 });
    const { body } = await employer.post(`/api/employer/vacancies/${id}/submit`, { version }).expect(400);
    expect(body.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      'body.content',
      'body.payMin',
      'body.phone',
    ]);
  });

  it('is not published for an employer nobody has verified', async () => {
    const stranger = await plantFirm(api, places.own.settlement, { status: 'pending' });
    const post = await plantPost(api.db, stranger.employer.id, places.own.settlement, {
      status: 'in_review',
    });
    const { body } = await counsellor
      .post(`/api/reviews/${post.id}/approve`, { version: post.version })
      .expect(409);
    expect(body.code).toBe('employer_not_verified');
  });

  it('comes back with the reviewer’s words', async () => {
    const { id, version } = await draft();
    const { body } = await employer.post(`/api/employer/vacancies/${id}/submit`, { version }).expect(200);
    await counsellor
      .post(`/api/reviews/${id}/return`, { version: body.version, note: '请写清几号发工资' })
      .expect(204);
    const { body: mine } = await employer.get(`/api/employer/vacancies/${id}`).expect(200);
    expect(mine).toMatchObject({ status: 'draft', reviewNote: '请写清几号发工资' });
    const notices = await api.db
      .select()
      .from(schema.notice)
      .where(eq(schema.notice.account, firm.account.id));
    expect(notices.map(({ template }) => template)).toContain('vacancy.returned');
  });
});

describe('two people at one draft', () => {
  it('never overwrite each other: 409 names the fields that differ', async () => {
    const { id, version } = await draft();
    await employer
      .patch(`/api/employer/vacancies/${id}`, { version, fields: { title: '平车工' } })
      .expect(200);
    const { body } = await employer
      .patch(`/api/employer/vacancies/${id}`, { version, fields: { title: '锁边工' } })
      .expect(409);
    expect(body.code).toBe('version_conflict');
    expect(body.fields).toEqual([{ field: 'body.fields.title', reason: '岗位名称现在是“平车工”' }]);
    expect((await vacancyRow(id)).title).toBe('平车工');
  });

  it('may save the same again after a lost answer', async () => {
    const { id, version } = await draft();
    const write = { version, fields: { title: '平车工' } };
    const first = await employer.patch(`/api/employer/vacancies/${id}`, write).expect(200);
    const again = await employer.patch(`/api/employer/vacancies/${id}`, write).expect(200);
    expect(again.body.version).toBe(first.body.version);
  });
});

describe('the calendar', () => {
  it('reminds at 7 and at 1 day once, ends what is over, and tells those who wait', async () => {
    const { person } = await plantSeeker(api);
    const ending = (days: number) => ({
      validUntil: sql`(now() at time zone 'Asia/Shanghai')::date + ${days}::int`,
    });
    const made: Record<number, string> = {};
    for (const days of [7, 3, 1, 0, -1]) {
      const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
      await api.db.update(schema.vacancy).set(ending(days)).where(eq(schema.vacancy.id, post.id));
      made[days] = post.id;
    }
    const [waits] = await api.db
      .insert(schema.application)
      .values({ person: person.id, vacancy: made[-1]!, status: 'recommended', source: 'self' })
      .returning();
    await turnDay(api.db);
    await turnDay(api.db);
    const reminders = await api.db
      .select({ params: schema.notice.params })
      .from(schema.notice)
      .where(eq(schema.notice.template, 'vacancy.ending'));
    expect(reminders.map(({ params }) => (params as { days: number }).days).sort()).toEqual([1, 7]);
    const statuses = await Promise.all(
      [7, 3, 1, 0, -1].map(async (days) => (await vacancyRow(made[days]!)).status),
    );
    expect(statuses).toEqual(['published', 'published', 'published', 'published', 'expired']);
    const [ended] = await api.db
      .select()
      .from(schema.application)
      .where(eq(schema.application.id, waits!.id));
    expect(ended).toMatchObject({ status: 'obsolete', reason: 'expired', answeredAt: null });
  });

  it('leaves a copy to begin anew', async () => {
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement, {
      status: 'expired',
      filled: 2,
      ledgerKey: 'row-1',
    });
    const { body } = await employer.post(`/api/employer/vacancies/${post.id}/repost`).expect(201);
    expect(body).toMatchObject({ status: 'draft', filled: 0, headcount: 5, validUntil: null });
    expect((await vacancyRow(post.id)).status).toBe('expired');
  });
});
