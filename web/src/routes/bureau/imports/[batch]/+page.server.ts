import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const code = url.searchParams.get('code');
  const page = url.searchParams.get('page') ?? 1;
  const [batch, problems] = await Promise.all([
    locals.api.call(contract.imports.detail, { params }),
    locals.api.call(contract.imports.problems, { params, query: { code, page, size: 25 } }),
  ]);
  return { batch, problems, code };
};

export const actions: Actions = {
  commit: async ({ locals, params }) => {
    const done = await locals.api
      .call(contract.imports.commit, { params })
      .catch((problem) => refused(problem, {}));
    if ('data' in done) return done;
    redirect(303, `/bureau/imports/${params.batch}`);
  },
  undo: async ({ locals, params }) => {
    const done = await locals.api
      .call(contract.imports.undo, { params })
      .catch((problem) => refused(problem, {}));
    if ('data' in done) return done;
    redirect(303, `/bureau/imports/${params.batch}`);
  },
};
