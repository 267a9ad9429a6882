import { z } from 'zod';
import { applicationSource, applicationStatus, authority, seekerRefusal } from '../codes/market.ts';
import { applicationLife } from '../life/application.ts';
import { companions, defineRoutes, roles } from '../route.ts';
import { pageOf, pageQuery, words } from './shared.ts';

/** An application as the person sees it. */
export const myApplication = z.object({
  id: z.uuid(),
  vacancy: z.uuid(),
  title: z.string(),
  employer: z.string(),
  status: z.enum(applicationStatus.values),
  statusLabel: z.string(),
  source: z.enum(applicationSource.values),
  sourceLabel: z.string(),
  /** why it ended, in Chinese */
  reason: z.string().nullable(),
  appointment: z.string().nullable(),
  /** whom to call at the employer, as in the advertisement */
  call: z.object({ contact: z.string().nullable(), phone: z.string().nullable() }),
  contactShared: z.boolean(),
  /** day by which the employer has promised an answer */
  answerBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** what happens next, one sentence */
  next: z.string(),
  allowed: z.array(z.enum([...applicationLife.actions, 'share_contact', 'hide_contact'])),
});
export type MyApplication = z.infer<typeof myApplication>;

const seeker = roles('seeker');
const params = z.object({ application: z.uuid('编号不对') });
const person = z.object({ person: z.uuid('编号不对') });
const vacancy = z.uuid('编号不对');

const applyProblems = ['not_found', 'no_places', 'already_applied', 'too_many_open'] as const;

export const applicationRoutes = defineRoutes({
  apply: {
    method: 'POST',
    url: '/api/applications',
    summary: '投递；带 Idempotency-Key 可安全重发',
    access: seeker,
    body: z.object({ vacancy, contactShared: z.boolean().default(false) }),
    answer: myApplication,
    status: 201,
    problems: applyProblems,
  },
  mine: {
    method: 'GET',
    url: '/api/applications',
    summary: '我的投递，每一份走到哪一步',
    access: seeker,
    query: pageQuery,
    answer: pageOf(myApplication),
  },
  withdraw: {
    method: 'POST',
    url: '/api/applications/:application/withdraw',
    summary: '撤回投递',
    access: seeker,
    params,
    body: z.object({ reason: z.enum(seekerRefusal.values).optional() }),
    answer: myApplication,
    problems: ['not_found', 'wrong_state'],
  },
  contact: {
    method: 'POST',
    url: '/api/applications/:application/contact',
    summary: '同意或收回：让这家单位看到姓名和电话',
    access: seeker,
    params,
    body: z.object({ shared: z.boolean() }),
    answer: myApplication,
    problems: ['not_found', 'wrong_state'],
  },
  object: {
    method: 'POST',
    url: '/api/applications/:application/object',
    summary: '对别人代我投递有异议：撤回并请人来问',
    access: seeker,
    params,
    body: z.object({ words: words(300).min(1, '请说一句原因') }),
    answer: myApplication,
    problems: ['not_found', 'wrong_state'],
  },
  assist: {
    method: 'POST',
    url: '/api/persons/:person/applications',
    summary: '代办投递：记下凭什么授权，并告诉本人',
    access: companions,
    params: person,
    body: z.object({
      vacancy,
      authority: z.enum(authority.values),
      contactShared: z.boolean().default(false),
    }),
    answer: z.object({ application: z.uuid() }),
    status: 201,
    problems: applyProblems,
  },
  refer: {
    method: 'POST',
    url: '/api/persons/:person/referrals',
    summary: '推荐岗位并记下本人的回答；不愿意的记原因，以后不再推荐',
    access: companions,
    params: person,
    body: z.discriminatedUnion('answer', [
      z.object({
        answer: z.literal('yes'),
        vacancy,
        authority: z.enum(authority.values),
        contactShared: z.boolean().default(false),
      }),
      z.object({
        answer: z.literal('no'),
        vacancy,
        reason: z.enum(seekerRefusal.values),
        note: words(200).optional(),
      }),
    ]),
    answer: z.object({
      application: z.uuid().nullable(),
      /** a refusal for care, health, distance or pay under the minimum never counts against anybody */
      justified: z.boolean().nullable(),
    }),
    status: 201,
    problems: applyProblems,
  },
});
