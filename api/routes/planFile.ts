import type { runRoutes } from '#contract/routes/runs.ts';
import { findRun } from '#drizzle/queries/runs.ts';
import { found, Problem } from '../problem.ts';
import type { Handler } from '../register.ts';

export const planFile: Handler<(typeof runRoutes)['plan']> = async ({ params, caller, db }) => {
  found(await findRun(db, caller.region, params.run));
  throw new Problem('wrong_state');
};
