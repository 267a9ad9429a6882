import { z } from 'zod';
import { fairAnswer, fairStatus, talkOutcome } from '../codes/fair.ts';
import { seekerRefusal } from '../codes/market.ts';
import { defineRoutes, roles } from '../route.ts';
import { funnel } from './fairs.ts';

/** The fair as those see it who are asked to come: the seeker, and the employer at her stall. */

const when = {
  fair: z.uuid(),
  title: z.string(),
  place: z.string(),
  day: z.string(),
  hours: z.string(),
  status: z.enum(fairStatus.values),
  statusLabel: z.string(),
};

export const myFair = z.object({
  ...when,
  invitation: z.uuid(),
  number: z.int().nullable(),
  answer: z.enum(fairAnswer.values).nullable(),
  reasonLabel: z.string().nullable(),
  came: z.boolean(),
  /** stalls that suit me, the one I am asked for first */
  stalls: z.array(
    z.object({
      stall: z.int(),
      employer: z.string(),
      vacancy: z.uuid(),
      title: z.string(),
      pay: z.string(),
      words: z.string(),
      talk: z.string().nullable(),
    }),
  ),
  allowed: z.array(z.enum(['answer'])),
});
export type MyFair = z.infer<typeof myFair>;

export const ownStall = z.object({
  ...when,
  number: z.int(),
  posts: z.array(z.object({ vacancy: z.uuid(), title: z.string(), places: z.int() })),
  steps: funnel.shape.steps,
});

/** Somebody who came and whom a post of the stall suits; never more than a masked name. */
export const stallGuest = z.object({
  invitation: z.uuid(),
  number: z.int().nullable(),
  name: z.string(),
  vacancy: z.uuid().nullable(),
  title: z.string().nullable(),
  talks: z.array(
    z.object({
      vacancy: z.uuid(),
      title: z.string(),
      outcome: z.enum(talkOutcome.values),
      label: z.string(),
    }),
  ),
});
export type OwnStall = z.infer<typeof ownStall>;

const params = z.object({ fair: z.uuid('编号不对') });
const scanned = z.object({ code: z.string().max(40) });

export const ownFairRoutes = defineRoutes({
  mine: {
    method: 'GET',
    url: '/api/my/fairs',
    summary: '请我去的招聘会：哪天、在哪、去哪几个展位、为什么',
    access: roles('seeker'),
    answer: z.object({ items: z.array(myFair) }),
  },
  answer: {
    method: 'POST',
    url: '/api/my/fairs/:fair/answer',
    summary: '去不去；不去说一声为什么',
    access: roles('seeker'),
    params,
    body: z.object({ answer: z.enum(fairAnswer.values), reason: z.enum(seekerRefusal.values).optional() }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state', 'reason_needed'],
  },
  door: {
    method: 'GET',
    url: '/api/my/fairs/:fair/door',
    summary: '扫了门口的码，先看是哪一场招聘会',
    access: roles('seeker'),
    params,
    query: scanned,
    answer: z.object({ title: z.string(), place: z.string(), hours: z.string() }),
    problems: ['not_found', 'attendance_code_refused'],
  },
  checkIn: {
    method: 'POST',
    url: '/api/my/fairs/:fair/attendance',
    summary: '到了，扫门口的码；没有邀请也能进',
    access: roles('seeker'),
    params,
    body: scanned,
    answer: z.object({ title: z.string(), first: z.boolean(), number: z.int() }),
    problems: ['not_found', 'attendance_code_refused'],
  },
  stalls: {
    method: 'GET',
    url: '/api/employer/fairs',
    summary: '本单位的展位',
    access: roles('employer'),
    answer: z.object({ items: z.array(ownStall) }),
  },
  stall: {
    method: 'GET',
    url: '/api/employer/fairs/:fair',
    summary: '本单位展位的成效、人停在哪一步，和到场的人（姓名遮住）',
    access: roles('employer'),
    params,
    answer: ownStall.extend({
      drops: funnel.shape.drops,
      guests: z.array(stallGuest),
      allowed: z.array(z.enum(['talk'])),
    }),
    problems: ['not_found'],
  },
});
