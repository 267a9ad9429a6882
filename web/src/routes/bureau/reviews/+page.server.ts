import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = url.searchParams.get('page') ?? 1;
  return { queue: await locals.api.call(contract.reviews.queue, { query: { page, size: 20 } }) };
};
