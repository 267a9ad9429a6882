import { redirect } from '@sveltejs/kit';
import { kept, optional, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { type EmployerKind, employerKind } from '$contract/codes/work.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  employer: await locals.api.call(contract.employers.profile),
  kinds: employerKind.values.map((value) => ({ value, label: employerKind.label(value) })),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const body = {
      name: text(form, 'name'),
      kind: text(form, 'kind') as EmployerKind,
      legalRepresentative: text(form, 'legalRepresentative'),
      licenceValidUntil: optional(form, 'licenceValidUntil'),
      address: text(form, 'address'),
      contact: text(form, 'contact'),
      phone: text(form, 'phone'),
    };
    const done = await locals.api
      .call(contract.employers.edit, { body })
      .catch((problem) => refused(problem, { values: kept(form) }));
    if ('data' in done) return done;
    redirect(303, '/employer/profile?saved');
  },
};
