import { z } from 'zod';
import { authority } from '../codes/market.ts';
import { enrolmentSource, enrolmentStatus } from '../codes/training.ts';
import { enrolmentLife } from '../life/courseClass.ts';
import { defineRoutes, roles, staff } from '../route.ts';
import { trainers } from './classes.ts';
import { isoDay, words } from './shared.ts';

const allowed = z.array(z.enum(enrolmentLife.actions as [string, ...string[]]));

/** One person in a class, as the provider sees it; the phone only once a seat is hers. */
export const enrolment = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  settlement: z.string(),
  status: z.enum(enrolmentStatus.values),
  statusLabel: z.string(),
  source: z.enum(enrolmentSource.values),
  sourceLabel: z.string(),
  /** position on the waiting list, 1 = next */
  position: z.int().nullable(),
  daysAttended: z.int(),
  daysTaught: z.int(),
  assessedOn: z.string().nullable(),
  score: z.int().nullable(),
  certificate: z.string().nullable(),
  voucher: z.string().nullable(),
  allowed,
});
export type Enrolment = z.infer<typeof enrolment>;

/** One class of a person, as she sees it. */
export const myClass = z.object({
  enrolment: z.uuid(),
  class: z.uuid(),
  course: z.object({ id: z.uuid(), title: z.string() }),
  provider: z.string(),
  providerPhone: z.string().nullable(),
  status: z.enum(enrolmentStatus.values),
  statusLabel: z.string(),
  classStatusLabel: z.string(),
  position: z.int().nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  hours: z.string(),
  /** settlement and room */
  place: z.string(),
  daysAttended: z.int(),
  certificate: z.string().nullable(),
  allowed,
});
export type MyClass = z.infer<typeof myClass>;

/** 一户一档: who of the household learned what, when, with what result and at whose cost. */
export const trainingFile = z.object({
  household: z.object({ id: z.uuid(), number: z.string() }),
  members: z.array(
    z.object({
      person: z.uuid(),
      name: z.string(),
      relation: z.string(),
      skills: z.array(z.string()),
      classes: z.array(
        z.object({
          course: z.string(),
          provider: z.string(),
          levelLabel: z.string(),
          statusLabel: z.string(),
          startsOn: z.string(),
          endsOn: z.string(),
          daysAttended: z.int(),
          score: z.int().nullable(),
        }),
      ),
      certificates: z.array(
        z.object({
          number: z.string(),
          occupation: z.string(),
          levelLabel: z.string(),
          awardedOn: z.string(),
        }),
      ),
      vouchers: z.array(
        z.object({
          code: z.string(),
          occupation: z.string(),
          levelLabel: z.string(),
          amount: z.int(),
          statusLabel: z.string(),
        }),
      ),
      /** in a job 90 days after the last class passed; null before that day, or without one */
      employedAt90: z.boolean().nullable(),
      /** a voucher goes to people who can work */
      allowed: z.array(z.enum(['issue_voucher'])),
    }),
  ),
});
export type TrainingFile = z.infer<typeof trainingFile>;

const ofClass = z.object({ class: z.uuid('编号不对') });
const params = z.object({ enrolment: z.uuid('编号不对') });
/** Somebody else acts for the person: on whose word. */
const onBehalf = { authority: z.enum(authority.values, '请说明本人怎样同意').optional() };

export const enrolmentRoutes = defineRoutes({
  enrol: {
    method: 'POST',
    url: '/api/classes/:class/enrolments',
    summary: '报名：本人，或工作人员代办；满员时排队，有人退出自动递补',
    access: roles('seeker', 'grid_worker', 'counsellor'),
    params: ofClass,
    body: z.object({ person: z.uuid('编号不对').optional(), ...onBehalf }),
    answer: myClass,
    status: 201,
    problems: ['not_found', 'wrong_state', 'already_enrolled'],
  },
  list: {
    method: 'GET',
    url: '/api/classes/:class/enrolments',
    summary: '学员名单和排队名单',
    access: trainers,
    params: ofClass,
    answer: z.object({ items: z.array(enrolment) }),
    problems: ['not_found'],
  },
  mine: {
    method: 'GET',
    url: '/api/my/classes',
    summary: '我报的班',
    access: roles('seeker'),
    answer: z.object({ items: z.array(myClass) }),
  },
  withdraw: {
    method: 'POST',
    url: '/api/enrolments/:enrolment/withdraw',
    summary: '退出；空出的名额给排队的第一位',
    access: roles('seeker', 'grid_worker', 'counsellor', 'provider'),
    params,
    body: z.object(onBehalf),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state'],
  },
  assess: {
    method: 'POST',
    url: '/api/enrolments/:enrolment/assessment',
    summary: '考核结果',
    access: roles('provider'),
    params,
    body: z.object({
      passed: z.boolean(),
      score: z.coerce.number('分数要写数字').int().min(0).max(100, '满分 100').nullable().default(null),
    }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state'],
  },
  award: {
    method: 'POST',
    url: '/api/enrolments/:enrolment/certificate',
    summary: '发证；学到的职业记入本人技能',
    access: roles('provider'),
    params,
    body: z.object({ number: words(40).min(4, '请填写证书编号'), awardedOn: isoDay }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state', 'already_registered'],
  },
  file: {
    method: 'GET',
    url: '/api/households/:household/training',
    summary: '一户一档：每个成员的培训、证书、培训券和就业跟踪',
    access: roles('seeker', ...staff.roles),
    params: z.object({ household: z.uuid('编号不对') }),
    answer: trainingFile,
    problems: ['not_found'],
  },
});
