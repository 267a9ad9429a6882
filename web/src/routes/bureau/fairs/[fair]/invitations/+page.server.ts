import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { fairAnswer } from '$contract/codes/fair.ts';
import { authority, seekerRefusal } from '$contract/codes/market.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

const states = ['unsent', 'waiting', 'coming', 'declined', 'came'] as const;
const options = (codes: { readonly labels: Readonly<Record<string, string>> }) =>
  Object.entries(codes.labels).map(([value, label]) => ({ value, label }));

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const state = states.find((state) => state === url.searchParams.get('state'));
  const page = url.searchParams.get('page') ?? 1;
  return {
    state: state ?? null,
    guests: await locals.api.call(contract.fairGuests.list, { params, query: { page, size: 50, state } }),
    reasons: options(seekerRefusal),
    authorities: options(authority),
  };
};

export const actions: Actions = {
  send: async ({ locals, params, url }) =>
    actThenShow(url.pathname, () => locals.api.call(contract.fairGuests.send, { params })),

  answer: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const answer = fairAnswer.values.find((code) => code === text(form, 'answer')) ?? 'coming';
    const reason = seekerRefusal.values.find((code) => code === text(form, 'reason'));
    const word = authority.values.find((code) => code === text(form, 'authority')) ?? 'spoken';
    return actThenShow(url.pathname + url.search, () =>
      locals.api.call(contract.fairGuests.answer, {
        params: { ...params, invitation: text(form, 'invitation') },
        body: { answer, authority: word, ...(answer === 'declined' && reason && { reason }) },
      }),
    );
  },
};
