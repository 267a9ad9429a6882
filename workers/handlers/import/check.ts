import { readFile } from 'node:fs/promises';
import type { ImportCounts } from '#contract/routes/imports.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { moveImport } from '#drizzle/queries/imports.ts';
import {
  addProblems,
  changeBatch,
  failBatch,
  findWork,
  holdWork,
  type StagedRow,
  stageRows,
  type WorkBatch,
} from '#drizzle/queries/importWork.ts';
import { type LedgerRow, openLedger } from '#ledgers/read.ts';
import type { LedgerKind } from '#ledgers/records.ts';
import { LedgerRefused } from '#ledgers/refusal.ts';
import type { Handler, Parts } from '../../handler.ts';
import { workOf } from './kinds.ts';
import { isProblem, type LedgerWork } from './ledgerWork.ts';
import { openPlaces } from './places.ts';
import { openTally } from './tally.ts';

/** Rows compared and written at once; also how often progress moves. */
const CHUNK = 500;

/**
 * The dry run: reads the file once, row by row, compares each piece with the database and keeps every row with
 * its problems. Changes no data but the batch. An interrupted run begins anew and replaces its own rows.
 */
export const checkImport: Handler<'import.check'> = async ({ batchId }, parts, signal) => {
  await moveImport(parts.db, batchId, 'uploaded', 'checking');
  const batch = await findWork(parts.db, batchId, ['checking']);
  if (!batch) return;
  try {
    await check(batch, workOf(batch.kind), parts, signal);
  } catch (error) {
    if (!(error instanceof LedgerRefused)) throw error;
    await failBatch(parts.db, batchId, error.message);
  }
};

async function check<K extends LedgerKind, S>(
  batch: WorkBatch & { readonly kind: K },
  work: LedgerWork<K, S>,
  parts: Parts,
  signal: AbortSignal,
): Promise<void> {
  const { db, storage } = parts;
  let total: number | undefined;
  const ledger = await openLedger(await readFile(storage.path(batch.fileHash)), batch.kind, {
    today: batch.day,
    signal,
    // until the end is seen, the whole is what the share read so far promises
    onProgress: (rows, share) => (total = share > 0 ? Math.round(rows / share) : undefined),
  });
  const places = await openPlaces(db, { code: batch.region, path: batch.path });
  const context = { batch, places, parts };
  const stage = work.openStage(context);
  const tally = openTally();
  let done = 0;

  /** @returns false when the batch has been given up meanwhile */
  async function keep(rows: readonly LedgerRow<K>[]): Promise<boolean> {
    const staged = rows.map(({ row, record, problems }) => {
      const kept = record === null ? null : stage(row, record);
      if (kept !== null && isProblem(kept as object))
        return { row, record: null, problems: [...problems.map(placed), kept as never] };
      return { row, record: kept as S | null, problems: problems.map(placed) };
    });
    const candidates = staged.flatMap(({ row, record }) => (record === null ? [] : [{ row, record }]));
    const plans = new Map((await work.plan(db, context, candidates, false)).map((plan) => [plan.row, plan]));
    const verdicts = staged.map(({ row, record, problems }): StagedRow => {
      const plan = plans.get(row);
      const effect = plan?.effect ?? 'refused';
      tally.add(effect, [...problems, ...(plan?.problems ?? [])]);
      const state = effect === 'refused' ? 'invalid' : effect === 'same' ? 'same' : 'valid';
      return { row, state, record, problems: [...problems, ...(plan?.problems ?? [])] };
    });
    done += rows.length;
    return db.transaction(async (db) => {
      if (!(await holdWork(db, batch.id, 'checking'))) return false;
      await stageRows(db, batch.id, verdicts);
      await changeBatch(db, batch.id, {
        rowsDone: done,
        ...(total === undefined ? {} : { rowsTotal: total }),
      });
      return true;
    });
  }

  let rows: LedgerRow<K>[] = [];
  for await (const row of ledger) {
    if (rows.push(row) < CHUNK) continue;
    if (!(await keep(rows))) return;
    rows = [];
  }
  if (rows.length > 0 && !(await keep(rows))) return;

  const { afterwards, groups } = ledger.summary;
  const { unknownColumns, missingColumns } = ledger.layout;
  const remarks = afterwards.map((problem) => ({ row: problem.row, ...placed(problem) }));
  const counts: ImportCounts = {
    ...tally.counts(remarks),
    groups,
    unknownColumns: [...unknownColumns],
    missingColumns: [...missingColumns],
  };
  await db.transaction(async (db) => {
    if (!(await holdWork(db, batch.id, 'checking'))) return;
    await addProblems(db, batch.id, remarks);
    await changeBatch(db, batch.id, { status: 'checked', rowsDone: done, rowsTotal: done, counts });
    const { valid, invalid, added, changed, same } = counts;
    await recordAudit(db, {
      actor: batch.uploader,
      action: 'import.checked',
      subject: 'import',
      subjectId: batch.id,
      region: batch.region,
      details: { kind: batch.kind, rows: done, valid, invalid, added, changed, same },
    });
  });
}

/** The row number stands in the row itself. */
const placed = ({ column, value, code, reason }: LedgerRow<LedgerKind>['problems'][number]) => ({
  column,
  value,
  code,
  reason,
});
