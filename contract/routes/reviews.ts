import { z } from 'zod';
import { defineRoutes, roles } from '../route.ts';
import { adCheck, vacancyChange } from './ownVacancies.ts';
import { pageOf, pageQuery, words } from './shared.ts';
import { vacancyDetail } from './vacancies.ts';

/** Those who let advertisements and employers in. */
export const reviewers = roles('counsellor', 'bureau', 'admin');

export const reviewCard = z.object({
  id: z.uuid(),
  title: z.string(),
  employer: z.string(),
  employerId: z.uuid(),
  employerVerified: z.boolean(),
  /** nothing of this employer has been published before: these come first */
  firstTime: z.boolean(),
  pay: z.string(),
  headcount: z.int(),
  waitingSince: z.iso.datetime(),
  verdict: z.enum(['ok', 'warn', 'refuse']),
});

export const review = reviewCard.extend({
  version: z.int(),
  check: adCheck,
  adReason: z.string().nullable(),
  preview: vacancyDetail,
  history: z.array(vacancyChange),
  allowed: z.array(z.enum(['approve', 'return'])),
});
export type Review = z.infer<typeof review>;

const params = z.object({ vacancy: z.uuid('编号不对') });

export const reviewRoutes = defineRoutes({
  queue: {
    method: 'GET',
    url: '/api/reviews',
    summary: '待审岗位：第一次发布的单位排在前面，其余先到先审',
    access: reviewers,
    query: pageQuery,
    answer: pageOf(reviewCard),
  },
  detail: {
    method: 'GET',
    url: '/api/reviews/:vacancy',
    summary: '一份待审岗位',
    access: reviewers,
    params,
    answer: review,
    problems: ['not_found'],
  },
  approve: {
    method: 'POST',
    url: '/api/reviews/:vacancy/approve',
    summary: '通过并发布',
    access: reviewers,
    params,
    body: z.object({ version: z.int(), note: words(200).optional() }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state', 'version_conflict', 'employer_not_verified'],
  },
  return: {
    method: 'POST',
    url: '/api/reviews/:vacancy/return',
    summary: '退回修改，写明哪里要改',
    access: reviewers,
    params,
    body: z.object({ version: z.int(), note: words(200).min(2, '请写明哪里要改') }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state', 'version_conflict'],
  },
});
