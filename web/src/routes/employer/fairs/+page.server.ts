import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  stalls: (await locals.api.call(contract.ownFairs.stalls)).items,
});
