import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { account, type ImportStatus, importBatch, importRow } from '../schema/index.ts';
import { type Scope, within } from './scope.ts';

export interface PageRequest {
  readonly page: number;
  readonly size: number;
}

export interface NewImport {
  readonly kind: 'people' | 'vacancies';
  readonly fileName: string;
  readonly fileHash: string;
  readonly fileSize: number;
  readonly region: string;
  readonly uploadedBy: string;
}

/** A batch that waits to be checked. */
export async function addImport(db: Db, batch: NewImport): Promise<string> {
  const [row] = await db
    .insert(importBatch)
    .values({ ...batch, status: 'uploaded' })
    .returning({ id: importBatch.id });
  return row!.id;
}

export interface ImportWritten {
  readonly committed: number;
  readonly waiting: number;
  readonly undone: number;
}

const columns = {
  id: importBatch.id,
  kind: importBatch.kind,
  fileName: importBatch.fileName,
  fileHash: importBatch.fileHash,
  status: importBatch.status,
  region: importBatch.region,
  rowsDone: importBatch.rowsDone,
  rowsTotal: importBatch.rowsTotal,
  counts: importBatch.counts,
  /** how many rows of a written batch are in each state */
  written: sql<ImportWritten | null>`case when ${importBatch.committedAt} is not null then (
    select jsonb_build_object(
      'committed', count(*) filter (where r.state = 'committed'),
      'waiting', count(*) filter (where r.state = 'valid'),
      'undone', count(*) filter (where r.state = 'undone'))
    from ${importRow} r where r.batch = ${importBatch.id}) end`,
  failure: importBatch.failure,
  uploadedBy: account.name,
  createdAt: importBatch.createdAt,
  committedAt: importBatch.committedAt,
  undoUntil: importBatch.undoUntil,
  /** by the database clock */
  undoOpen: sql<boolean>`coalesce(${importBatch.undoUntil} > now(), false)`,
};

export type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The batch, or null when there is none in scope. */
export async function findImport(db: Db, scope: Scope, id: string) {
  const [row] = await db
    .select(columns)
    .from(importBatch)
    .innerJoin(account, eq(account.id, importBatch.uploadedBy))
    .where(and(eq(importBatch.id, id), within(importBatch.region, scope)));
  return row ?? null;
}

/** Newest first. */
export async function listImports(db: Db, scope: Scope, { page, size }: PageRequest) {
  const where = within(importBatch.region, scope);
  const items = await db
    .select(columns)
    .from(importBatch)
    .innerJoin(account, eq(account.id, importBatch.uploadedBy))
    .where(where)
    .orderBy(desc(importBatch.createdAt), desc(importBatch.id))
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db.select({ total: count() }).from(importBatch).where(where);
  return { items, total: sum?.total ?? 0 };
}

/**
 * Moves the batch on when it is in the state `from`; the database decides, so two callers never both succeed.
 * @returns false when it was in another state, or `condition` does not hold
 */
export async function moveImport(
  db: Db,
  id: string,
  from: ImportStatus,
  to: ImportStatus,
  condition?: SQL,
): Promise<boolean> {
  const moved = await db
    .update(importBatch)
    .set({ status: to, rowsDone: 0, failure: null })
    .where(and(eq(importBatch.id, id), eq(importBatch.status, from), condition))
    .returning({ id: importBatch.id });
  return moved.length === 1;
}

/** Drops what was read of a batch that nobody will write: it holds people. */
export async function discardRows(db: Db, batch: string): Promise<void> {
  await db.delete(importRow).where(eq(importRow.batch, batch));
}

/** Condition for `moveImport`: the deadline has not passed, by the database clock. */
export const undoIsOpen = sql`${importBatch.undoUntil} > now()`;

export interface ImportProblem {
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly reason: string;
}

/** Problems one by one in the order of the file; a row may have several. */
export async function listProblems(
  db: Db,
  batch: string,
  { page, size, code }: PageRequest & { readonly code: string | undefined },
) {
  const flat = db
    .select({
      row: importRow.row,
      problem: sql<ImportProblem>`p.problem`.as('problem'),
      ordinal: sql<number>`p.ordinal`.as('ordinal'),
    })
    .from(importRow)
    .crossJoinLateral(sql`jsonb_array_elements(${importRow.problems}) with ordinality as p(problem, ordinal)`)
    .where(
      and(eq(importRow.batch, batch), code === undefined ? undefined : sql`p.problem ->> 'code' = ${code}`),
    )
    .as('flat');
  const items = await db
    .select({ row: flat.row, problem: flat.problem })
    .from(flat)
    .orderBy(asc(flat.row), asc(flat.ordinal))
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db.select({ total: count() }).from(flat);
  return { items, total: sum?.total ?? 0 };
}

/** All problems in the order of the file, for the returned workbook. */
export async function allProblems(db: Db, batch: string): Promise<(ImportProblem & { row: number })[]> {
  const rows = await db
    .select({ row: importRow.row, problems: importRow.problems })
    .from(importRow)
    .where(and(eq(importRow.batch, batch), sql`jsonb_array_length(${importRow.problems}) > 0`))
    .orderBy(asc(importRow.row));
  return rows.flatMap(({ row, problems }) =>
    (problems as ImportProblem[]).map((problem) => ({ ...problem, row })),
  );
}

/** Checked batches that nobody has written or dropped yet, newest first, at most 20. */
export const waitingImports = (db: Db, scope: Scope) =>
  db
    .select({ id: importBatch.id, fileName: importBatch.fileName })
    .from(importBatch)
    .where(and(eq(importBatch.status, 'checked'), within(importBatch.region, scope)))
    .orderBy(desc(importBatch.createdAt))
    .limit(20);
