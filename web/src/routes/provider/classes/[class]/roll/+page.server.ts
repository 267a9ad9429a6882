import { redirect } from '@sveltejs/kit';
import { several, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { lenient } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  sheet: await locals.api.call(contract.attendance.sheet, {
    params,
    query: lenient(contract.attendance.sheet.query, url.searchParams),
  }),
});

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const day = text(form, 'day');
    const done = await locals.api
      .call(contract.attendance.record, {
        params: { ...params, day },
        body: { present: several(form, 'present') },
      })
      .catch((problem) => refused(problem, {}));
    if ('data' in done) return done;
    redirect(303, `/provider/classes/${params.class}/roll?day=${day}&saved`);
  },
};
