import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { courseChoices, readCourse } from '#lib/server/courseForm.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { items } = await locals.api.call(contract.courses.own);
  const course = items.find(({ id }) => id === params.course) ?? error(404, m.error_not_found());
  return { choices: courseChoices(), course };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const { items } = await locals.api.call(contract.courses.own);
    const known = items.find(({ id }) => id === params.course);
    // The form does not ask for further skills; what was known of them stays.
    const body = { ...readCourse(form), skills: (known?.skills ?? []) as [] };
    const done = await locals.api
      .call(contract.courses.change, { params, body })
      .catch((problem) => refused(problem, { values: body }));
    if ('data' in done) return done;
    redirect(303, '/provider/courses');
  },
};
