import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  mine: await locals.api.call(contract.applications.mine, {
    query: { page: url.searchParams.get('page') ?? 1, size: 20 },
  }),
});
