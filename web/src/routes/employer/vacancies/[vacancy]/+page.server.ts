import { redirect } from '@sveltejs/kit';
import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  vacancy: await locals.api.call(contract.ownVacancies.detail, { params }),
});

const step =
  (name: 'recall' | 'pause' | 'resume' | 'revise'): Actions[string] =>
  ({ locals, params }) =>
    actThenShow(
      name === 'recall' || name === 'revise'
        ? `/employer/vacancies/${params.vacancy}/edit`
        : `/employer/vacancies/${params.vacancy}`,
      () => locals.api.call(contract.ownVacancies[name], { params: { vacancy: params.vacancy as string } }),
    );

export const actions: Actions = {
  recall: step('recall'),
  pause: step('pause'),
  resume: step('resume'),
  revise: step('revise'),
  close: async ({ locals, params, request }) => {
    const note = text(await request.formData(), 'note');
    return actThenShow(`/employer/vacancies/${params.vacancy}`, () =>
      locals.api.call(contract.ownVacancies.close, { params, body: { ...(note && { note }) } }),
    );
  },
  repost: async ({ locals, params }) => {
    const copy = await locals.api
      .call(contract.ownVacancies.repost, { params })
      .catch((problem) => refused(problem, {}));
    if ('data' in copy) return copy;
    redirect(303, `/employer/vacancies/${copy.id}/edit`);
  },
};
