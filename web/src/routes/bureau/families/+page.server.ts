import { pageIn, withinPages } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const all = url.searchParams.has('all');
  const q = url.searchParams.get('q')?.slice(0, 40) ?? '';
  // Whoever looks for one family looks among all.
  const zero = all || q !== '' ? undefined : true;
  const query = { page: pageIn(url), size: 20, q, zero };
  const families = await locals.api.call(contract.families.list, { query });
  return { all: zero === undefined, q, families: withinPages(url, families) };
};
