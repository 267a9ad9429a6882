import { lenient } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import { vacancyRoutes } from '$contract/routes/vacancies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { from } = lenient(vacancyRoutes.detail.query, url.searchParams);
  return { from, vacancy: await locals.api.call(contract.vacancies.detail, { params, query: { from } }) };
};
