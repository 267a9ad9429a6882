import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const { me } = await parent();
  const page = url.searchParams.get('page') ?? 1;
  return {
    fairs: await locals.api.call(contract.fairs.list, { query: { page, size: 20 } }),
    mayPlan: me.allowed.includes('run_matching'),
  };
};
