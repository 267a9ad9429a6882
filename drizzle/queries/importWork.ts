import { and, asc, between, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Role } from '#contract/codes/account.ts';
import type { ImportCounts } from '#contract/routes/imports.ts';
import type { Db } from '../db.ts';
import { account, type ImportStatus, importBatch, importRow, region } from '../schema/index.ts';
import type { ImportProblem } from './imports.ts';

/** What the workers need to know of a batch they work on. */
export interface WorkBatch {
  readonly id: string;
  readonly kind: 'people' | 'vacancies';
  readonly fileHash: string;
  readonly region: string;
  /** of the region the uploader may write to */
  readonly path: string;
  readonly uploader: { readonly id: string; readonly role: Role };
  /** ISO day of the upload in Asia/Shanghai: what the file is judged by, however late */
  readonly day: string;
  readonly rowsTotal: number | null;
}

/** The batch when it is in one of these states, else null: then somebody else has done the work. */
export async function findWork(
  db: Db,
  id: string,
  states: readonly ImportStatus[],
): Promise<WorkBatch | null> {
  const [row] = await db
    .select({
      id: importBatch.id,
      kind: importBatch.kind,
      fileHash: importBatch.fileHash,
      region: importBatch.region,
      path: region.path,
      uploader: { id: account.id, role: account.role },
      day: sql<string>`(${importBatch.createdAt} at time zone 'Asia/Shanghai')::date::text`,
      rowsTotal: importBatch.rowsTotal,
    })
    .from(importBatch)
    .innerJoin(region, eq(region.code, importBatch.region))
    .innerJoin(account, eq(account.id, importBatch.uploadedBy))
    .where(and(eq(importBatch.id, id), inArray(importBatch.status, [...states])));
  return row ?? null;
}

/**
 * Locks the batch until the transaction ends, when it still is in this state. Two workers on one batch take turns.
 * @returns false when it has moved on: the caller must write nothing
 */
export async function holdWork(db: Db, id: string, state: ImportStatus): Promise<boolean> {
  const rows = await db
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(and(eq(importBatch.id, id), eq(importBatch.status, state)))
    .for('update');
  return rows.length === 1;
}

export interface BatchChange {
  readonly status?: ImportStatus;
  readonly rowsDone?: number;
  readonly rowsTotal?: number;
  readonly counts?: ImportCounts;
  readonly failure?: string;
}

export async function changeBatch(db: Db, id: string, change: BatchChange): Promise<void> {
  await db.update(importBatch).set(change).where(eq(importBatch.id, id));
}

/** Moves the progress on, in the transaction that did the rows. */
export async function addRowsDone(db: Db, id: string, rows: number): Promise<void> {
  await db
    .update(importBatch)
    .set({ rowsDone: sql`${importBatch.rowsDone} + ${rows}` })
    .where(eq(importBatch.id, id));
}

/**
 * Marks a batch that is being written as written, whole or as far as it is; it can be undone for `days`, or not
 * at all where no policy allows it.
 * @returns false when it was not being written
 */
export async function finishCommit(db: Db, id: string, days: number | null): Promise<boolean> {
  const rows = await db
    .update(importBatch)
    .set({
      status: 'committed',
      committedAt: sql`now()`,
      undoUntil: sql`now() + make_interval(days => ${days}::int)`,
    })
    .where(and(eq(importBatch.id, id), eq(importBatch.status, 'committing')))
    .returning({ id: importBatch.id });
  return rows.length === 1;
}

/** Ends a batch that cannot go on. @param failure Chinese, for people */
export async function failBatch(db: Db, id: string, failure: string): Promise<void> {
  await db
    .update(importBatch)
    .set({ status: 'failed', failure })
    .where(
      and(
        eq(importBatch.id, id),
        inArray(importBatch.status, ['uploaded', 'checking', 'committing', 'undoing']),
      ),
    );
}

export interface StagedRow {
  readonly row: number;
  readonly state: 'valid' | 'invalid' | 'same';
  readonly record: unknown;
  readonly problems: readonly ImportProblem[];
}

/** Writes checked rows; a row written by an earlier attempt is replaced. */
export async function stageRows(db: Db, batch: string, rows: readonly StagedRow[]): Promise<void> {
  await db.execute(sql`
    insert into import_row (batch, row, state, record, problems)
    select ${batch}::uuid, staged.row, staged.state, nullif(staged.record, 'null'), staged.problems
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as staged(row integer, state text, record jsonb, problems jsonb)
    on conflict (batch, row) do update set state = excluded.state, record = excluded.record,
      problems = excluded.problems`);
}

/** Adds problems to rows already written. */
export async function addProblems(
  db: Db,
  batch: string,
  problems: readonly (ImportProblem & { readonly row: number })[],
): Promise<void> {
  if (problems.length === 0) return;
  await db.execute(sql`
    update import_row set problems = import_row.problems || added.problems
    from (
      select (item ->> 'row')::integer as row, jsonb_agg(item - 'row') as problems
      from jsonb_array_elements(${JSON.stringify(problems)}::text::jsonb) as item group by 1) as added
    where import_row.batch = ${batch}::uuid and import_row.row = added.row
      and not import_row.problems @> added.problems`);
}

export interface WaitingRow {
  readonly row: number;
  readonly record: unknown;
}

/** A piece of a file: row numbers, both included. Pieces are ranges so that each is one walk along the key. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

const inPiece = (batch: string, state: 'valid' | 'committed', { from, to }: Piece) =>
  and(eq(importRow.batch, batch), eq(importRow.state, state), between(importRow.row, from, to));

/** The valid rows of a piece in the order of the file. */
export const waitingRows = (db: Db, batch: string, piece: Piece): Promise<WaitingRow[]> =>
  db
    .select({ row: importRow.row, record: importRow.record })
    .from(importRow)
    .where(inPiece(batch, 'valid', piece))
    .orderBy(asc(importRow.row));

export interface WrittenRow {
  readonly row: number;
  readonly before: unknown;
}

/** The written rows of a piece. */
export const writtenRows = (db: Db, batch: string, piece: Piece): Promise<WrittenRow[]> =>
  db
    .select({ row: importRow.row, before: importRow.before })
    .from(importRow)
    .where(inPiece(batch, 'committed', piece))
    .orderBy(asc(importRow.row));

/** All pieces of `size` row numbers, in the order of the file. */
export async function piecesOf(db: Db, batch: string, size: number): Promise<Piece[]> {
  const [last] = await db
    .select({ row: importRow.row })
    .from(importRow)
    .where(eq(importRow.batch, batch))
    .orderBy(desc(importRow.row))
    .limit(1);
  return Array.from({ length: Math.ceil((last?.row ?? 0) / size) }, (_, i) => ({
    from: i * size + 1,
    to: (i + 1) * size,
  }));
}

/** How many rows of a batch are in a state. */
export const countRows = (db: Db, batch: string, state: 'valid' | 'committed'): Promise<number> =>
  db.$count(importRow, and(eq(importRow.batch, batch), eq(importRow.state, state)));

export interface RowChange {
  readonly row: number;
  readonly state: 'invalid' | 'same' | 'committed' | 'undone';
  readonly before: unknown;
}

export async function changeRows(db: Db, batch: string, changes: readonly RowChange[]): Promise<void> {
  if (changes.length === 0) return;
  await db.execute(sql`
    update import_row set state = change.state, before = nullif(change.before, 'null')
    from json_to_recordset(${JSON.stringify(changes)}::text::json)
      as change(row integer, state text, before jsonb)
    where import_row.batch = ${batch}::uuid and import_row.row = change.row`);
}
