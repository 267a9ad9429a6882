import { orNull } from '#lib/server/problem.ts';
import { qrPath } from '#lib/server/qrPath.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const today = await locals.api.call(contract.attendance.code, { params }).catch(orNull('wrong_state'));
  return {
    day: today?.day ?? null,
    code: today && qrPath(new URL(`/attend/${params.class}?code=${today.code}`, url.origin)),
  };
};
