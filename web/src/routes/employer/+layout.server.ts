import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { contract } from '$contract/routes/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const me = await locals.api.call(contract.auth.me);
  if (!me.allowed.includes('hire')) error(403, m.error_not_employer());
  const { unread } = await locals.api.call(contract.notices.unread);
  return { me, unread };
};
