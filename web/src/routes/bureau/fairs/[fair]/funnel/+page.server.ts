import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  funnel: await locals.api.call(contract.fairs.funnel, { params }),
});
