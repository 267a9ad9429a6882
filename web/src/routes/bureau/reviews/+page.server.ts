import { pageIn, withinPages } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = { page: pageIn(url), size: 20 };
  return { queue: withinPages(url, await locals.api.call(contract.reviews.queue, { query })) };
};
