import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  suited: (await locals.api.call(contract.my.vacancies)).items,
});
