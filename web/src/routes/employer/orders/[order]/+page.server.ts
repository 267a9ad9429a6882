import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

const dayOf = (url: URL) => {
  const day = url.searchParams.get('day');
  return day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const day = dayOf(url);
  return { order: await locals.api.call(contract.orders.detail, { params, query: { ...(day && { day }) } }) };
};

export const actions: Actions = {
  record: async ({ locals, params, request }) => {
    const form = await request.formData();
    const day = text(form, 'day');
    const entries = [...form].flatMap(([name, value]) =>
      name.startsWith('pieces-') && value !== ''
        ? [{ person: name.slice('pieces-'.length), pieces: Number(value) }]
        : [],
    );
    return actThenShow(`/employer/orders/${params.order}?day=${day}&saved`, () =>
      locals.api.call(contract.orders.record, { params: { order: params.order, day }, body: { entries } }),
    );
  },
  finish: ({ locals, params }) =>
    actThenShow(`/employer/orders/${params.order}`, () =>
      locals.api.call(contract.orders.finish, { params }),
    ),
  cancel: ({ locals, params }) =>
    actThenShow(`/employer/orders/${params.order}`, () =>
      locals.api.call(contract.orders.cancel, { params }),
    ),
};
