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
    const outcome = await revertRows(db, batch, untouched);
    const undone = untouched.filter(({ row }) => outcome.get(row) === null);
    const blocked = rows.filter((row) => outcome.get(row.row) !== null);
    await changeRows(
      db,
      batch.id,
      undone.map(({ row }) => ({ row, state: 'undone', before: null })),
    );
    await addProblems(
      db,
      batch.id,
      blocked.map(({ row }) => {
        const reason = `写入之后，${outcome.get(row) ?? '资料又被改过'}，所以没有撤销`;
        return { row, ...problem('undo_blocked', null, null, reason) };
      }),
    );
    await addRowsDone(db, batch.id, rows.length);
  });
}

/** Row number → null when it is reverted, else what stands in its way. */
type Outcome = Map<number, string | null>;

/** Reverts all rows at once; when a later fact stands in the way, one by one. */
async function revertRows(db: Db, batch: WorkBatch, rows: readonly Written[]): Promise<Outcome> {
  if (rows.length === 0) return new Map();
  const together = await tryRevert(db, batch, rows);
  if (together === null || rows.length === 1) return new Map(rows.map(({ row }) => [row, together]));
  const outcome: Outcome = new Map();
  for (const row of rows) outcome.set(row.row, await tryRevert(db, batch, [row]));
  return outcome;
}

/** In a savepoint, so that a row which must stay leaves no trace. @returns what needs the rows, or null */
async function tryRevert(db: Db, batch: WorkBatch, rows: readonly Written[]): Promise<string | null> {
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
    return null;
  } catch (error) {
    const needed = neededBy(error);
    if (needed === null) throw error;
    return needed;
  }
}

async function finish(db: Db, batch: WorkBatch): Promise<void> {
  await db.transaction(async (db) => {
    if (!(await holdWork(db, batch.id, 'undoing'))) return;
    const kept = await countRows(db, batch.id, 'committed');
    await changeBatch(db, batch.id, {
      status: 'undone',
      rowsDone: batch.rowsTotal ?? 0,
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

/** Rows of the database that keep a person, a household or a vacancy here, by table. */
const needs: Readonly<Record<string, string>> = {
  person: '这一户还有别的成员',
  vacancy: '这家单位还有别的岗位',
  spell: '已经有就业记录',
  refusal: '已经答复过推荐的岗位',
  application: '已经有求职申请',
  enrolment: '已经报名培训',
  voucher: '已经领培训券',
  account: '已经开通账号',
};

/** What 23503 foreign_key_violation says is needed; null for other errors. Drizzle wraps the driver's as its cause. */
function neededBy(error: unknown): string | null {
  const { code, table_name } = ((error instanceof Error ? error.cause : null) ?? error) as Record<
    string,
    string
  >;
  return code === '23503' ? (needs[table_name ?? ''] ?? '又有别的记录用到它') : null;
}
