import type { Role } from '#contract/codes/account.ts';
import type { ImportBatch, ImportCounts } from '#contract/routes/imports.ts';
import type { ImportProblem, ImportRecord } from '#drizzle/queries/imports.ts';
import { can } from '../policies/abilities.ts';

/** The uploader is staff and named; persons in the file are not. */
export function presentImport(batch: ImportRecord, role: Role): ImportBatch {
  const { createdAt, committedAt, undoUntil, counts, ...rest } = batch;
  return {
    ...rest,
    counts: counts as ImportCounts | null,
    createdAt: createdAt.toISOString(),
    committedAt: committedAt?.toISOString() ?? null,
    undoUntil: undoUntil?.toISOString() ?? null,
    allowed: can(role, 'import_ledgers') ? allowedActions(batch) : [],
  };
}

/** An undo runs to its end: half of it would leave people neither here nor there. */
const CANCELLABLE: readonly ImportRecord['status'][] = ['uploaded', 'checking', 'checked', 'committing'];

function allowedActions({ status, counts, undoOpen }: ImportRecord): ImportBatch['allowed'] {
  const allowed: ImportBatch['allowed'] = [];
  if (status === 'checked') allowed.push('commit');
  if (CANCELLABLE.includes(status)) allowed.push('cancel');
  if (status === 'committed' && undoOpen) allowed.push('undo');
  if (counts !== null && status !== 'discarded') allowed.push('download_errors');
  return allowed;
}

export const presentProblem = ({ row, problem }: { row: number; problem: ImportProblem }) => ({
  ...problem,
  row,
});
