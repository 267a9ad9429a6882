import { z } from 'zod';
import { occupation } from '../codes/occupation.ts';
import { skillLevel, voucherStatus } from '../codes/training.ts';
import { bureau, defineRoutes, roles, staff } from '../route.ts';
import { pageOf, pageQuery, words } from './shared.ts';

/** 培训券: pays for one occupation at one level, once in a person's life. */
export const voucher = z.object({
  id: z.uuid(),
  /** staff and the person herself hold the code; it is all that claiming asks for */
  code: z.string(),
  person: z.object({ id: z.uuid(), name: z.string() }),
  household: z.object({ id: z.uuid(), number: z.string() }),
  occupation: z.string(),
  occupationLabel: z.string(),
  level: z.enum(skillLevel.values),
  levelLabel: z.string(),
  /** yuan */
  amount: z.int(),
  status: z.enum(voucherStatus.values),
  statusLabel: z.string(),
  course: z.string().nullable(),
  claimedAt: z.iso.datetime().nullable(),
  verifiedAt: z.iso.datetime().nullable(),
  /** what keeps it from being verified, in Chinese; empty = nothing */
  hindrances: z.array(z.string()),
  allowed: z.array(z.enum(['claim', 'verify', 'void'])),
});
export type Voucher = z.infer<typeof voucher>;

const params = z.object({ voucher: z.uuid('编号不对') });

export const voucherRoutes = defineRoutes({
  issue: {
    method: 'POST',
    url: '/api/vouchers',
    summary: '发放培训券：按当日政策核定，同一职业同一等级只发一次',
    access: roles('counsellor', 'bureau', 'admin'),
    body: z.object({
      person: z.uuid('编号不对'),
      occupation: z.enum(occupation.values, '请选择职业'),
      level: z.enum(skillLevel.values),
    }),
    answer: voucher,
    status: 201,
    problems: ['not_found', 'not_subsidised', 'subsidy_used'],
  },
  list: {
    method: 'GET',
    url: '/api/vouchers',
    summary: '辖区内的培训券',
    access: staff,
    query: pageQuery.extend({ status: z.enum(voucherStatus.values).optional() }),
    answer: pageOf(voucher),
  },
  mine: {
    method: 'GET',
    url: '/api/my/vouchers',
    summary: '我的培训券',
    access: roles('seeker'),
    answer: z.object({ items: z.array(voucher) }),
  },
  claim: {
    method: 'POST',
    url: '/api/enrolments/:enrolment/voucher',
    summary: '用券抵学费：职业和等级要与课程相同',
    access: roles('seeker', 'provider'),
    params: z.object({ enrolment: z.uuid('编号不对') }),
    body: z.object({ code: words(20).min(1, '请填写券号') }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state'],
  },
  verify: {
    method: 'POST',
    url: '/api/vouchers/:voucher/verify',
    summary: '核销：考核合格、出勤达标才能核销',
    access: bureau,
    params,
    answer: voucher,
    problems: ['not_found', 'wrong_state', 'not_subsidised'],
  },
  void: {
    method: 'POST',
    url: '/api/vouchers/:voucher/void',
    summary: '作废并说明理由；之后可以重新发放',
    access: bureau,
    params,
    body: z.object({ reason: words(200).min(2, '请说明理由') }),
    answer: voucher,
    problems: ['not_found', 'wrong_state'],
  },
});
