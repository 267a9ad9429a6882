import { text } from '#lib/server/fields.ts';
import { orNull, refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever scanned the code at the door signs in first; the address brings her back here. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const code = url.searchParams.get('code') ?? '';
  const fair = await locals.api
    .call(contract.ownFairs.door, { params, query: { code } })
    .catch(orNull('not_found', 'attendance_code_refused'));
  return { code, fair };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const code = text(await request.formData(), 'code');
    const done = await locals.api
      .call(contract.ownFairs.checkIn, { params, body: { code } })
      .catch((problem) => refused(problem, {}));
    return 'data' in done ? done : { done };
  },
};
