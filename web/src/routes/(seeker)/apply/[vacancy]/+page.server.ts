import { redirect } from '@sveltejs/kit';
import { demandSameHolder } from '#lib/server/holder.ts';
import { keyOf, newKey } from '#lib/server/key.ts';
import { ApiProblem, refused } from '#lib/server/problem.ts';
import { openApplication } from '$contract/life/application.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  /** two questions, one a screen: the address says which */
  const step = url.searchParams.get('step') === '2' ? 2 : 1;
  const [vacancy, mine] = await Promise.all([
    locals.api.call(contract.vacancies.detail, { params }),
    step === 1 ? locals.api.call(contract.applications.mine, { query: { size: 100 } }) : null,
  ]);
  // Who has applied is not asked again, but shown how it stands.
  const sent = mine?.items.find(
    ({ vacancy, status }) => vacancy === params.vacancy && openApplication.includes(status),
  );
  if (sent) redirect(303, `/me/applications/${sent.id}`);
  return { vacancy, step, key: newKey() };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    await demandSameHolder(locals, form, `/apply/${params.vacancy}`);
    const body = { vacancy: params.vacancy, contactShared: form.get('shared') === 'yes' };
    const sent = await locals.api
      .call(contract.applications.apply, { body }, keyOf(form))
      .catch((problem) => {
        // She has what she wants, whoever was first: she herself, another phone, somebody who helped her.
        if (problem instanceof ApiProblem && problem.document.code === 'already_applied') {
          redirect(303, '/me/applications?already');
        }
        return refused(problem, {});
      });
    if ('data' in sent) return sent;
    redirect(303, `/me/applications/${sent.id}?new=1`);
  },
};
