import { redirect } from '@sveltejs/kit';
import { optional, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { lenient } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  providers: await locals.api.call(contract.providers.list, {
    query: lenient(contract.providers.list.query, url.searchParams),
  }),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const reason = optional(form, 'reason');
    const done = await locals.api
      .call(contract.providers.judge, {
        params: { provider: text(form, 'provider') },
        body: {
          verdict: text(form, 'verdict') === 'suspend' ? 'suspend' : 'verify',
          ...(reason && { reason }),
        },
      })
      .catch((problem) => refused(problem, {}));
    if ('data' in done) return done;
    redirect(303, '/bureau/providers');
  },
};
