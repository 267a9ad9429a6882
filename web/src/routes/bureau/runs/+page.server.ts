import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = url.searchParams.get('page') ?? 1;
  return { history: await locals.api.call(contract.runs.list, { query: { page, size: 20 } }) };
};

export const actions: Actions = {
  default: async ({ locals }) => {
    const run = await locals.api
      .call(contract.runs.start, { body: {} })
      .catch((problem) => refused(problem, {}));
    if ('data' in run) return run;
    redirect(303, `/bureau/runs/${run.id}`);
  },
};
