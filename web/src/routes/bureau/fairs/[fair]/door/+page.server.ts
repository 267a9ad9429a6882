import { actThenShow } from '#lib/server/act.ts';
import { checked, text } from '#lib/server/fields.ts';
import { talkOutcome } from '$contract/codes/fair.ts';
import { employerRefusal, seekerRefusal } from '$contract/codes/market.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

const options = (codes: { readonly labels: Readonly<Record<string, string>> }) =>
  Object.entries(codes.labels).map(([value, label]) => ({ value, label }));

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = url.searchParams.get('page') ?? 1;
  return {
    guests: await locals.api.call(contract.fairGuests.list, {
      params,
      query: { page, size: 100, door: true },
    }),
    reasons: { person: options(seekerRefusal), employer: options(employerRefusal) },
  };
};

export const actions: Actions = {
  tick: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    return actThenShow(url.pathname + url.search, () =>
      locals.api.call(contract.fairGuests.attend, {
        params: { ...params, invitation: text(form, 'invitation') },
        body: { came: text(form, 'came') === 'true' },
      }),
    );
  },

  talk: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const outcome = talkOutcome.values.find((code) => code === text(form, 'outcome')) ?? 'intent';
    const reason = text(form, outcome);
    return actThenShow(url.pathname + url.search, () =>
      locals.api.call(contract.fairGuests.talk, {
        params: { ...params, invitation: text(form, 'invitation'), vacancy: text(form, 'vacancy') },
        body: { outcome, contactShared: checked(form, 'contactShared'), ...(reason && { reason }) },
      }),
    );
  },
};
