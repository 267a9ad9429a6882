import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  board: await locals.api.call(contract.trainingDemand.board),
});

export const actions: Actions = {
  default: async ({ locals }) => {
    const problem = await locals.api.call(contract.trainingDemand.study, { body: {} }).then(
      () => null,
      (thrown: unknown) => refused(thrown, {}),
    );
    if (problem) return problem;
    redirect(303, '/bureau/training');
  },
};
