import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { actThenShow } from '#lib/server/act.ts';
import { keyOf, newKey } from '#lib/server/key.ts';
import { seekerRefusal } from '$contract/codes/market.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const mine = await locals.api.call(contract.applications.mine, { query: { size: 100 } });
  const application = mine.items.find(({ id }) => id === params.application);
  if (!application) error(404, m.error_not_found());
  return {
    application,
    /** once something has come of it, the first word is what */
    fresh: url.searchParams.has('new') && application.status === 'recommended',
    reasons: seekerRefusal.values.map((value) => ({ value, label: seekerRefusal.label(value) })),
    key: newKey(),
  };
};

export const actions: Actions = {
  withdraw: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const reason = form.get('reason');
    const body = seekerRefusal.is(reason) ? { reason } : {};
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.applications.withdraw, { params, body }, keyOf(form)),
    );
  },
  contact: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const body = { shared: form.get('shared') === 'yes' };
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.applications.contact, { params, body }, keyOf(form)),
    );
  },
  object: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const body = { words: m.apps_object() };
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.applications.object, { params, body }, keyOf(form)),
    );
  },
};
