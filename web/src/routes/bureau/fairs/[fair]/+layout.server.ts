import { contract } from '$contract/routes/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => ({
  one: await locals.api.call(contract.fairs.detail, { params }),
});
