import { eq } from 'drizzle-orm';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { householdPlan } from '#contract/routes/runs.ts';
import * as schema from '#drizzle/schema/index.ts';
import { binary, type TestApi, testApi } from '../helpers/api.ts';
import { places, plantHousehold, plantRun, plantVacancy } from '../helpers/plant.ts';

let api: TestApi;
let bearer: string;
beforeAll(async () => {
  api = await testApi();
  ({ bearer } = await api.as('bureau', places.own.county));
});
afterAll(() => api?.close());

const start = (key?: string, body: object = {}) => {
  const request = api.http().post('/api/runs').set('authorization', bearer).send(body);
  return key ? request.set('idempotency-key', key) : request;
};
const cancel = (id: string) =>
  api.http().post(`/api/runs/${id}/cancel`).set('authorization', bearer).send({});
const get = (path: string) => api.http().get(path).set('authorization', bearer);

describe('starting a run', () => {
  it('queues one a region: the second of two is refused, and a cancelled one makes room', async () => {
    const answers = await Promise.all([start(), start()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('run_in_progress');
    const { body: run } = answers.find(({ status }) => status === 202)!;
    expect(run).toMatchObject({ status: 'queued', region: { code: places.own.county }, allowed: ['cancel'] });

    const events = await api.db.select().from(schema.outbox);
    expect(events).toMatchObject([{ job: 'matching.run', payload: { runId: run.id } }]);
    await cancel(run.id).expect(200);
    await cancel(run.id).expect(409);
    const again = await start().expect(202);
    await cancel(again.body.id).expect(200);
  });

  it('answers a repeated key with the first answer, and refuses it for other input', async () => {
    const [first, second] = await Promise.all([start('key-0001'), start('key-0001')]);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body).toEqual(first.body);
    expect([first, second].filter(({ headers }) => headers['idempotency-replayed'])).toHaveLength(1);

    const mismatch = await start('key-0001', { region: places.own.street }).expect(422);
    expect(mismatch.body.code).toBe('idempotency_mismatch');
    await start('short').expect(400);

    await start('key-0002').expect(409);
    await cancel(first.body.id).expect(200);
    const afterRefusal = await start('key-0002').expect(202);
    expect(afterRefusal.headers['idempotency-replayed']).toBeUndefined();
    await cancel(afterRefusal.body.id);
  });
});

describe('a plan', () => {
  let run: string;
  let covered: Awaited<ReturnType<typeof plantHousehold>>;
  let left: Awaited<ReturnType<typeof plantHousehold>>;

  beforeAll(async () => {
    ({ id: run } = await plantRun(api.db, places.own.county));
    const { settlement, grid } = places.own;
    await api.db
      .insert(schema.building)
      .values({ code: `${settlement}-01`, settlement, grid, name: '1栋', units: 3, floors: 6 });
    covered = await plantHousehold(
      api.db,
      places.own,
      [
        { name: '王小芳', careKind: 'child', careFreeFrom: 510, careFreeUntil: 990, skills: ['6-05-01-03'] },
        { name: '王大', capacity: 'none' },
      ],
      { building: `${settlement}-01`, door: '2单元-501', responsible: '赵网格' },
    );
    left = await plantHousehold(api.db, places.own, [{ name: '李四', wishMinPay: 3000 }], {
      type: 'monitored',
    });
    const { vacancy } = await plantVacancy(api.db, places.own.settlement);
    await api.db.insert(schema.runHousehold).values([
      {
        run,
        household: covered.household.id,
        tier: 'B',
        settlement: places.own.settlement,
        outcome: 'covered',
        facts: { reason: null, advice: [], whyNot: {} },
        explanation: '王家安排一人到缝纫车间',
      },
      {
        run,
        household: left.household.id,
        tier: 'A',
        settlement: places.own.settlement,
        outcome: 'uncovered',
        reason: 'no_vacancy_in_reach',
        facts: {
          reason: {},
          advice: ['工资要求降到 2800 元，可多 1 个岗位'],
          whyNot: { [left.people[0]!.id]: '工资都低于期望' },
        },
        explanation: '没有合适的岗位',
      },
    ]);
    await api.db.insert(schema.proposal).values({
      run,
      household: covered.household.id,
      person: covered.people[0]!.id,
      vacancy: vacancy.id,
      score: 700,
      parts: [{ code: 'skill', label: '技能', points: 700, text: '做过缝纫工' }],
      explanation: '会缝纫，走路就到',
    });
  });

  it('lists households, those left out first, with names masked', async () => {
    const { body } = await get(`/api/runs/${run}/households`).expect(200);
    expect(body).toMatchObject({
      total: 2,
      outcomes: { covered: 1, employed: 0, uncovered: 1 },
      reasons: [{ code: 'no_vacancy_in_reach', label: '没有合适的岗位', count: 1 }],
      items: [
        { head: '李*', tier: 'A', outcome: 'uncovered', placed: [] },
        {
          head: '王*芳',
          door: '1栋-2单元-501',
          outcome: 'covered',
          placed: [{ name: '王*芳', title: '缝纫工', pay: '2800–3500 元/月' }],
        },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/王小芳|李四|facts/);
  });

  it.each([
    ['outcome=covered', 1],
    ['tier=A', 1],
    ['reason=no_vacancy_in_reach', 1],
    ['q=%E7%8E%8B', 1], // 王
    ['q=%25', 0],
    [`region=${places.own.grid}`, 2],
  ])('narrows by %s', async (query, total) => {
    const { body } = await get(`/api/runs/${run}/households?${query}`).expect(200);
    expect([body.total, body.items.length]).toEqual([total, total]);
  });

  it('shows for each member the job and why, or why not', async () => {
    const placed = await get(`/api/runs/${run}/households/${covered.household.id}`).expect(200);
    const plan = householdPlan.parse(placed.body);
    expect(plan.members).toMatchObject([
      {
        name: '王*芳',
        status: 'proposed',
        care: '照看孩子，8:30–16:30 有空',
        skills: ['缝纫工'],
        proposal: {
          title: '缝纫工',
          minutes: 8,
          score: 700,
          parts: [{ points: 700 }],
          explanation: '会缝纫，走路就到',
        },
        whyNot: null,
      },
      { name: '王*', status: 'not_labour', proposal: null, whyNot: '无劳动力，不安排岗位' },
    ]);

    const open = await get(`/api/runs/${run}/households/${left.household.id}`).expect(200);
    expect(open.body).toMatchObject({
      outcome: 'uncovered',
      advice: ['工资要求降到 2800 元，可多 1 个岗位'],
      members: [{ status: 'not_placed', whyNot: '工资都低于期望', wishes: '3000 元/月以上，县内' }],
    });
  });

  it('is taken away as a workbook: with names by those on duty, masked by auditors, and written down', async () => {
    const take = async (authorization: string) => {
      const { body, headers } = await api
        .http()
        .get(`/api/runs/${run}/plan.xlsx`)
        .set('authorization', authorization)
        .buffer()
        .parse(binary)
        .expect(200);
      expect(headers['content-disposition']).toContain(encodeURIComponent('钟山区-匹配方案-2026-11-22.xlsx'));
      const sheets = await readExcelFile(body);
      return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.join('|'))]));
    };
    const own = await take(bearer);
    expect(own.安置方案![1]).toMatch(
      /钟山区\|钟山街道\|钟山安置点\|[^|]*网格\|1栋-2单元-501\|H\d+\|王小芳\|[^|]*\|赵网格\|王小芳\|13800001234\|缝纫工\|.*2800–3500 元\/月/,
    );
    expect(own.未覆盖家庭![1]).toMatch(/李四.*没有合适的岗位/);
    const auditor = await api.as('auditor', places.own.county);
    const masked = await take(auditor.bearer);
    expect(masked.安置方案![1]).toContain('王*芳|138****1234|');
    expect(JSON.stringify(masked)).not.toMatch(/王小芳|李四|13800001234/);
    const trail = await api.db.select().from(schema.audit).where(eq(schema.audit.action, 'run.exported'));
    expect(trail.map(({ actorRole, details }) => [actorRole, details])).toEqual([
      ['bureau', { masked: false }],
      ['auditor', { masked: true }],
    ]);
  });

  it('of another run does not hold the household', async () => {
    const other = await plantRun(api.db, places.own.street);
    await get(`/api/runs/${other.id}/households/${covered.household.id}`).expect(404);
  });
});
