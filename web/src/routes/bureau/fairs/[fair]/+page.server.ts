import { actThenShow } from '#lib/server/act.ts';
import { several, text } from '#lib/server/fields.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions } from './$types';

const moves = ['hold', 'close', 'cancel'] as const;

export const actions: Actions = {
  move: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const action = moves.find((move) => move === text(form, 'action')) ?? 'hold';
    const reason = text(form, 'reason');
    const body = { action, version: Number(text(form, 'version')), ...(reason && { reason }) };
    return actThenShow(url.pathname, () => locals.api.call(contract.fairs.move, { params, body }));
  },

  propose: async ({ locals, params, url }) =>
    actThenShow(url.pathname, () => locals.api.call(contract.fairs.propose, { params })),

  stall: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const places = several(form, 'places');
    const posts = several(form, 'vacancy').map((vacancy, i) => ({ vacancy, places: places[i] || 0 }));
    return actThenShow(url.pathname, () =>
      locals.api.call(contract.fairs.setStall, {
        params: { ...params, employer: text(form, 'employer') },
        body: { posts },
      }),
    );
  },
};
