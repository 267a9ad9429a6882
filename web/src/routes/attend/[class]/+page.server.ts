import { text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever scanned the code signs in first; the address brings her back here. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { items } = await locals.api.call(contract.enrolments.mine);
  return {
    code: url.searchParams.get('code') ?? '',
    course: items.find((one) => one.class === params.class)?.course.title ?? null,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const code = text(await request.formData(), 'code');
    const done = await locals.api
      .call(contract.attendance.checkIn, { params, body: { code } })
      .catch((problem) => refused(problem, {}));
    return 'data' in done ? done : { done };
  },
};
