import { z } from 'zod';
import { awayWish } from '../codes/person.ts';
import { defineRoutes, roles } from '../route.ts';
import { words } from './shared.ts';
import { vacancyCard } from './vacancies.ts';

const seeker = roles('seeker');

export const myHousehold = z.object({
  settlement: z.object({ code: z.string(), name: z.string() }),
  members: z.array(
    z.object({
      id: z.uuid(),
      self: z.boolean(),
      /** masked: a kiosk stands in public */
      name: z.string(),
      relation: z.string(),
      age: z.int().nullable(),
      /** the last four of the ID number */
      idNumber: z.string().nullable(),
      employment: z.string(),
    }),
  ),
  consents: z.array(
    z.object({
      id: z.uuid().nullable(),
      kind: z.enum(['be_found', 'share_contact']),
      /** whom it is given to; null: every verified employer */
      employer: z.string().nullable(),
      given: z.boolean(),
      since: z.iso.datetime().nullable(),
    }),
  ),
  looked: z.array(z.object({ who: z.string(), what: z.string(), reason: z.string(), at: z.iso.datetime() })),
  assisted: z.array(
    z.object({
      id: z.uuid(),
      who: z.string(),
      what: z.string(),
      authority: z.string(),
      at: z.iso.datetime(),
      objectedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type MyHousehold = z.infer<typeof myHousehold>;

/** Something one can tick: a picture, plain words, and whether it is unpaid work at home. */
export const skillOffer = z.object({
  code: z.string(),
  label: z.string(),
  words: z.array(z.string()),
  unpaid: z.boolean(),
  ticked: z.boolean(),
});

export const myProfile = z.object({
  offers: z.array(skillOffer),
  minPay: z.int().nullable(),
  maxMinutes: z.int().nullable(),
  away: z.enum(awayWish.values),
  partTime: z.boolean(),
  version: z.int(),
});
export type MyProfile = z.infer<typeof myProfile>;

export const myRoutes = defineRoutes({
  household: {
    method: 'GET',
    url: '/api/my/household',
    summary: '我家：成员、我同意过的事、谁看过、别人替我做过什么',
    access: seeker,
    answer: myHousehold,
    problems: ['not_found'],
  },
  findable: {
    method: 'POST',
    url: '/api/my/findable',
    summary: '同意或收回：单位按技能找人时能看到我（姓名遮住）',
    access: seeker,
    body: z.object({ given: z.boolean() }),
    answer: 'empty',
    status: 204,
    problems: ['not_found'],
  },
  revoke: {
    method: 'POST',
    url: '/api/my/consents/:consent/revoke',
    summary: '收回：这家单位不能再看我的姓名和电话',
    access: seeker,
    params: z.object({ consent: z.uuid('编号不对') }),
    answer: 'empty',
    status: 204,
    problems: ['not_found'],
  },
  object: {
    method: 'POST',
    url: '/api/my/assisted/:action/object',
    summary: '有异议：这件事不是我要办的',
    access: seeker,
    params: z.object({ action: z.uuid('编号不对') }),
    body: z.object({ words: words(300).optional() }),
    answer: 'empty',
    status: 204,
    problems: ['not_found'],
  },
  profile: {
    method: 'GET',
    url: '/api/my/profile',
    summary: '我会做什么、想要什么样的活',
    access: seeker,
    answer: myProfile,
    problems: ['not_found'],
  },
  saveProfile: {
    method: 'PUT',
    url: '/api/my/profile',
    summary: '改我会做的和想要的',
    access: seeker,
    body: z.object({
      /** codes of the offers that are ticked; skills that are no offer stay as they are */
      skills: z.array(z.string().max(20)).max(100),
      minPay: z.coerce.number('工资要写数字').int().min(0).max(50_000).nullable(),
      maxMinutes: z.coerce.number('分钟要写数字').int().min(5).max(600).nullable(),
      away: z.enum(awayWish.values),
      partTime: z.boolean(),
      version: z.coerce.number('版本要写数字').int(),
    }),
    answer: myProfile,
    problems: ['not_found', 'version_conflict'],
  },
  vacancies: {
    method: 'GET',
    url: '/api/my/vacancies',
    summary: '适合我的：按匹配引擎的分数排，写明理由',
    access: seeker,
    answer: z.object({
      items: z.array(
        vacancyCard.extend({
          /** 0–1000, the engine's score */
          score: z.int(),
          reasons: z.array(z.string()),
        }),
      ),
    }),
    problems: ['not_found'],
  },
});
