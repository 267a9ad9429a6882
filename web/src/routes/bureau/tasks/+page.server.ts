import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { pageIn, withinPages } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const tasks = await locals.api.call(contract.tasks.list, { query: { page: pageIn(url), size: 20 } });
  return { tasks: withinPages(url, tasks), done: url.searchParams.has('done') };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    return actThenShow('/bureau/tasks?done', () =>
      locals.api.call(contract.tasks.done, {
        params: { task: text(form, 'task') },
        body: { result: text(form, 'result') },
      }),
    );
  },
};
