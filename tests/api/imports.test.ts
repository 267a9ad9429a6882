import { createHash } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs } from '#contract/jobs.ts';
import { sealAudit, verifyAudit } from '#drizzle/queries/audit.ts';
import * as schema from '#drizzle/schema/index.ts';
import { binary, type TestApi, testApi } from '../helpers/api.ts';
import { noCounts, places, plantImport } from '../helpers/plant.ts';

let api: TestApi;
let bureau: Awaited<ReturnType<TestApi['as']>>;
beforeAll(async () => {
  api = await testApi();
  bureau = await api.as('bureau', places.own.county);
});
afterAll(() => api?.close());

const HEADER = '姓名,身份证号,安置点,户编号,就业状态,劳动能力';
const LEDGER = Buffer.from(`${HEADER}\n张三,11010519491231002X,钟山安置点,H1,未就业,\n`);
const upload = (content: Buffer, kind = 'people', name = '台账.csv') =>
  api
    .http()
    .post('/api/imports')
    .set('authorization', bureau.bearer)
    .attach('file', content, name)
    .field('kind', kind);
const post = (path: string) => api.http().post(path).set('authorization', bureau.bearer).send({});
const outbox = () => api.db.select().from(schema.outbox).orderBy(schema.outbox.id);

describe('an upload', () => {
  it('keeps the file by its hash and leaves batch, audit row and event together', async () => {
    const before = (await outbox()).length;
    const { body } = await upload(LEDGER).expect(202);
    expect(body).toMatchObject({
      kind: 'people',
      fileName: '台账.csv',
      status: 'uploaded',
      allowed: ['cancel'],
    });

    const [batch] = await api.db.select().from(schema.importBatch).where(eq(schema.importBatch.id, body.id));
    expect(batch!.fileHash).toBe(createHash('sha256').update(LEDGER).digest('hex'));
    expect(await api.storage.read(batch!.fileHash).toArray().then(Buffer.concat)).toEqual(LEDGER);
    const event = (await outbox()).slice(before);
    expect(event).toMatchObject([{ job: 'import.check', payload: { batchId: body.id } }]);
    expect(jobs['import.check'].payload.safeParse(event[0]!.payload).success).toBe(true);
    const [row] = await api.db.select().from(schema.audit).where(eq(schema.audit.subjectId, body.id));
    expect(row).toMatchObject({
      actor: bureau.account.id,
      action: 'import.uploaded',
      region: places.own.county,
    });
  });

  it('leaves nothing in the database when the event cannot be written', async () => {
    const count = async () =>
      (
        await api.db.execute(
          sql`select (select count(*) from import_batch) b, (select count(*) from audit) a`,
        )
      )[0];
    const before = await count();
    await api.db.execute(sql`alter table outbox add constraint refuse_all check (false) not valid`);
    try {
      const { body } = await upload(Buffer.from('另一个文件')).expect(500);
      expect(body).toMatchObject({ code: 'internal', title: '系统出错了，我们会尽快处理' });
      expect(body.detail).toBeUndefined();
    } finally {
      await api.db.execute(sql`alter table outbox drop constraint refuse_all`);
    }
    expect(await count()).toEqual(before);
  });

  it('takes the fields in either order and a hostile name without harm', async () => {
    const { body } = await api
      .http()
      .post('/api/imports')
      .set('authorization', bureau.bearer)
      .field('kind', 'vacancies')
      .attach('file', LEDGER, '../../etc/pass\u202ewd.csv')
      .expect(202);
    expect(body.kind).toBe('vacancies');
    expect(body.fileName).not.toMatch(/[/\u202e]|\.\./);
  });

  it('says which part is missing or wrong', async () => {
    const wrongKind = await upload(LEDGER, 'cats').expect(400);
    expect(wrongKind.body.fields).toEqual([{ field: 'body.kind', reason: '请选择台账种类' }]);
    const noFile = await api
      .http()
      .post('/api/imports')
      .set('authorization', bureau.bearer)
      .field('kind', 'people')
      .expect(400);
    expect(noFile.body.fields).toEqual([{ field: 'body.file', reason: '请选择要上传的文件' }]);
    const empty = await upload(Buffer.alloc(0)).expect(422);
    expect(empty.body).toMatchObject({ code: 'unsupported_file', detail: '文件是空的' });
  });

  it('over 50 MB is refused and not kept', async () => {
    const { body } = await upload(Buffer.alloc(50 * 1024 * 1024 + 1, 'a')).expect(413);
    expect(body.code).toBe('too_large');
  });

  it('broken off or malformed is the caller’s fault', async () => {
    for (const payload of [
      '',
      '--x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nab',
    ]) {
      const { status } = await api
        .http()
        .post('/api/imports')
        .set('authorization', bureau.bearer)
        .set('content-type', 'multipart/form-data; boundary=x')
        .send(payload);
      expect(status).toBe(400);
    }
  });
});

