import { buffer } from 'node:stream/consumers';
import type { importRoutes } from '#contract/routes/imports.ts';
import { allProblems, findImport } from '#drizzle/queries/imports.ts';
import type { Problem as LedgerProblem } from '#ledgers/problems.ts';
import type { Storage } from '#platform/connections.ts';
import { XLSX } from '../answers/file.ts';
import { found, Problem } from '../problem.ts';
import type { Handler } from '../register.ts';
import { returnedWorkbook } from '../workbooks/returned.ts';

/** Their own workbook with a column that says what is wrong; after the check only. */
export const workbookFile =
  (storage: Storage): Handler<(typeof importRoutes)['workbook']> =>
  async ({ params, caller, db }) => {
    const batch = found(await findImport(db, caller.region, params.batch));
    if (batch.counts === null) throw new Problem('wrong_state');
    const problems = (await allProblems(db, batch.id)) as LedgerProblem[];
    const bytes = new Uint8Array(await buffer(storage.read(batch.fileHash)));
    return {
      type: XLSX,
      name: `${batch.fileName.replace(/\.(xlsx|csv|txt)$/i, '')}-错误说明.xlsx`,
      content: await returnedWorkbook({ bytes, kind: batch.kind, problems }),
    };
  };
