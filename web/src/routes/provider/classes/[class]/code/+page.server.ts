import { encode } from 'uqr';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

/** The code of the day as one path of unit squares, drawn by the server: no script is needed to show it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const code = await locals.api.call(contract.attendance.code, { params });
  const address = new URL(`/attend/${params.class}?code=${code.code}`, url.origin).href;
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { code, address, size, path };
};
