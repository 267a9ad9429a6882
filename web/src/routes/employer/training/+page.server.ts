import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => locals.api.call(contract.classes.wanted);

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const params = { class: text(form, 'class'), vacancy: text(form, 'vacancy') };
    return actThenShow('/employer/training?saved', () =>
      locals.api.call(contract.classes.promise, { params, body: { places: text(form, 'places') } }),
    );
  },
};
