import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  vacancy: await locals.api.call(contract.vacancies.detail, { params }),
  printedAt: new Date().toISOString(),
});
