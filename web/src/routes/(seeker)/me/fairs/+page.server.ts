import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { fairAnswer } from '$contract/codes/fair.ts';
import { seekerRefusal } from '$contract/codes/market.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  fairs: (await locals.api.call(contract.ownFairs.mine)).items,
  reasons: Object.entries(seekerRefusal.labels).map(([value, label]) => ({ value, label })),
  /** the fair she is saying why she does not come to */
  declining: url.searchParams.get('no'),
});

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const form = await request.formData();
    const answer = fairAnswer.values.find((code) => code === text(form, 'answer')) ?? 'coming';
    const reason = seekerRefusal.values.find((code) => code === text(form, 'reason'));
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.ownFairs.answer, {
        params: { fair: text(form, 'fair') },
        body: { answer, ...(answer === 'declined' && reason && { reason }) },
      }),
    );
  },
};
