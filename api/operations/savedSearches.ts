import { searchName } from '#contract/present/search.ts';
import type { SavedQuery } from '#contract/routes/savedSearches.ts';
import type { Db } from '#drizzle/db.ts';
import {
  addSearch,
  countSearches,
  findSame,
  lockOwner,
  removeSearch,
  type SavedSearchRow,
} from '#drizzle/queries/savedSearches.ts';
import { notFound, Problem } from '../problem.ts';
import type { Act } from './act.ts';

/** Searches one account keeps. */
const MOST = 10;

type Owned = Pick<Act, 'caller'>;

/** The same search is kept once. @throws Problem wrong_state when there are too many */
export const saveSearch = (
  db: Db,
  { caller, query, name }: Owned & { readonly query: SavedQuery; readonly name: string | undefined },
): Promise<SavedSearchRow> =>
  db.transaction(async (db) => {
    await lockOwner(db, caller.id);
    const same = await findSame(db, caller.id, query);
    if (same) return same;
    if ((await countSearches(db, caller.id)) >= MOST)
      throw new Problem('wrong_state', { detail: `最多存 ${MOST} 个，先删掉一个` });
    return addSearch(db, { account: caller.id, name: name || searchName(query), query });
  });

/** @throws Problem not_found */
export async function forgetSearch(db: Db, { caller, id }: Owned & { readonly id: string }): Promise<void> {
  if (!(await removeSearch(db, caller.id, id))) throw notFound();
}
