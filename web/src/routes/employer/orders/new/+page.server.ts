import { redirect } from '@sveltejs/kit';
import { kept, optional, text } from '#lib/server/fields.ts';
import { keyOf, newKey } from '#lib/server/key.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { items } = await locals.api.call(contract.ownVacancies.list, {
    query: { status: 'published', size: 100 },
  });
  return { key: newKey(), posts: items.map(({ id, title }) => ({ value: id, label: title })) };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const number = (name: string) => Number(text(form, name));
    const body = {
      product: text(form, 'product'),
      quantity: number('quantity'),
      unit: text(form, 'unit'),
      rate: number('rate'),
      piecesPerDay: number('piecesPerDay'),
      workers: number('workers'),
      startsOn: text(form, 'startsOn'),
      dueOn: text(form, 'dueOn'),
      vacancy: optional(form, 'vacancy'),
    };
    const made = await locals.api
      .call(contract.orders.create, { body }, keyOf(form))
      .catch((problem) => refused(problem, { values: kept(form) }));
    if ('data' in made) return made;
    redirect(303, `/employer/orders/${made.id}`);
  },
};
