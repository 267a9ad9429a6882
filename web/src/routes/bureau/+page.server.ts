import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const region = url.searchParams.get('region');
  const { api } = locals;
  const overview = await api.call(contract.overview.overview, { query: { region } });
  return { overview };
};
