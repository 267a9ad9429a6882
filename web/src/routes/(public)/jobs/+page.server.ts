import { lastPage } from '#lib/server/lastPage.ts';
import { lenient } from '#lib/server/query.ts';
import { kioskOf } from '#lib/server/settings.ts';
import { contract } from '$contract/routes/index.ts';
import { vacancyQuery } from '$contract/routes/vacancies.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 12;

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  const asked = lenient(vacancyQuery, url.searchParams);
  // A kiosk knows where it stands.
  const query = { ...asked, from: asked.from ?? kioskOf(cookies) ?? undefined };
  const [found, settlements] = await Promise.all([
    locals.api.call(contract.vacancies.search, { query: { ...query, size: PAGE_SIZE } }),
    locals.api.call(contract.regions.settlements),
  ]);
  lastPage(found, url);
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
