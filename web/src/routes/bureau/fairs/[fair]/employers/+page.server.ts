import { actThenShow } from '#lib/server/act.ts';
import { several, text } from '#lib/server/fields.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const q = url.searchParams.get('q') ?? '';
  return { q, employers: (await locals.api.call(contract.fairs.employers, { params, query: { q } })).items };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const places = several(form, 'places');
    const posts = several(form, 'vacancy').map((vacancy, i) => ({ vacancy, places: places[i] || 0 }));
    return actThenShow(url.pathname + url.search, () =>
      locals.api.call(contract.fairs.setStall, {
        params: { ...params, employer: text(form, 'employer') },
        body: { posts },
      }),
    );
  },
};