describe('committing and undoing', () => {
  it('each ask once: the state decides, the event follows', async () => {
    const { id } = await plantImport(api.db, places.own.county, bureau.account.id);
    const answers = await Promise.all([post(`/api/imports/${id}/commit`), post(`/api/imports/${id}/commit`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(answers.find(({ status }) => status === 202)!.body.status).toBe('committing');
    const events = (await outbox()).filter(({ job, payload }) => {
      return job === 'import.commit' && (payload as { batchId: string }).batchId === id;
    });
    expect(events).toHaveLength(1);
    await post(`/api/imports/${id}/undo`).expect(409);
  });

  it('may be given up before, and stopped while it is written', async () => {
    const plant = (status: 'checked' | 'committing' | 'committed') =>
      plantImport(api.db, places.own.county, bureau.account.id, { status });
    const waiting = await plant('checked');
    await api.db
      .insert(schema.importRow)
      .values({ batch: waiting.id, row: 2, state: 'valid', record: { name: '张三' }, problems: [] });
    const given = await post(`/api/imports/${waiting.id}/cancel`).expect(200);
    expect(given.body).toMatchObject({ status: 'discarded', allowed: [] });
    expect(await api.db.$count(schema.importRow, eq(schema.importRow.batch, waiting.id))).toBe(0);
    await post(`/api/imports/${waiting.id}/commit`).expect(409);

    const writing = await plant('committing');
    const stopped = await post(`/api/imports/${writing.id}/cancel`).expect(200);
    expect(stopped.body).toMatchObject({ status: 'committed', written: { committed: 0 } });
    const actions = await api.db
      .select({ action: schema.audit.action })
      .from(schema.audit)
      .where(inArray(schema.audit.subjectId, [waiting.id, writing.id]))
      .orderBy(schema.audit.id);
    expect(actions.map(({ action }) => action)).toEqual(['import.discarded', 'import.commit_stopped']);
    await post(`/api/imports/${(await plant('committed')).id}/cancel`).expect(409);
  });

  it('undo ends with its deadline, by the database clock', async () => {
    const plant = (milliseconds: number) =>
      plantImport(api.db, places.own.county, bureau.account.id, {
        status: 'committed',
        undoUntil: new Date(Date.now() + milliseconds),
      });
    const open = await plant(60_000);
    const over = await plant(-60_000);
    const detail = await api.http().get(`/api/imports/${open.id}`).set('authorization', bureau.bearer);
    expect(detail.body.allowed).toEqual(['undo']);
    const undone = await post(`/api/imports/${open.id}/undo`).expect(202);
    expect(undone.body.status).toBe('undoing');
    const late = await post(`/api/imports/${over.id}/undo`).expect(409);
    expect(late.body.code).toBe('undo_expired');
  });
});

it('lists problems in the order of the file, by code', async () => {
  const { id: batch } = await plantImport(api.db, places.own.county, bureau.account.id);
  const problem = (column: string, code: string) => ({ column, value: '3', code, reason: '看不懂' });
  await api.db.insert(schema.importRow).values([
    { batch, row: 9, state: 'invalid', problems: [problem('电话', 'phone_invalid')] },
    {
      batch,
      row: 2,
      state: 'invalid',
      problems: [problem('年龄', 'number_invalid'), problem('电话', 'phone_invalid')],
    },
    { batch, row: 3, state: 'valid', problems: [] },
  ]);
  const read = async (query: string) => {
    const { body } = await api
      .http()
      .get(`/api/imports/${batch}/problems?${query}`)
      .set('authorization', bureau.bearer);
    return { total: body.total, rows: body.items.map(({ row, column }: never) => [row, column]) };
  };
  expect(await read('')).toEqual({
    total: 3,
    rows: [
      [2, '年龄'],
      [2, '电话'],
      [9, '电话'],
    ],
  });
  expect(await read('code=phone_invalid&size=1&page=2')).toEqual({ total: 2, rows: [[9, '电话']] });
});

it('gives the file back as a workbook with the errors beside the rows', async () => {
  const path = async () => {
    const { body } = await upload(LEDGER, 'people', '水城 台账.csv');
    return body.id as string;
  };
  const id = await path();
  await api.http().get(`/api/imports/${id}/workbook`).set('authorization', bureau.bearer).expect(409);
  await api.db
    .update(schema.importBatch)
    .set({ status: 'checked', counts: noCounts })
    .where(eq(schema.importBatch.id, id));
  await api.db.insert(schema.importRow).values({
    batch: id,
    row: 2,
    state: 'invalid',
    problems: [{ column: '劳动能力', value: null, code: 'capacity_missing', reason: '成年人要填劳动能力' }],
  });
  const { body, headers } = await api
    .http()
    .get(`/api/imports/${id}/workbook`)
    .set('authorization', bureau.bearer)
    .buffer()
    .parse(binary)
    .expect(200);
  expect(headers['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent('水城 台账-错误说明.xlsx')}`,
  );
  const rows = await readSheet(body);
  expect(rows[0]).toContain('错误说明');
  expect(String(rows[1]!.at(-1))).toContain('成年人要填劳动能力');
});

describe('the audit trail', () => {
  it('is sealed into a chain that shows any later change', async () => {
    while ((await sealAudit(api.db)) > 0);
    const [today] = await api.db.execute<{ day: string }>(
      sql`select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
    );
    expect(await verifyAudit(api.db, today!.day)).toBeNull();
    const [row] = await api.db.select().from(schema.audit).orderBy(schema.audit.id).offset(1).limit(1);
    await api.db.update(schema.audit).set({ action: 'nothing.happened' }).where(eq(schema.audit.id, row!.id));
    expect(await verifyAudit(api.db, today!.day)).toBe(row!.id);
    await api.db.update(schema.audit).set({ action: row!.action }).where(eq(schema.audit.id, row!.id));
    await api.db.delete(schema.audit).where(eq(schema.audit.id, row!.id));
    expect(await verifyAudit(api.db, today!.day)).toBeGreaterThan(row!.id);
  });

  it('does not make writers wait: sealing gives up while one holds the table', async () => {
    await api.db.transaction(async (db) => {
      await db.insert(schema.audit).values({ action: 'test.wrote', subject: 'test' });
      expect(await sealAudit(api.db)).toBe(0);
    });
    expect(await sealAudit(api.db)).toBe(1);
  });
});
