import { z } from 'zod';
import { vacancyKind, workForm } from '../codes/work.ts';
import { defineRoutes, roles } from '../route.ts';
import { words } from './shared.ts';
import { vacancyQuery } from './vacancies.ts';

/** What a search asks for; the page and the order are no part of it. */
export const savedQuery = vacancyQuery.omit({ page: true, size: true, sort: true });

/** The same as it is kept: flags are flags, no longer words of an address. */
const keptQuery = z.object({
  q: z.string().optional(),
  kind: z.array(z.enum(vacancyKind.values)),
  form: z.array(z.enum(workForm.values)),
  pay: z.int().optional(),
  from: z.string().optional(),
  minutes: z.int().optional(),
  care: z.boolean().optional(),
  lodging: z.boolean().optional(),
  county: z.string().optional(),
});
export type SavedQuery = z.infer<typeof keptQuery>;

export const mySearch = z.object({
  id: z.uuid(),
  name: z.string(),
  query: keptQuery,
  createdAt: z.iso.datetime(),
});
export type MySearch = z.infer<typeof mySearch>;

const seeker = roles('seeker');
const params = z.object({ search: z.uuid('编号不对') });

export const savedSearchRoutes = defineRoutes({
  list: {
    method: 'GET',
    url: '/api/my/searches',
    summary: '我存的搜索：有新岗位会通知',
    access: seeker,
    answer: z.object({ items: z.array(mySearch) }),
  },
  save: {
    method: 'POST',
    url: '/api/my/searches',
    summary: '存一个搜索；同样的只存一个',
    access: seeker,
    body: z.object({ name: words(40).optional(), query: savedQuery }),
    answer: mySearch,
    status: 201,
    problems: ['wrong_state'],
  },
  detail: {
    method: 'GET',
    url: '/api/my/searches/:search',
    summary: '一个存下的搜索',
    access: seeker,
    params,
    answer: mySearch,
    problems: ['not_found'],
  },
  remove: {
    method: 'DELETE',
    url: '/api/my/searches/:search',
    summary: '删掉，不再通知',
    access: seeker,
    params,
    answer: 'empty',
    status: 204,
    problems: ['not_found'],
  },
});
