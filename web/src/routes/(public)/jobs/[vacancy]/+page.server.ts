import { lenient } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import { vacancyRoutes } from '$contract/routes/vacancies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { from } = lenient(vacancyRoutes.detail.query, url.searchParams);
  const [vacancy, similar] = await Promise.all([
    locals.api.call(contract.vacancies.detail, { params, query: { from } }),
    locals.api.call(contract.vacancies.similar, { params, query: { from } }),
  ]);
  return { from, vacancy, similar: similar.items };
};
