import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { demandSameHolder } from '#lib/server/holder.ts';
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
    await demandSameHolder(locals, form, '/bureau/tasks');
    const task = text(form, 'task');
    const body = { result: text(form, 'result') };
    // A matter is done once: its id is the key of its doing.
    return actThenShow('/bureau/tasks?done', () =>
      locals.api.call(contract.tasks.done, { params: { task }, body }, { 'idempotency-key': task }),
    );
  },
};
