import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { talkOutcome } from '$contract/codes/fair.ts';
import { employerRefusal, seekerRefusal } from '$contract/codes/market.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

const options = (codes: { readonly labels: Readonly<Record<string, string>> }) =>
  Object.entries(codes.labels).map(([value, label]) => ({ value, label }));

export const load: PageServerLoad = async ({ locals, params }) => ({
  stall: await locals.api.call(contract.ownFairs.stall, { params }),
  reasons: { person: options(seekerRefusal), employer: options(employerRefusal) },
});

export const actions: Actions = {
  talk: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const outcome = talkOutcome.values.find((code) => code === text(form, 'outcome')) ?? 'intent';
    const reason = text(form, outcome);
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.fairGuests.talk, {
        params: { ...params, invitation: text(form, 'invitation'), vacancy: text(form, 'vacancy') },
        body: { outcome, ...(reason && { reason }) },
      }),
    );
  },
};
