import { redirect } from '@sveltejs/kit';
import { readFair } from '#lib/server/fairForm.ts';
import { kept, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whose people: the own region, or one below it down to a settlement. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { me } = await parent();
  const { items } = await locals.api.call(contract.regions.children, { query: {} });
  const settlements = await locals.api.call(contract.regions.settlements);
  return {
    regions: [
      { value: me.region.code, label: me.region.name },
      ...items
        .filter(({ code }) => code !== me.region.code)
        .map(({ code, name }) => ({ value: code, label: name })),
      ...settlements.items
        .filter(({ code }) => !items.some((region) => region.code === code))
        .map(({ code, name, countyName }) => ({ value: code, label: name, group: countyName })),
    ],
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const done = await locals.api
      .call(contract.fairs.add, { body: { ...readFair(form), region: text(form, 'region') } })
      .catch((problem) => refused(problem, { values: kept(form) }));
    if ('data' in done) return done;
    redirect(303, `/bureau/fairs/${done.id}/employers`);
  },
};
