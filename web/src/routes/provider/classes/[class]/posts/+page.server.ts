import { redirect } from '@sveltejs/kit';
import { text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  posts: await locals.api.call(contract.classes.posts, { params }),
});

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const vacancy = text(form, 'vacancy');
    const done = await locals.api
      .call(contract.classes.commit, {
        params: { ...params, vacancy },
        body: { places: text(form, 'places') },
      })
      .catch((problem) => refused(problem, { vacancy }));
    if ('data' in done) return done;
    redirect(303, `/provider/classes/${params.class}/posts`);
  },
};
