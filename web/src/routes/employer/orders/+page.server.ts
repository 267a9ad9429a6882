import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = url.searchParams.get('page') ?? 1;
  return { orders: await locals.api.call(contract.orders.mine, { query: { page, size: 20 } }) };
};
