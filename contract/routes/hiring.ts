import { z } from 'zod';
import { applicationStatus, employerOpinion, employerRefusal } from '../codes/market.ts';
import { applicationLife } from '../life/application.ts';
import { defineRoutes, roles } from '../route.ts';
import { isoDay, pageOf, pageQuery, words } from './shared.ts';

/** A person as an employer may see them: masked; never health, care, household or poverty. */
export const candidateFacts = z.object({
  name: z.string(),
  age: z.int().nullable(),
  education: z.string(),
  skills: z.array(z.string()),
  certificates: z.array(z.string()),
  settlement: z.string(),
});

export const receivedApplication = candidateFacts.extend({
  id: z.uuid(),
  vacancy: z.uuid(),
  title: z.string(),
  status: z.enum(applicationStatus.values),
  statusLabel: z.string(),
  sourceLabel: z.string(),
  opinion: z.enum(employerOpinion.values).nullable(),
  reason: z.string().nullable(),
  appointment: z.string().nullable(),
  contactShared: z.boolean(),
  answerBy: z.string().nullable(),
  /** days until the answer is due, negative when it is late; null once answered */
  daysLeft: z.int().nullable(),
  createdAt: z.iso.datetime(),
  /** why this person and this post fit, in Chinese, best first */
  reasons: z.array(z.string()),
  allowed: z.array(z.enum([...applicationLife.actions, 'opinion', 'reveal'])),
});
export type ReceivedApplication = z.infer<typeof receivedApplication>;

export const suggestion = candidateFacts.extend({
  person: z.uuid(),
  reasons: z.array(z.string()),
  invited: z.boolean(),
});

const employer = roles('employer');
const vacancyParams = z.object({ vacancy: z.uuid('编号不对') });
const params = z.object({ application: z.uuid('编号不对') });
const step = {
  method: 'POST',
  access: employer,
  params,
  answer: receivedApplication,
  problems: ['not_found', 'wrong_state'],
} as const;

export const hiringRoutes = defineRoutes({
  overview: {
    method: 'GET',
    url: '/api/employer/overview',
    summary: '首页：等着处理的事',
    access: employer,
    answer: z.object({
      employer: z.object({
        id: z.uuid(),
        name: z.string(),
        status: z.string(),
        statusLabel: z.string(),
        verified: z.boolean(),
        suspendedReason: z.string().nullable(),
        recheckOn: z.string().nullable(),
        /** near or over: papers are to be brought up to date */
        recheckDue: z.boolean(),
        accredited: z.object({ until: z.string(), recheckDue: z.boolean() }).nullable(),
      }),
      /** percent; null while too few answers were due */
      answerRate: z.int().nullable(),
      waiting: z.int(),
      late: z.int(),
      places: z.object({ headcount: z.int(), filled: z.int() }),
      returned: z.array(z.object({ id: z.uuid(), title: z.string(), note: z.string().nullable() })),
      ending: z.array(z.object({ id: z.uuid(), title: z.string(), daysLeft: z.int() })),
      oldest: z.array(
        z.object({
          id: z.uuid(),
          vacancy: z.uuid(),
          title: z.string(),
          name: z.string(),
          daysLeft: z.int().nullable(),
        }),
      ),
    }),
  },
  applications: {
    method: 'GET',
    url: '/api/employer/applications',
    summary: '收到的投递，等答复最久的在前，附为什么合适',
    access: employer,
    query: pageQuery.extend({
      vacancy: z.uuid('编号不对').optional(),
      open: z.enum(['true', 'false']).optional(),
    }),
    answer: pageOf(receivedApplication),
    problems: ['not_found'],
  },
  suggestions: {
    method: 'GET',
    url: '/api/employer/vacancies/:vacancy/suggestions',
    summary: '合适但还没投的人：只看本事和路程，姓名遮住，由本人决定',
    access: employer,
    params: vacancyParams,
    answer: z.object({ items: z.array(suggestion) }),
    problems: ['not_found', 'employer_not_verified'],
  },
  invite: {
    method: 'POST',
    url: '/api/employer/vacancies/:vacancy/suggestions/:person/invite',
    summary: '请网格员问问本人愿不愿意',
    access: employer,
    params: vacancyParams.extend({ person: z.uuid('编号不对') }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'employer_not_verified'],
  },
  contact: { ...step, url: '/api/employer/applications/:application/contacted', summary: '已联系' },
  interview: {
    ...step,
    url: '/api/employer/applications/:application/interview',
    summary: '约面试',
    body: z.object({ appointment: words(60).min(2, '写清时间和地点') }),
  },
  trial: {
    ...step,
    url: '/api/employer/applications/:application/trial',
    summary: '约试工',
    body: z.object({ appointment: words(60).min(2, '写清时间和地点') }),
  },
  pool: { ...step, url: '/api/employer/applications/:application/pool', summary: '留作备选' },
  refuse: {
    ...step,
    url: '/api/employer/applications/:application/refuse',
    summary: '不录用，选一个原因',
    body: z.object({ reason: z.enum(employerRefusal.values), note: words(200).optional() }),
  },
  hire: {
    ...step,
    url: '/api/employer/applications/:application/hire',
    summary: '录用：占一个名额、记就业、其他投递作废，一起成立',
    body: z.object({
      startsOn: isoDay.optional(),
      monthlyPay: z.int().min(0).max(100_000).optional(),
      contract: z.boolean().default(false),
    }),
    problems: ['not_found', 'wrong_state', 'no_places'],
  },
  opinion: {
    ...step,
    url: '/api/employer/applications/:application/opinion',
    summary: '单位的看法，和结果分开记',
    body: z.object({ opinion: z.enum(employerOpinion.values).nullable() }),
  },
  reveal: {
    ...step,
    url: '/api/employer/applications/:application/reveal',
    summary: '看姓名和电话：本人同意后才行，每看一次都记下',
    answer: z.object({ name: z.string(), phone: z.string().nullable() }),
    problems: ['not_found', 'forbidden'],
  },
});
