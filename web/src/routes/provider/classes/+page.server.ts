import { lenient } from '#lib/server/query.ts';
import { classStatus } from '$contract/codes/training.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = lenient(contract.classes.list.query, url.searchParams);
  return {
    status: query.status ?? null,
    statuses: classStatus.values.map((code) => ({ code, label: classStatus.label(code) })),
    classes: await locals.api.call(contract.classes.list, { query }),
  };
};
