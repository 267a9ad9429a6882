import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import {
  addProblems,
  addRowsDone,
  changeBatch,
  changeRows,
  countRows,
  findWork,
  holdWork,
  type Piece,
  piecesOf,
  type WorkBatch,
  type WrittenRow,
  writtenRows,
} from '#drizzle/queries/importWork.ts';
import { lockVersions, revertTouches, type Touch } from '#drizzle/queries/ledgerWrites.ts';
import { retirePlans } from '#drizzle/queries/retirePlans.ts';
import type { Handler } from '../../handler.ts';
import { announce } from './announce.ts';
import { problem } from './problems.ts';

/** Row numbers of one transaction. */
const CHUNK = 500;

interface Written {
  readonly row: number;
  readonly before: { readonly touches: readonly Touch[] };
}

/**
 * Takes a written batch back, last piece first, a piece a transaction like the commit. A row that somebody has
 * changed since, or that a later fact needs, stays as it is and is reported: nobody's work is overwritten.
 */
export const undoImport: Handler<'import.undo'> = async ({ batchId }, { db }, signal) => {
  const batch = await findWork(db, batchId, ['undoing']);
  if (!batch) return;
  await changeBatch(db, batch.id, {
    rowsDone: (batch.rowsTotal ?? 0) - (await countRows(db, batch.id, 'committed')),
  });
  for (const piece of (await piecesOf(db, batchId, CHUNK)).reverse()) {
    signal.throwIfAborted();
    await undoPiece(db, batch, piece);
  }
  await finish(db, batch);
};

async function undoPiece(db: Db, batch: WorkBatch, piece: Piece): Promise<void> {
  await db.transaction(async (db) => {
    if (!(await holdWork(db, batch.id, 'undoing'))) return;
    const rows = (await writtenRows(db, batch.id, piece)) as (WrittenRow & Written)[];
    if (rows.length === 0) return;

    const versions = await lockVersions(db, rows.flatMap(touchesOf));
    const untouched = rows.filter((row) =>
      touchesOf(row).every(({ id, version }) => version === null || versions.get(id) === version),
    );
    const undone = await revertRows(db, batch, untouched);
    const blocked = rows.filter((row) => !undone.has(row.row));
    await changeRows(
      db,
      batch.id,
      [...undone].map((row) => ({ row, state: 'undone', before: null })),
    );
    const word = problem('undo_blocked', null, null, '这一行写入之后又被改过或用过,没有撤销');
    await addProblems(
      db,
      batch.id,
      blocked.map(({ row }) => ({ row, ...word })),
    );
    await addRowsDone(db, batch.id, rows.length);
  });
}

/** Reverts all rows at once; when a later fact stands in the way, one by one. @returns the rows reverted */
async function revertRows(db: Db, batch: WorkBatch, rows: readonly Written[]): Promise<Set<number>> {
  if (rows.length === 0) return new Set();
  if (await tryRevert(db, batch, rows)) return new Set(rows.map(({ row }) => row));
  const reverted = new Set<number>();
  if (rows.length > 1) for (const row of rows) if (await tryRevert(db, batch, [row])) reverted.add(row.row);
  return reverted;
}

/** In a savepoint, so that a row which must stay leaves no trace. */
async function tryRevert(db: Db, batch: WorkBatch, rows: readonly Written[]): Promise<boolean> {
  const touches = rows.flatMap(touchesOf);
  const gone = (table: Touch['table']) =>
    touches.filter((touch) => touch.table === table && touch.was === null).map(({ id }) => id);
  try {
    await db.transaction(async (db) => {
      await announce(db, touches);
      const vanishing = {
        persons: gone('person'),
        households: gone('household'),
        vacancies: gone('vacancy'),
      };
      const plans = await retirePlans(db, vanishing);
      await revertTouches(db, touches);
      await recordAudit(db, {
        actor: batch.uploader,
        action: 'import.rows_undone',
        subject: 'import',
        subjectId: batch.id,
        region: batch.region,
        details: { rows: rows.length, plansRetired: plans },
      });
    });
    return true;
  } catch (error) {
    if (isStillNeeded(error)) return false;
    throw error;
  }
}

async function finish(db: Db, batch: WorkBatch): Promise<void> {
  await db.transaction(async (db) => {
    if (!(await holdWork(db, batch.id, 'undoing'))) return;
    const kept = await countRows(db, batch.id, 'committed');
    await changeBatch(db, batch.id, {
      status: 'undone',
      rowsDone: batch.rowsTotal ?? 0,
      ...(kept > 0 ? { failure: `有 ${kept} 行写入之后又被改过或用过,没有撤销` } : {}),
    });
    await recordAudit(db, {
      actor: batch.uploader,
      action: 'import.undone',
      subject: 'import',
      subjectId: batch.id,
      region: batch.region,
      details: { kept },
    });
  });
}

const touchesOf = ({ before }: Written) => before.touches;

/** 23503 foreign_key_violation; drizzle wraps the driver's error as its cause. */
function isStillNeeded(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23503';
}
