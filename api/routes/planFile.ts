import { Readable } from 'node:stream';
import type { runRoutes } from '#contract/routes/runs.ts';
import { findRun } from '#drizzle/queries/runs.ts';
import { writePlan } from '#ledgers/write/plan.ts';
import { XLSX } from '../answers/file.ts';
import { exportPlan } from '../operations/exportPlan.ts';
import { found } from '../problem.ts';
import type { Handler } from '../register.ts';

/** 匹配方案.xlsx, written while it is sent. */
export const planFile: Handler<(typeof runRoutes)['plan']> = async ({ params, caller, db, request }) => {
  const run = found(await findRun(db, caller.region, params.run));
  const plan = await exportPlan(db, { caller, requestId: request.id, run });
  return {
    type: XLSX,
    name: `${run.region.name}-匹配方案-${run.today}.xlsx`,
    content: Readable.from(writePlan(plan), { objectMode: false }),
  };
};
