import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { lenient } from '#lib/server/query.ts';
import { searchOf } from '#lib/server/searches.ts';
import { searchName } from '$contract/present/search.ts';
import { contract } from '$contract/routes/index.ts';
import { savedQuery } from '$contract/routes/savedSearches.ts';
import type { Actions, PageServerLoad } from './$types';

/** The search page sends its address along: what may be saved. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { items } = await locals.api.call(contract.savedSearches.list);
  const query = lenient(savedQuery, url.searchParams);
  const offered = searchOf(query).toString();
  return {
    offered,
    offeredName: searchName(query),
    searches: items.map(({ id, name, createdAt, query }) => ({
      id,
      name,
      createdAt,
      search: searchOf(query).toString(),
    })),
  };
};

export const actions: Actions = {
  save: async ({ locals, request, url }) => {
    const query = lenient(savedQuery, new URLSearchParams(text(await request.formData(), 'search')));
    return actThenShow(url.pathname, () =>
      // The API reads a query as an address writes it.
      locals.api.call(contract.savedSearches.save, { body: { query: wire(query) } }),
    );
  },
  remove: async ({ locals, request, url }) => {
    const search = text(await request.formData(), 'search');
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.savedSearches.remove, { params: { search } }),
    );
  },
};

/** Flags travel as words. */
const wire = ({ care, lodging, ...query }: ReturnType<typeof lenient<typeof savedQuery>>) => ({
  ...query,
  ...(care && { care: 'true' as const }),
  ...(lodging && { lodging: 'true' as const }),
});
