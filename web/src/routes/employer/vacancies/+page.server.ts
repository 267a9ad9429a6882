import { pageIn } from '#lib/server/query.ts';
import { vacancyStatus } from '$contract/codes/work.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams.get('status');
  const status = vacancyStatus.is(asked) ? asked : undefined;
  const page = pageIn(url);
  return {
    status: status ?? null,
    states: vacancyStatus.values.map((value) => ({ value, label: vacancyStatus.label(value) })),
    posts: await locals.api.call(contract.ownVacancies.list, { query: { page, size: 20, status } }),
  };
};
