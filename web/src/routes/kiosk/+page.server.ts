import { fail } from '@sveltejs/kit';
import { KIOSK } from '#lib/server/settings.ts';
import { settlementOptions } from '#lib/server/settlements.ts';
import type { Actions, PageServerLoad } from './$types';

const YEAR = 365 * 86_400;

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { kiosk } = await parent();
  return { settlements: kiosk ? [] : await settlementOptions(locals.api) };
};

export const actions: Actions = {
  /** Makes this browser a kiosk, for as long as nobody clears its cookies. */
  default: async ({ request, cookies, locals, url }) => {
    const settlement = (await request.formData()).get('settlement');
    const known = await settlementOptions(locals.api);
    if (!known.some(({ value }) => value === settlement)) return fail(400, { missing: true });
    const secure = url.protocol === 'https:';
    cookies.set(KIOSK, String(settlement), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: YEAR,
    });
    return { missing: false };
  },
};
