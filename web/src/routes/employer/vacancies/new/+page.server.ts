import { redirect } from '@sveltejs/kit';
import { text } from '#lib/server/fields.ts';
import { keyOf, newKey } from '#lib/server/key.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  key: newKey(),
  templates: (await locals.api.call(contract.ownVacancies.templates)).items,
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const made = await locals.api
      .call(contract.ownVacancies.create, { body: { template: text(form, 'template') } }, keyOf(form))
      .catch((problem) => refused(problem, {}));
    if ('data' in made) return made;
    redirect(303, `/employer/vacancies/${made.id}/edit`);
  },
};
