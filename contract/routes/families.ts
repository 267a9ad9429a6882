import { z } from 'zod';
import { companions, defineRoutes } from '../route.ts';
import { flag, pageOf, pageQuery, words } from './shared.ts';
import { task } from './tasks.ts';
import { vacancyCard } from './vacancies.ts';

/** A household as whoever visits it finds it in a list. */
export const familyCard = z.object({
  id: z.uuid(),
  number: z.string(),
  /** 张*明 */
  head: z.string(),
  settlement: z.string(),
  /** 3栋-2单元-501 */
  door: z.string().nullable(),
  /** members who look for work */
  seeking: z.int(),
  zeroEmployment: z.boolean(),
  /** matters that wait for somebody to come */
  tasks: z.int(),
});

/** What a person may answer to a post that is put to them. */
const answers = ['yes', 'no'] as const;

/** A post that was put to somebody, and what they said to it. */
export const referral = z.object({
  vacancy: z.uuid(),
  title: z.string(),
  employer: z.string(),
  answer: z.enum(answers),
  /** how the application stands, or why the person declined */
  words: z.string(),
  /** of a refusal: it never counts against the household; null for a yes */
  justified: z.boolean().nullable(),
  /** ISO date */
  on: z.string(),
});
export type Referral = z.infer<typeof referral>;

export const familyMember = z.object({
  id: z.uuid(),
  name: z.string(),
  relation: z.string(),
  age: z.int().nullable(),
  status: z.enum(['seeking', 'employed', 'not_seeking', 'not_labour']),
  statusLabel: z.string(),
  skills: z.array(z.string()),
  care: z.string().nullable(),
  wishes: z.string().nullable(),
  /** newest first */
  referrals: z.array(referral),
});

export const family = familyCard.omit({ tasks: true, settlement: true }).extend({
  settlement: z.object({ code: z.string(), name: z.string() }),
  members: z.array(familyMember),
  tasks: z.array(task),
  refusals: z.object({
    /** suitable posts declined without a justified reason, each once */
    counted: z.int(),
    /** from how many on people may decide that the case ends; null where no rule holds */
    limit: z.int().nullable(),
    document: z.string().nullable(),
  }),
});
export type Family = z.infer<typeof family>;

export const familyRoutes = defineRoutes({
  list: {
    method: 'GET',
    url: '/api/families',
    summary: '辖区里的家庭：零就业和有事要办的在前',
    access: companions,
    query: pageQuery.extend({
      /** household number, or the beginning of the head's name */
      q: words(40).optional(),
      zero: flag.optional(),
    }),
    answer: pageOf(familyCard),
  },
  detail: {
    method: 'GET',
    url: '/api/families/:household',
    summary: '一户：成员、推荐过什么、本人怎么答、还有什么要办',
    access: companions,
    params: z.object({ household: z.uuid('编号不对') }),
    answer: family,
    problems: ['not_found'],
  },
  posts: {
    method: 'GET',
    url: '/api/persons/:person/posts',
    summary: '可以推荐给这个人的岗位，最合适的在前；单位点名邀请的排最前',
    access: companions,
    params: z.object({ person: z.uuid('编号不对') }),
    answer: z.object({
      items: z.array(vacancyCard.extend({ reasons: z.array(z.string()), asked: z.boolean() })),
    }),
    problems: ['not_found'],
  },
  said: {
    method: 'GET',
    url: '/api/persons/:person/referrals/:vacancy',
    summary: '这个岗位本人怎么答的，现在还能怎么答',
    access: companions,
    params: z.object({ person: z.uuid('编号不对'), vacancy: z.uuid('编号不对') }),
    answer: z.object({ said: referral.nullable(), allowed: z.array(z.enum(answers)) }),
    problems: ['not_found'],
  },
});
