import { redirect } from '@sveltejs/kit';
import { kept, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const body = {
      name: text(form, 'name'),
      uscc: text(form, 'uscc').toUpperCase(),
      licence: text(form, 'licence'),
      licenceValidUntil: text(form, 'licenceValidUntil'),
      address: text(form, 'address'),
      contact: text(form, 'contact'),
      phone: text(form, 'phone'),
    };
    const { provider } = await locals.api.call(contract.providers.mine);
    const route = provider ? contract.providers.change : contract.providers.register;
    const done = await locals.api
      .call(route, { body })
      .catch((problem) => refused(problem, { values: kept(form) }));
    if ('data' in done) return done;
    redirect(303, '/provider');
  },
};
