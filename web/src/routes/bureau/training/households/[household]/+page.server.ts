import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { type Occupation, occupation } from '$contract/codes/occupation.ts';
import { type SkillLevel, skillLevel } from '$contract/codes/training.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  file: await locals.api.call(contract.enrolments.file, { params }),
  occupations: occupation.values.map((value) => ({ value, label: occupation.label(value) })),
  levels: skillLevel.values.map((value) => ({ value, label: skillLevel.label(value) })),
});

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    return actThenShow(`/bureau/training/households/${params.household}`, () =>
      locals.api.call(contract.vouchers.issue, {
        body: {
          person: text(form, 'person'),
          occupation: text(form, 'occupation') as Occupation,
          level: text(form, 'level') as SkillLevel,
        },
      }),
    );
  },
};
