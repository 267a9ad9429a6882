import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import { addRun, cancelRun as cancelActive, findRun, type RunRecord } from '#drizzle/queries/runs.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { found, Problem } from '../problem.ts';
import type { Act } from './act.ts';

/**
 * Queues a matching run for a region in scope; the run, its audit row and its event commit together.
 * @param regionCode the caller's own region when absent
 * @throws Problem not_found, run_in_progress
 */
export async function startRun(
  db: Db,
  { caller, requestId, regionCode }: Act & { readonly regionCode: string | undefined },
): Promise<RunRecord> {
  return db.transaction(async (db) => {
    const region = found(await findRegion(db, caller.region, regionCode ?? caller.region.code));
    const runId = await addRun(db, region.code, caller.id);
    if (!runId) throw new Problem('run_in_progress');
    await recordAudit(db, {
      actor: caller,
      action: 'run.started',
      subject: 'run',
      subjectId: runId,
      region: region.code,
      requestId,
    });
    await emit(db, 'matching.run', { runId });
    return found(await findRun(db, caller.region, runId));
  });
}

/**
 * Ends a queued or running run; the worker sees it and stops, the plan in force stays.
 * @throws Problem not_found, wrong_state
 */
export async function cancelRun(
  db: Db,
  { caller, requestId, runId }: Act & { readonly runId: string },
): Promise<RunRecord> {
  return db.transaction(async (db) => {
    const { region } = found(await findRun(db, caller.region, runId));
    if (!(await cancelActive(db, runId))) throw new Problem('wrong_state');
    await recordAudit(db, {
      actor: caller,
      action: 'run.cancelled',
      subject: 'run',
      subjectId: runId,
      region: region.code,
      requestId,
    });
    return found(await findRun(db, caller.region, runId));
  });
}
