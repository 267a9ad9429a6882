import { pageIn } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = pageIn(url);
  return { orders: await locals.api.call(contract.orders.mine, { query: { page, size: 20 } }) };
};
