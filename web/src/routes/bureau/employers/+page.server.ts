import { employerStatus } from '$contract/codes/work.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams.get('status');
  const status = employerStatus.is(asked) ? asked : undefined;
  const due = url.searchParams.has('due');
  const q = url.searchParams.get('q')?.slice(0, 40) ?? '';
  const page = url.searchParams.get('page') ?? 1;
  return {
    status: status ?? null,
    due,
    q,
    states: employerStatus.values.map((value) => ({ value, label: employerStatus.label(value) })),
    employers: await locals.api.call(contract.employers.list, { query: { page, size: 20, status, due, q } }),
  };
};
