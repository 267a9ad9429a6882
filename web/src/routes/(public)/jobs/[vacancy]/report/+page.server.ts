import { refused } from '#lib/server/problem.ts';
import { reportReason } from '$contract/codes/market.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { title } = await locals.api.call(contract.vacancies.detail, { params });
  return {
    title,
    reasons: reportReason.values.map((value) => ({ value, label: reportReason.label(value) })),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const reason = (await request.formData()).get('reason');
    if (!reportReason.is(reason)) return { missing: true };
    const sent = await locals.api
      .call(contract.vacancies.report, { params, body: { reason } })
      .catch((problem) => refused(problem, {}));
    return sent ?? { done: true };
  },
};
