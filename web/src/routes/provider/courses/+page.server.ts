import { redirect } from '@sveltejs/kit';
import { text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  courses: await locals.api.call(contract.courses.own),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const action = text(form, 'action') === 'close' ? 'close' : 'publish';
    const done = await locals.api
      .call(contract.courses.move, { params: { course: text(form, 'course') }, body: { action } })
      .catch((problem) => refused(problem, {}));
    if ('data' in done) return done;
    redirect(303, '/provider/courses');
  },
};
