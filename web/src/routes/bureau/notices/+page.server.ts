import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { lenient } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  failed: await locals.api.call(contract.notices.failed, {
    query: lenient(contract.notices.failed.query, url.searchParams),
  }),
});

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const notice = text(await request.formData(), 'notice');
    return actThenShow(url.pathname + url.search, () =>
      locals.api.call(contract.notices.retry, { params: { notice } }),
    );
  },
};
