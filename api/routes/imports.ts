import type { importRoutes } from '#contract/routes/imports.ts';
import { findImport, listImports, listProblems } from '#drizzle/queries/imports.ts';
import { follow } from '../answers/events.ts';
import { acceptUpload, cancelImport, commitImport, undoImport } from '../operations/imports.ts';
import { presentImport, presentProblem } from '../presenters/import.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';
import type { Services } from '../services.ts';
import { receiveLedger } from '../uploads.ts';
import { workbookFile } from './workbookFile.ts';

/** States in which no worker is busy and nothing more happens by itself. */
const RESTING: readonly string[] = ['checked', 'committed', 'undone', 'discarded', 'failed'];

export const importHandlers = ({ storage }: Pick<Services, 'storage'>): Handlers<typeof importRoutes> => ({
  async upload({ caller, db, request }) {
    const upload = await receiveLedger(request, storage);
    return presentImport(await acceptUpload(db, { caller, requestId: request.id, ...upload }), caller.role);
  },

  async list({ query, caller, db }) {
    const { items, total } = await listImports(db, caller.region, query);
    return { ...query, items: items.map((batch) => presentImport(batch, caller.role)), total };
  },

  async detail({ params, caller, db }) {
    return presentImport(found(await findImport(db, caller.region, params.batch)), caller.role);
  },

  async problems({ params, query: { page, size, code }, caller, db }) {
    const batch = found(await findImport(db, caller.region, params.batch));
    const { items, total } = await listProblems(db, batch.id, { page, size, code });
    return { page, size, total, items: items.map(presentProblem) };
  },

  async commit({ params, caller, db, request }) {
    const batch = await commitImport(db, { caller, requestId: request.id, batchId: params.batch });
    return presentImport(batch, caller.role);
  },

  async cancel({ params, caller, db, request }) {
    const batch = await cancelImport(db, { caller, requestId: request.id, batchId: params.batch });
    return presentImport(batch, caller.role);
  },

  async undo({ params, caller, db, request }) {
    const batch = await undoImport(db, { caller, requestId: request.id, batchId: params.batch });
    return presentImport(batch, caller.role);
  },

  workbook: workbookFile(storage),

  async events({ params, caller, db, request }) {
    found(await findImport(db, caller.region, params.batch));
    return (signal) =>
      follow({
        async look() {
          const batch = await findImport(db, caller.region, params.batch);
          return (
            batch && {
              revision: `${batch.status}.${batch.rowsDone}`,
              state: presentImport(batch, caller.role),
            }
          );
        },
        isLast: ({ status }) => RESTING.includes(status),
        event: 'import',
        seen: request.headers['last-event-id'] as string | undefined,
        signal,
      });
  },
});
