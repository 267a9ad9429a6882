import type { importRoutes } from '#contract/routes/imports.ts';
import { findImport } from '#drizzle/queries/imports.ts';
import type { Storage } from '#platform/connections.ts';
import { found, Problem } from '../problem.ts';
import type { Handler } from '../register.ts';

export const returnedWorkbook =
  (_storage: Storage): Handler<(typeof importRoutes)['workbook']> =>
  async ({ params, caller, db }) => {
    found(await findImport(db, caller.region, params.batch));
    throw new Problem('wrong_state');
  };
