import { count } from '#lib/count.ts';
import { m } from '#lib/paraglide/messages.js';
import { lastPage } from '#lib/server/lastPage.ts';
import { lenient } from '#lib/server/query.ts';
import { kioskOf } from '#lib/server/settings.ts';
import { settlementOptions } from '#lib/server/settlements.ts';
import { contract } from '$contract/routes/index.ts';
import { type VacancyPage, vacancyQuery } from '$contract/routes/vacancies.ts';
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
    settlementOptions(locals.api),
  ]);
  lastPage(found, url);
  const open = teaching && teaching.widened === null ? teaching.items : [];
  const courses = open.filter(({ classes }) => classes.length > 0);
  const active =
    query.kind.length +
    query.form.length +
    [query.pay, query.minutes, query.care, query.lodging, query.county].filter(Boolean).length;
  return {
    query,
    facets: leading(found.facets, query),
    items: oneList(found, courses),
    paging: { page: found.page, size: found.size, total: found.total },
    // Said by the server: the page carries no words it may not need.
    notes: notesOn(found),
    said: (found.widened ? m.jobs_others : m.jobs_found)({ total: count(found.total) }),
    alsoSaid: courses.length > 0 && m.jobs_found_courses({ total: courses.length }),
    /** how many filters narrow the list */
    active,
    /** the list without them; undefined when nothing was asked */
    clear:
      active === 0 && query.q === undefined ? undefined : query.from ? `/jobs?from=${query.from}` : '/jobs',
    /** where this search is kept */
    keep: `/me/searches${url.search}`,
    settlements,
  };
};

/** What there is to know of the list. */
const notesOn = ({ degraded, widened, total }: VacancyPage) => [
  ...(degraded ? [{ tone: 'care' as const, title: m.jobs_degraded(), text: '' }] : []),
  ...(widened ? [{ tone: 'info' as const, title: m.jobs_widened(), text: widened }] : []),
  ...(total === 0 ? [{ tone: 'info' as const, title: m.jobs_empty(), text: '' }] : []),
];
