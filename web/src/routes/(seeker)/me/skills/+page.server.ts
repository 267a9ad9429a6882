import { fail } from '@sveltejs/kit';
import { refused } from '#lib/server/problem.ts';
import { awayWish } from '$contract/codes/person.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  profile: await locals.api.call(contract.my.profile),
  aways: awayWish.values.map((value) => ({ value, label: awayWish.label(value) })),
});

/** Nothing chosen is no wish. */
const numberOf = (value: FormDataEntryValue | null) => (value ? Number(value) : null);

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const away = form.get('away');
    if (!awayWish.is(away)) return fail(400, { saved: false });
    const saved = await locals.api
      .call(contract.my.saveProfile, {
        body: {
          skills: form.getAll('skill').map(String),
          minPay: numberOf(form.get('minPay')),
          maxMinutes: numberOf(form.get('maxMinutes')),
          away,
          partTime: form.get('partTime') === 'yes',
          version: Number(form.get('version')),
        },
      })
      .catch((problem) => refused(problem, {}));
    return 'data' in saved ? saved : { saved: true };
  },
};
