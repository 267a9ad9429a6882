import { redirect } from '@sveltejs/kit';
import { readFair } from '#lib/server/fairForm.ts';
import { kept, text, timeOfDay } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { one } = await parent();
  const { title, place, day } = one;
  const hours = { dayStart: timeOfDay(one.dayStart), dayEnd: timeOfDay(one.dayEnd) };
  return { values: { title, place, day, ...hours } as Record<string, string> };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const body = { ...readFair(form), version: Number(text(form, 'version')) };
    const done = await locals.api
      .call(contract.fairs.change, { params, body })
      .catch((problem) => refused(problem, { values: kept(form) }));
    if ('data' in done) return done;
    redirect(303, `/bureau/fairs/${params.fair}`);
  },
};
