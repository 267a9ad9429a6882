import { redirect } from '@sveltejs/kit';
import { kept, optional, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { settlementOptions } from '#lib/server/settlements.ts';
import { type EmployerKind, employerKind } from '$contract/codes/work.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  settlements: await settlementOptions(locals.api),
  kinds: employerKind.values.map((value) => ({ value, label: employerKind.label(value) })),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const { password: _, ...values } = kept(form);
    const [login, password] = [text(form, 'login'), String(form.get('password') ?? '')];
    const body = {
      name: text(form, 'name'),
      uscc: text(form, 'uscc'),
      kind: text(form, 'kind') as EmployerKind,
      legalRepresentative: text(form, 'legalRepresentative'),
      licenceValidUntil: optional(form, 'licenceValidUntil'),
      address: text(form, 'address'),
      contact: text(form, 'contact'),
      phone: text(form, 'phone'),
      region: text(form, 'region'),
      login,
      password,
    };
    const made = await locals.api
      .call(contract.employers.register, { body })
      .catch((problem) => refused(problem, { values }));
    if ('data' in made) return made;
    await locals.session.start(login, password);
    redirect(303, '/employer');
  },
};
