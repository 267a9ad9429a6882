import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import type { RunRecord } from '#drizzle/queries/runs.ts';
import type { PlanExport } from '#ledgers/write/plan.ts';
import { presentPlan } from '../presenters/planExport.ts';
import { Problem } from '../problem.ts';
import type { Act } from './act.ts';

/**
 * The plan of a finished run, to take away. Who takes it is written down first. It names people to those on
 * duty, who must find them; auditors get masked names.
 * @throws Problem wrong_state
 */
export async function exportPlan(
  db: Db,
  { caller, requestId, run }: Act & { readonly run: RunRecord },
): Promise<PlanExport> {
  if (run.status !== 'done') throw new Problem('wrong_state');
  const masked = caller.role === 'auditor';
  await recordAudit(db, {
    actor: caller,
    action: 'run.exported',
    subject: 'run',
    subjectId: run.id,
    region: run.region.code,
    details: { masked },
    requestId,
  });
  return presentPlan(db, run, masked);
}
