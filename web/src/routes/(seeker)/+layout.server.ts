import { redirect } from '@sveltejs/kit';
import { contract } from '$contract/routes/index.ts';
import type { LayoutServerLoad } from './$types';

/** Pages of a person; whoever is signed in as somebody else signs in anew. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  const me = await locals.api.call(contract.auth.me);
  if (me.role !== 'seeker') redirect(303, `/login?to=${encodeURIComponent(url.pathname + url.search)}`);
  const { unread } = await locals.api.call(contract.notices.unread);
  return { me, unread };
};
