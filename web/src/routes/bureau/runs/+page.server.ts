import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/server/problem.ts';
import { pageIn, withinPages } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = { page: pageIn(url), size: 20 };
  return { history: withinPages(url, await locals.api.call(contract.runs.list, { query })) };
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
