import { lenient } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import { vacancyQuery } from '$contract/routes/vacancies.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 12;

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = lenient(vacancyQuery, url.searchParams);
  const [found, settlements] = await Promise.all([
    locals.api.call(contract.vacancies.search, { query: { ...query, size: PAGE_SIZE } }),
    locals.api.call(contract.regions.settlements),
  ]);
  return {
    query,
    found,
    settlements: settlements.items.map(({ code, name, countyName }) => ({
      value: code,
      label: name,
      group: countyName,
    })),
  };
};
