import { z } from 'zod';
import { reportReason } from '../codes/market.ts';
import { vacancyKind, workForm } from '../codes/work.ts';
import { anyone, defineRoutes } from '../route.ts';
import { flag, many, pageQuery, regionCode, words } from './shared.ts';

export const vacancyCard = z.object({
  id: z.uuid(),
  title: z.string(),
  employer: z.string(),
  employerVerified: z.boolean(),
  /** percent of applications the employer answered in time; null while too few were due */
  answerRate: z.int().nullable(),
  kind: z.enum(vacancyKind.values),
  kindLabel: z.string(),
  formLabel: z.string(),
  /** 2800–3500 元/月 */
  pay: z.string(),
  monthlyMin: z.int(),
  monthlyMax: z.int(),
  place: z.string(),
  /** one-way minutes from the chosen settlement; null when none is chosen or no daily journey exists */
  minutes: z.int().nullable(),
  hours: z.string(),
  placesLeft: z.int(),
  lodging: z.boolean(),
  meals: z.boolean(),
  careFriendly: z.boolean(),
  insurance: z.boolean(),
  validUntil: z.string().nullable(),
});
export type VacancyCard = z.infer<typeof vacancyCard>;

export const vacancyDetail = vacancyCard.extend({
  content: z.string(),
  occupation: z.string(),
  payNote: z.string().nullable(),
  payDay: z.string().nullable(),
  requirements: z.array(z.string()),
  demands: z.array(z.string()),
  address: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
});
export type VacancyDetail = z.infer<typeof vacancyDetail>;

export const vacancySort = z.enum(['relevance', 'pay', 'near', 'new']);

export const vacancyQuery = pageQuery.extend({
  q: words(60).optional(),
  kind: many(z.enum(vacancyKind.values)),
  form: many(z.enum(workForm.values)),
  /** at least this many yuan a month */
  pay: z.coerce.number('工资要写数字').int().min(0).max(100_000).optional(),
  /** settlement one starts from */
  from: regionCode.optional(),
  /** at most this many minutes one way from there */
  minutes: z.coerce.number('分钟要写数字').int().min(1).max(600).optional(),
  /** fits between taking a child to school and fetching it, or is done at home */
  care: flag.optional(),
  lodging: flag.optional(),
  county: regionCode.optional(),
  sort: vacancySort.optional(),
});
export type VacancyQuery = z.infer<typeof vacancyQuery>;

export const facet = z.object({ value: z.string(), label: z.string(), count: z.int() });

export const vacancyPage = z.object({
  items: z.array(vacancyCard),
  total: z.int(),
  page: z.int(),
  size: z.int(),
  facets: z.object({
    kind: z.array(facet),
    form: z.array(facet),
    pay: z.array(facet),
    county: z.array(facet),
    care: z.int(),
    lodging: z.int(),
  }),
  /** how the query was widened when nothing matched it as written, in Chinese; null when it was not */
  widened: z.string().nullable(),
  /** true when the search engine is away and the database answered */
  degraded: z.boolean(),
});
export type VacancyPage = z.infer<typeof vacancyPage>;

export const vacancyRoutes = defineRoutes({
  search: {
    method: 'GET',
    url: '/api/vacancies',
    summary: '找工作：汉字、拼音、首字母、错别字都能找',
    access: anyone,
    query: vacancyQuery,
    answer: vacancyPage,
    sharedFor: 0.5,
  },
  detail: {
    method: 'GET',
    url: '/api/vacancies/:vacancy',
    summary: '岗位详情',
    access: anyone,
    params: z.object({ vacancy: z.uuid('编号不对') }),
    query: z.object({ from: regionCode.optional() }),
    answer: vacancyDetail,
    problems: ['not_found'],
  },
  similar: {
    method: 'GET',
    url: '/api/vacancies/:vacancy/similar',
    summary: '相近的岗位：同一职业在前，再看工种相近和工资相近',
    access: anyone,
    params: z.object({ vacancy: z.uuid('编号不对') }),
    query: z.object({ from: regionCode.optional() }),
    answer: z.object({ items: z.array(vacancyCard) }),
    sharedFor: 10,
    problems: ['not_found'],
  },
  report: {
    method: 'POST',
    url: '/api/vacancies/:vacancy/reports',
    summary: '举报岗位：工作人员当天来看',
    access: anyone,
    params: z.object({ vacancy: z.uuid('编号不对') }),
    body: z.object({ reason: z.enum(reportReason.values, '请选一个原因') }),
    answer: 'empty',
    status: 202,
    problems: ['not_found', 'too_many_requests'],
  },
});
