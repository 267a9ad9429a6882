import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account } from './accounts.ts';
import { createdAt, id, instant } from './columns.ts';

export const importStatus = [
  'uploaded',
  'checking',
  'checked',
  'committing',
  'committed',
  'undoing',
  'undone',
  'discarded',
  'failed',
] as const;
export type ImportStatus = (typeof importStatus)[number];

/** One uploaded ledger: dry run first, then commit, undo for some days. */
export const importBatch = pgTable(
  'import_batch',
  {
    id: id(),
    kind: text({ enum: ['people', 'vacancies'] }).notNull(),
    fileName: text().notNull(),
    /** SHA-256 of the file; its content lies in storage under this name */
    fileHash: text().notNull(),
    fileSize: integer().notNull(),
    status: text({ enum: importStatus }).notNull(),
    /** region the uploader may write to */
    region: text().notNull(),
    uploadedBy: uuid()
      .notNull()
      .references(() => account.id),
    /** rows seen so far and in all, for live progress */
    rowsDone: integer().notNull().default(0),
    rowsTotal: integer(),
    /** counts of the dry run: rows, valid, invalid, new, changed, same, households … */
    counts: jsonb(),
    /** why it failed as a whole, in Chinese */
    failure: text(),
    committedAt: instant(),
    undoUntil: instant(),
    createdAt: createdAt(),
  },
  (t) => [index('import_batch_region').on(t.region, t.createdAt)],
);

/** One row of a checked file: what it says, what is wrong with it, what committing it did. */
export const importRow = pgTable(
  'import_row',
  {
    id: id(),
    batch: uuid()
      .notNull()
      .references(() => importBatch.id, { onDelete: 'cascade' }),
    row: integer().notNull(),
    state: text({ enum: ['valid', 'invalid', 'same', 'committed', 'undone'] }).notNull(),
    /** normalised record with the ID number sealed; null when it cannot be read */
    record: jsonb(),
    problems: jsonb().notNull(),
    /** rows touched and their state before, so that a batch can be undone */
    before: jsonb(),
  },
  (t) => [uniqueIndex('import_row_once').on(t.batch, t.row), index('import_row_state').on(t.batch, t.state)],
);
