import type { JobName } from '#contract/jobs.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import {
  addImport,
  discardRows,
  findImport,
  type ImportRecord,
  moveImport,
  undoIsOpen,
} from '#drizzle/queries/imports.ts';
import { finishCommit } from '#drizzle/queries/importWork.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import { found, Problem } from '../problem.ts';
import type { Act } from './act.ts';

export interface Upload {
  readonly kind: 'people' | 'vacancies';
  readonly fileName: string;
  /** SHA-256, its key in storage */
  readonly fileHash: string;
  readonly fileSize: number;
}

/** Takes a stored file in: the batch, its audit row and the event that has it checked commit together. */
export async function acceptUpload(
  db: Db,
  { caller, requestId, ...upload }: Act & Upload,
): Promise<ImportRecord> {
  return db.transaction(async (db) => {
    const batchId = await addImport(db, { ...upload, region: caller.region.code, uploadedBy: caller.id });
    await recordAudit(db, {
      actor: caller,
      action: 'import.uploaded',
      subject: 'import',
      subjectId: batchId,
      region: caller.region.code,
      details: { kind: upload.kind, bytes: upload.fileSize, sha256: upload.fileHash },
      requestId,
    });
    await emit(db, 'import.check', { batchId });
    return found(await findImport(db, caller.region, batchId));
  });
}

/** Has the valid rows of a checked batch written. @throws Problem not_found, wrong_state */
export const commitImport = (db: Db, act: Act & { readonly batchId: string }): Promise<ImportRecord> =>
  advance(db, act, {
    from: 'checked',
    to: 'committing',
    action: 'import.commit_requested',
    job: 'import.commit',
  });

/**
 * Has a written batch taken back, until its deadline by the database clock.
 * @throws Problem not_found, wrong_state, undo_expired
 */
export async function undoImport(db: Db, act: Act & { readonly batchId: string }): Promise<ImportRecord> {
  return db.transaction(async (db) => {
    const batch = found(await findImport(db, act.caller.region, act.batchId));
    if (batch.status === 'committed' && !batch.undoOpen) throw new Problem('undo_expired');
    return advance(db, act, {
      from: 'committed',
      to: 'undoing',
      action: 'import.undo_requested',
      job: 'import.undo',
      condition: undoIsOpen,
    });
  });
}

/**
 * Gives up a batch that has not been written; one that is being written stops where it is, and what is written
 * can be undone. The worker sees it before its next piece.
 * @throws Problem not_found, wrong_state
 */
export async function cancelImport(
  db: Db,
  { caller, requestId, batchId }: Act & { readonly batchId: string },
): Promise<ImportRecord> {
  return db.transaction(async (db) => {
    const { region } = found(await findImport(db, caller.region, batchId));
    const discarded = await discard(db, batchId);
    const days = await policyValue(db, 'undo.import_days', caller.region.path);
    if (!discarded && !(await finishCommit(db, batchId, days))) throw new Problem('wrong_state');
    await recordAudit(db, {
      actor: caller,
      action: discarded ? 'import.discarded' : 'import.commit_stopped',
      subject: 'import',
      subjectId: batchId,
      region,
      requestId,
    });
    return found(await findImport(db, caller.region, batchId));
  });
}

/** @returns false when it is being written, or has been */
async function discard(db: Db, batchId: string): Promise<boolean> {
  for (const from of ['uploaded', 'checking', 'checked'] as const)
    if (await moveImport(db, batchId, from, 'discarded')) {
      await discardRows(db, batchId);
      return true;
    }
  return false;
}

interface Step {
  readonly from: 'checked' | 'committed';
  readonly to: 'committing' | 'undoing';
  readonly action: string;
  readonly job: Extract<JobName, `import.${string}`>;
  readonly condition?: typeof undoIsOpen;
}

async function advance(
  db: Db,
  { caller, requestId, batchId }: Act & { readonly batchId: string },
  { from, to, action, job, condition }: Step,
): Promise<ImportRecord> {
  return db.transaction(async (db) => {
    const { region } = found(await findImport(db, caller.region, batchId));
    if (!(await moveImport(db, batchId, from, to, condition))) throw new Problem('wrong_state');
    await recordAudit(db, {
      actor: caller,
      action,
      subject: 'import',
      subjectId: batchId,
      region,
      requestId,
    });
    await emit(db, job, { batchId });
    return found(await findImport(db, caller.region, batchId));
  });
}
