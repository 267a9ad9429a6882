import type { MySearch, savedSearchRoutes } from '#contract/routes/savedSearches.ts';
import { findSearch, listSearches, type SavedSearchRow } from '#drizzle/queries/savedSearches.ts';
import { forgetSearch, saveSearch } from '../operations/savedSearches.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const savedSearchHandlers = (): Handlers<typeof savedSearchRoutes> => ({
  list: async ({ caller, db }) => ({ items: (await listSearches(db, caller.id)).map(present) }),

  save: async ({ body: { query, name }, caller, db }) =>
    present(await saveSearch(db, { caller, query, name })),

  detail: async ({ params, caller, db }) => present(found(await findSearch(db, caller.id, params.search))),

  async remove({ params, caller, db }) {
    await forgetSearch(db, { caller, id: params.search });
    return undefined;
  },
});

const present = ({ createdAt, ...row }: SavedSearchRow): MySearch => ({
  ...row,
  createdAt: createdAt.toISOString(),
});
