import { lastPage } from '#lib/server/lastPage.ts';
import { lenient } from '#lib/server/query.ts';
import { kioskOf } from '#lib/server/settings.ts';
import { contract } from '$contract/routes/index.ts';
import { vacancyQuery } from '$contract/routes/vacancies.ts';
import type { PageServerLoad } from './$types';
import { leading } from './leading.ts';
import { asksForCourses, COURSES, oneList } from './oneList.ts';

const PAGE_SIZE = 12;

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  const asked = lenient(vacancyQuery, url.searchParams);
  // A kiosk knows where it stands.
  const query = { ...asked, from: asked.from ?? kioskOf(cookies) ?? undefined };
  const [found, teaching, settlements] = await Promise.all([
    locals.api.call(contract.vacancies.search, { query: { ...query, size: PAGE_SIZE } }),
    asksForCourses(query) &&
      locals.api.call(contract.courses.list, { query: { q: query.q, from: query.from, size: COURSES } }),
    locals.api.call(contract.regions.settlements),
  ]);
  lastPage(found, url);
  const courses = teaching && teaching.widened === null ? teaching.items : [];
  const active =
    query.kind.length +
    query.form.length +
    [query.pay, query.minutes, query.care, query.lodging, query.county].filter(Boolean).length;
  return {
    query,
    found: { ...found, facets: leading(found.facets, query) },
    items: oneList(found.items, courses, found.widened !== null),
    courses: courses.length,
    /** how many filters narrow the list */
    active,
    /** the list without them; undefined when nothing was asked */
    clear:
      active === 0 && query.q === undefined ? undefined : query.from ? `/jobs?from=${query.from}` : '/jobs',
    /** where this search is kept */
    keep: `/me/searches${url.search}`,
    settlements: settlements.items.map(({ code, name, countyName }) => ({
      value: code,
      label: name,
      group: countyName,
    })),
  };
};
