import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [board, courses] = await Promise.all([
    locals.api.call(contract.trainingDemand.board),
    locals.api.call(contract.courses.own),
  ]);
  return { board, courses: courses.items.filter(({ status }) => status === 'published') };
};
