import { redirect } from '@sveltejs/kit';
import { courseChoices, readCourse } from '#lib/server/courseForm.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** The demand board sends the occupation that is asked for. */
export const load: PageServerLoad = ({ url }) => ({
  choices: courseChoices(),
  occupation: url.searchParams.get('occupation'),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const body = readCourse(await request.formData());
    const done = await locals.api
      .call(contract.courses.add, { body })
      .catch((problem) => refused(problem, { values: body }));
    if ('data' in done) return done;
    redirect(303, '/provider/courses');
  },
};
