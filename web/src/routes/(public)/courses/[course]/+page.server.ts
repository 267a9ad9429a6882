import { redirect } from '@sveltejs/kit';
import { keyOf, newKey } from '#lib/server/key.ts';
import { refused } from '#lib/server/problem.ts';
import { lenient } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { kiosk } = await parent();
  const from = lenient(contract.courses.detail.query, url.searchParams).from ?? kiosk ?? undefined;
  return {
    from,
    course: await locals.api.call(contract.courses.detail, { params, query: { from } }),
    key: newKey(),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const sent = await locals.api
      .call(
        contract.enrolments.enrol,
        { params: { class: String(form.get('class')) }, body: {} },
        keyOf(form),
      )
      .catch((problem) => refused(problem, {}));
    if ('data' in sent) return sent;
    redirect(303, '/me/classes?new=1');
  },
};
