import { redirect } from '@sveltejs/kit';
import { readClass } from '#lib/server/classForm.ts';
import { kept, text, timeOfDay } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { settlementOptions } from '#lib/server/settlements.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { one } = await parent();
  return {
    settlements: await settlementOptions(locals.api),
    values: {
      startsOn: one.startsOn,
      endsOn: one.endsOn,
      dayStart: timeOfDay(one.dayStart),
      dayEnd: timeOfDay(one.dayEnd),
      settlement: one.settlement?.code ?? '',
      place: one.place,
      seats: String(one.seats),
      allowance: String(one.allowance),
      childcare: String(one.childcare),
    } as Record<string, string>,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const body = { ...readClass(form), version: Number(text(form, 'version')) };
    const done = await locals.api
      .call(contract.classes.change, { params, body })
      .catch((problem) => refused(problem, { values: kept(form) }));
    if ('data' in done) return done;
    redirect(303, `/provider/classes/${params.class}`);
  },
};
