import { qrPath } from '#lib/server/qrPath.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const code = await locals.api.call(contract.attendance.code, { params });
  const address = new URL(`/attend/${params.class}?code=${code.code}`, url.origin);
  return { code, ...qrPath(address) };
};
