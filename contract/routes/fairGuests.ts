import { z } from 'zod';
import { fairAnswer, talkOutcome } from '../codes/fair.ts';
import { authority, seekerRefusal } from '../codes/market.ts';
import { bureau, defineRoutes, roles, staff } from '../route.ts';
import { scorePart } from './runs.ts';
import { flag, pageOf, pageQuery } from './shared.ts';

export const fairGuest = z.object({
  id: z.uuid(),
  person: z.uuid(),
  /** on the slip and on the door list; null until it is sent */
  number: z.int().nullable(),
  name: z.string(),
  household: z.string(),
  /** nobody of the household is in work */
  zeroEmployment: z.boolean(),
  settlement: z.string(),
  /** 1 = in the best plan, 2 … = in reserve, null = came unasked */
  round: z.int().nullable(),
  sentAt: z.iso.datetime().nullable(),
  answer: z.enum(fairAnswer.values).nullable(),
  answerLabel: z.string().nullable(),
  reasonLabel: z.string().nullable(),
  cameAt: z.iso.datetime().nullable(),
  doorMethod: z.enum(['qr', 'list']).nullable(),
  /** the posts that suit, the one the invitation is for first */
  matches: z.array(
    z.object({
      vacancy: z.uuid(),
      title: z.string(),
      employer: z.string(),
      stall: z.int(),
      pay: z.string(),
      score: z.int(),
      parts: z.array(scorePart),
      explanation: z.string(),
    }),
  ),
  talks: z.array(
    z.object({
      vacancy: z.uuid(),
      title: z.string(),
      stall: z.int(),
      outcome: z.enum(talkOutcome.values),
      outcomeLabel: z.string(),
      reasonLabel: z.string().nullable(),
    }),
  ),
});
export type FairGuest = z.infer<typeof fairGuest>;

/** Reason codes of whichever side declined; the operation holds them against the outcome. */
export const talkForm = z.object({
  outcome: z.enum(talkOutcome.values),
  reason: z.string().max(30).optional(),
  /** the person agreed, there and then, that this employer may see name and phone */
  contactShared: z.boolean().default(false),
});

const helpers = roles('grid_worker', 'counsellor', 'bureau', 'admin');
const params = z.object({ fair: z.uuid('编号不对') });
const guest = params.extend({ invitation: z.uuid('编号不对') });

export const fairGuestRoutes = defineRoutes({
  list: {
    method: 'GET',
    url: '/api/fairs/:fair/invitations',
    summary: '邀请了谁、到哪个展位、为什么；工作人员只看自己辖区的人',
    access: staff,
    params,
    query: pageQuery.extend({
      stall: z.coerce.number('展位要写数字').int().optional(),
      state: z.enum(['unsent', 'waiting', 'coming', 'declined', 'came']).optional(),
      /** by number, for the door; else as the engine proposed them */
      door: flag.optional(),
    }),
    answer: pageOf(fairGuest),
    problems: ['not_found'],
  },
  send: {
    method: 'POST',
    url: '/api/fairs/:fair/invitations',
    summary: '发出邀请：编号、通知本人；不会超过每个名额的邀请上限',
    access: bureau,
    params,
    answer: z.object({ sent: z.int() }),
    problems: ['not_found', 'wrong_state'],
  },
  answer: {
    method: 'POST',
    url: '/api/fairs/:fair/invitations/:invitation/answer',
    summary: '代办：替本人答复来不来，写明凭什么',
    access: helpers,
    params: guest,
    body: z.object({
      answer: z.enum(fairAnswer.values),
      reason: z.enum(seekerRefusal.values).optional(),
      authority: z.enum(authority.values, '请写明凭什么代办'),
    }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state', 'reason_needed'],
  },
  code: {
    method: 'GET',
    url: '/api/fairs/:fair/door-code',
    summary: '门口的签到码',
    access: helpers,
    params,
    answer: z.object({ code: z.string(), title: z.string(), place: z.string(), hours: z.string() }),
    problems: ['not_found', 'wrong_state'],
  },
  attend: {
    method: 'PUT',
    url: '/api/fairs/:fair/invitations/:invitation/attendance',
    summary: '门口点名；扫过码的保留',
    access: helpers,
    params: guest,
    body: z.object({ came: z.boolean() }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state'],
  },
  talk: {
    method: 'PUT',
    url: '/api/fairs/:fair/invitations/:invitation/talks/:vacancy',
    summary: '展位上谈得怎样；达成意向就成为一份申请',
    access: roles('employer', 'grid_worker', 'counsellor', 'bureau', 'admin'),
    params: guest.extend({ vacancy: z.uuid('编号不对') }),
    body: talkForm,
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state', 'reason_needed', 'no_places', 'already_applied', 'too_many_open'],
  },
});
