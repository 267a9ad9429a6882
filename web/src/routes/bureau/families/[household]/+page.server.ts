import { contract } from '$contract/routes/index.ts';
import type { PageServerLoad } from './$types';

/** What a refusal or a yes just told the page, for one reading. */
const words = ['yes', 'justified', 'counted'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const family = await locals.api.call(contract.families.detail, { params });
  const seeking = family.members.filter(({ status }) => status === 'seeking');
  const posts = await Promise.all(
    seeking.map(async ({ id }) => {
      const { items } = await locals.api.call(contract.families.posts, { params: { person: id } });
      return [id, items] as const;
    }),
  );
  const said = words.find((word) => word === url.searchParams.get('said')) ?? null;
  return { family, posts: Object.fromEntries(posts), said };
};
