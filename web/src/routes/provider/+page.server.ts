import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

const NEXT_DEMANDS = 3;

export const load: PageServerLoad = async ({ locals }) => {
  const { api } = locals;
  const [running, open, board] = await Promise.all([
    api.call(contract.classes.list, { query: { status: 'running', size: 100 } }),
    api.call(contract.classes.list, { query: { status: 'open', size: 100 } }),
    api.call(contract.trainingDemand.board),
  ]);
  return { running, open, demands: board.items.slice(0, NEXT_DEMANDS) };
};
