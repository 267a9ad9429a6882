import { desc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { VoucherStatus } from '#contract/codes/training.ts';
import * as schema from '#drizzle/schema/index.ts';
import { plantClass, plantEnrolment } from '../../helpers/training.ts';
import { type TrainingApi, trainingApi } from '../../helpers/trainingApi.ts';

let api: TrainingApi;
let running: string;

beforeAll(async () => {
  api = await trainingApi();
  const course = await api.newCourse();
  running = (await plantClass(api.db, course.id, { status: 'running' })).id;
});
afterAll(() => api?.close());

const actions = ['issue', 'claim', 'claim', 'pass', 'verify', 'verify', 'void'] as const;
type Action = (typeof actions)[number];

/** What ought to be of one person's voucher for one occupation and level, and of her seat. */
interface Model {
  voucher: VoucherStatus | null;
  passed: boolean;
}

/** @returns whether the act ought to succeed, having moved the model */
function step(model: Model, action: Action): boolean {
  const { voucher, passed } = model;
  const may: Record<Action, boolean> = {
    issue: voucher === null || voucher === 'void',
    claim: voucher === 'issued' && !passed,
    pass: !passed,
    verify: voucher === 'claimed' && passed,
    void: voucher === 'issued' || voucher === 'claimed',
  };
  if (!may[action]) return false;
  if (action === 'pass') model.passed = true;
  else
    model.voucher = ({ issue: 'issued', claim: 'claimed', verify: 'verified', void: 'void' } as const)[
      action
    ];
  return true;
}

const lastVoucher = async (person: string) => {
  const { voucher } = schema;
  const rows = await api.db
    .select()
    .from(voucher)
    .where(eq(voucher.person, person))
    .orderBy(desc(voucher.createdAt));
  return rows[0];
};

async function act(person: string, seat: string, action: Action): Promise<number> {
  const last = await lastVoucher(person);
  const id = last?.id ?? crypto.randomUUID();
  const grant = { person, occupation: '6-05-01-03', level: 'l5' };
  const answer = {
    issue: () => api.post('/api/vouchers', api.counsellor, grant),
    claim: () => api.post(`/api/enrolments/${seat}/voucher`, api.provider, { code: last?.code ?? 'NONE' }),
    pass: () => api.post(`/api/enrolments/${seat}/assessment`, api.provider, { passed: true, score: 90 }),
    verify: () => api.post(`/api/vouchers/${id}/verify`, api.bureau),
    void: () => api.post(`/api/vouchers/${id}/void`, api.bureau, { reason: '发错了人' }),
  }[action]();
  return (await answer).status;
}

it('a voucher is paid once, to who passed, and never after it was taken back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...actions), { minLength: 6, maxLength: 14 }), async (walk) => {
      const [person] = (await api.people(1)) as [string];
      const { id: seat } = await plantEnrolment(api.db, running, person);
      await api.db
        .insert(schema.attendance)
        .values({ enrolment: seat, day: '2026-11-02', method: 'teacher' });
      const model: Model = { voucher: null, passed: false };
      for (const action of ['issue', ...walk] as const) {
        const expected = step(model, action);
        const status = await act(person, seat, action);
        expect({ action, status, went: status < 300 }).toEqual({ action, status, went: expected });
        expect(status).toBeLessThan(500);
        expect((await lastVoucher(person))?.status ?? null).toBe(model.voucher);
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
