import type { voucherRoutes } from '#contract/routes/vouchers.ts';
import type { Db } from '#drizzle/db.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { listVouchers, type VoucherRecord, vouchersOf } from '#drizzle/queries/training/vouchers.ts';
import {
  issueVoucher,
  leastAttendance,
  spendVoucher,
  verifyVoucher,
  voidVoucher,
} from '../../operations/training/vouchers.ts';
import { presentVoucher } from '../../presenters/training/enrolment.ts';
import type { Handlers } from '../../register.ts';

export const voucherHandlers = (): Handlers<typeof voucherRoutes> => ({
  async issue({ body, caller, db, request }) {
    return present(db, caller, await issueVoucher(db, { caller, requestId: request.id, ...body }));
  },

  async list({ query: { page, size, status }, caller, db }) {
    const { items, total } = await listVouchers(db, caller, { page, size, status });
    return { page, size, total, items: await presentAll(db, caller, items) };
  },

  async mine({ caller, db }) {
    const rows = caller.person === null ? [] : await vouchersOf(db, [caller.person]);
    return { items: await presentAll(db, caller, rows) };
  },

  async claim({ params, body: { code }, caller, db, request }) {
    await spendVoucher(db, { caller, requestId: request.id, enrolmentId: params.enrolment, code });
  },

  async verify({ params, caller, db, request }) {
    const act = { caller, requestId: request.id, voucherId: params.voucher };
    return present(db, caller, await verifyVoucher(db, act));
  },

  async void({ params, body: { reason }, caller, db, request }) {
    const act = { caller, requestId: request.id, voucherId: params.voucher, reason };
    return present(db, caller, await voidVoucher(db, act));
  },
});

const present = async (db: Db, caller: Caller, record: VoucherRecord) =>
  presentVoucher(record, await leastAttendance(db, record.path), caller);

/** Holders of one page come from few settlements: each one's policy is asked once. */
async function presentAll(db: Db, caller: Caller, records: readonly VoucherRecord[]) {
  const least = new Map<string, number>();
  for (const { path } of records) if (!least.has(path)) least.set(path, await leastAttendance(db, path));
  return records.map((record) => presentVoucher(record, least.get(record.path) ?? 0, caller));
}
