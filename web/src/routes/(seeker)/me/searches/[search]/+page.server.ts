import { redirect } from '@sveltejs/kit';
import { searchOf } from '#lib/server/searches.ts';
import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

/** A notice leads here; the newest come first. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { query } = await locals.api.call(contract.savedSearches.detail, { params });
  redirect(303, `/jobs?${searchOf(query)}&sort=new`);
};
