import type { Db } from '#drizzle/db.ts';
import type { ImportProblem } from '#drizzle/queries/imports.ts';
import type { WorkBatch } from '#drizzle/queries/importWork.ts';
import type { Write } from '#drizzle/queries/ledgerWrites.ts';
import type { LedgerKind, RecordOf } from '#ledgers/records.ts';
import type { Parts } from '../../handler.ts';
import type { Places } from './places.ts';

export interface Context {
  readonly batch: WorkBatch;
  readonly places: Places;
  readonly parts: Pick<Parts, 'fieldKeys' | 'blindIndexKey'>;
}

/** What committing one row would do, or why it may not be done. */
export interface RowPlan {
  readonly row: number;
  readonly effect: 'added' | 'changed' | 'same' | 'refused';
  readonly problems: readonly ImportProblem[];
  readonly writes: readonly Write[];
}

export interface Staged<S> {
  readonly row: number;
  readonly record: S;
}

/** How rows of one kind of ledger become rows of the database. Dry run and commit ask the same `plan`. */
export interface LedgerWork<K extends LedgerKind, S> {
  /** Record of the file → record to keep, or the problem that keeps it out. One stage is opened per pass. */
  openStage(context: Context): (row: number, record: RecordOf<K>) => S | ImportProblem;
  /** @param hold locks what is read, for a transaction that is going to write */
  plan(db: Db, context: Context, rows: readonly Staged<S>[], hold: boolean): Promise<RowPlan[]>;
}

export const isProblem = (value: object): value is ImportProblem => 'code' in value && 'reason' in value;
