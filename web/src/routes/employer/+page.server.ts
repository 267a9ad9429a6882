import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  overview: await locals.api.call(contract.hiring.overview),
});
