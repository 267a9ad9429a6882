import { qrPath } from '#lib/server/qrPath.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const code = await locals.api.call(contract.fairGuests.code, { params });
  return { code, ...qrPath(new URL(`/arrive/${params.fair}?code=${code.code}`, url.origin)) };
};
