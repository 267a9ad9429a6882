import { pageIn } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  mine: await locals.api.call(contract.applications.mine, {
    query: { page: pageIn(url), size: 20 },
  }),
  already: url.searchParams.has('already'),
});
