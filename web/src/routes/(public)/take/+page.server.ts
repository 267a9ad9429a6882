import { pathOf } from '#lib/server/back.ts';
import type { PageServerLoad } from './$types';

/** Pages that are somebody's own are not handed on. */
const OWN = /^\/(me|bureau|login)(\/|$)/;

export const load: PageServerLoad = ({ url }) => {
  const path = pathOf(url.searchParams.get('path'), '/');
  return { path: OWN.test(path) ? '/' : path };
};
