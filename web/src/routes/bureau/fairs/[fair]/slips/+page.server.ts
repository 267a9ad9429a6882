import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = url.searchParams.get('page') ?? 1;
  const query = { page, size: 100, door: true };
  return { guests: await locals.api.call(contract.fairGuests.list, { params, query }) };
};
