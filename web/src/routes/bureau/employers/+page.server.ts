import { pageIn, withinPages } from '#lib/server/query.ts';
import { employerStatus } from '$contract/codes/work.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams.get('status');
  const status = employerStatus.is(asked) ? asked : undefined;
  const due = url.searchParams.has('due');
  const q = url.searchParams.get('q')?.slice(0, 40) ?? '';
  const query = { page: pageIn(url), size: 20, status, due, q };
  return {
    status: status ?? null,
    due,
    q,
    states: employerStatus.values.map((value) => ({ value, label: employerStatus.label(value) })),
    employers: withinPages(url, await locals.api.call(contract.employers.list, { query })),
  };
};
