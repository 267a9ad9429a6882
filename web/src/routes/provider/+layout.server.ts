import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { contract } from '$contract/routes/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const me = await locals.api.call(contract.auth.me);
  if (!me.allowed.includes('teach')) error(403, m.error_not_provider());
  const [{ provider }, { unread }] = await Promise.all([
    locals.api.call(contract.providers.mine),
    locals.api.call(contract.notices.unread),
  ]);
  return { me, provider, unread };
};
