import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  review: await locals.api.call(contract.reviews.detail, { params }),
});

export const actions: Actions = {
  approve: async ({ locals, params, request }) => {
    const form = await request.formData();
    const body = { version: Number(text(form, 'version')) };
    return actThenShow('/bureau/reviews?done=approve', () =>
      locals.api.call(contract.reviews.approve, { params, body }),
    );
  },
  return: async ({ locals, params, request }) => {
    const form = await request.formData();
    const body = { version: Number(text(form, 'version')), note: text(form, 'note') };
    return actThenShow('/bureau/reviews?done=return', () =>
      locals.api.call(contract.reviews.return, { params, body }),
    );
  },
};
