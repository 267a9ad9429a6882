import { lastPage } from '#lib/server/lastPage.ts';
import { lenient } from '#lib/server/query.ts';
import { settlementOptions } from '#lib/server/settlements.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const query = lenient(contract.courses.list.query, url.searchParams);
  const { kiosk } = await parent();
  const from = query.from ?? kiosk ?? undefined;
  const [found, settlements] = await Promise.all([
    locals.api.call(contract.courses.list, { query: { ...query, from, size: 12 } }),
    settlementOptions(locals.api),
  ]);
  lastPage(found, url);
  return { query: { ...query, from }, found, settlements };
};
