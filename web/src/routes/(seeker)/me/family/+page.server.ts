import { actThenShow } from '#lib/server/act.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  household: await locals.api.call(contract.my.household),
});

export const actions: Actions = {
  findable: async ({ locals, request, url }) => {
    const given = (await request.formData()).get('given') === 'yes';
    return actThenShow(url.pathname, () => locals.api.call(contract.my.findable, { body: { given } }));
  },
  revoke: async ({ locals, request, url }) => {
    const consent = String((await request.formData()).get('consent'));
    return actThenShow(url.pathname, () => locals.api.call(contract.my.revoke, { params: { consent } }));
  },
  object: async ({ locals, request, url }) => {
    const action = String((await request.formData()).get('action'));
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.my.object, { params: { action }, body: {} }),
    );
  },
};
