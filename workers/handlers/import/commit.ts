import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import {
  addProblems,
  addRowsDone,
  changeBatch,
  changeRows,
  countRows,
  findWork,
  finishCommit,
  holdWork,
  type Piece,
  piecesOf,
  type RowChange,
  type WorkBatch,
  waitingRows,
} from '#drizzle/queries/importWork.ts';
import { applyWrites } from '#drizzle/queries/ledgerWrites.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import type { LedgerKind } from '#ledgers/records.ts';
import type { Handler } from '../../handler.ts';
import { announce } from './announce.ts';
import { touchOf } from './change.ts';
import { workOf } from './kinds.ts';
import type { Context, LedgerWork, RowPlan, Staged } from './ledgerWork.ts';
import { openPlaces } from './places.ts';

/** Row numbers of one transaction. */
const CHUNK = 500;

/**
 * Writes the valid rows of a batch, a piece a transaction: rows, their former state, their own state in the
 * batch, audit and search event commit together. So a worker killed anywhere leaves whole pieces, the next one
 * goes on behind them, and two at once take turns on the batch row.
 */
export const commitImport: Handler<'import.commit'> = async ({ batchId }, parts, signal) => {
  const { db } = parts;
  const batch = await findWork(db, batchId, ['committing']);
  if (!batch) return;
  const places = await openPlaces(db, { code: batch.region, path: batch.path });
  const context = { batch, places, parts };
  await changeBatch(db, batch.id, {
    rowsDone: (batch.rowsTotal ?? 0) - (await countRows(db, batch.id, 'valid')),
  });
  for (const piece of await piecesOf(db, batchId, CHUNK)) {
    signal.throwIfAborted();
    if (!(await commitPiece(db, context, workOf(batch.kind), piece))) return;
  }
  await finish(db, batch);
};

/** @returns false when the batch is no longer being written: somebody stopped it, or finished it */
async function commitPiece<K extends LedgerKind, S>(
  db: Db,
  context: Context,
  work: LedgerWork<K, S>,
  piece: Piece,
): Promise<boolean> {
  const { batch } = context;
  return db.transaction(async (db) => {
    if (!(await holdWork(db, batch.id, 'committing'))) return false;
    const rows = await waitingRows(db, batch.id, piece);
    if (rows.length === 0) return true;
    const plans = await work.plan(db, context, rows as Staged<S>[], true);
    const writes = plans.flatMap((plan) => plan.writes);
    await applyWrites(db, writes);
    await changeRows(db, batch.id, plans.map(changeOf));
    await addProblems(
      db,
      batch.id,
      plans.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem }))),
    );
    await addRowsDone(db, batch.id, rows.length);
    await announce(db, writes);
    await recordAudit(db, {
      actor: batch.uploader,
      action: 'import.rows_committed',
      subject: 'import',
      subjectId: batch.id,
      region: batch.region,
      details: { ...piece, rows: rows.length, writes: writes.length },
    });
    return true;
  });
}

const changeOf = ({ row, effect, writes }: RowPlan): RowChange => {
  if (effect === 'refused') return { row, state: 'invalid', before: null };
  if (writes.length === 0) return { row, state: 'same', before: null };
  return { row, state: 'committed', before: { touches: writes.map(touchOf) } };
};

async function finish(db: Db, batch: WorkBatch): Promise<void> {
  await db.transaction(async (db) => {
    if (!(await holdWork(db, batch.id, 'committing'))) return;
    const days = await policyValue(db, 'undo.import_days', batch.path);
    await finishCommit(db, batch.id, days);
    await changeBatch(db, batch.id, { rowsDone: batch.rowsTotal ?? 0 });
    const rows = await countRows(db, batch.id, 'committed');
    await recordAudit(db, {
      actor: batch.uploader,
      action: 'import.committed',
      subject: 'import',
      subjectId: batch.id,
      region: batch.region,
      details: { kind: batch.kind, rows, undoDays: days },
    });
  });
}
