import { actThenShow } from '#lib/server/act.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  classes: (await locals.api.call(contract.enrolments.mine)).items,
  fresh: url.searchParams.has('new'),
});

export const actions: Actions = {
  withdraw: async ({ locals, request, url }) => {
    const enrolment = String((await request.formData()).get('enrolment'));
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.enrolments.withdraw, { params: { enrolment }, body: {} }),
    );
  },
};
