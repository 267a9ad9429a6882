import { orNull } from '#lib/server/problem.ts';
import { qrPath } from '#lib/server/qrPath.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const door = await locals.api.call(contract.fairGuests.code, { params }).catch(orNull('wrong_state'));
  return { code: door && qrPath(new URL(`/arrive/${params.fair}?code=${door.code}`, url.origin)) };
};
