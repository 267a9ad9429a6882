import { z } from 'zod';
import { fairDropout, fairStatus, fairStep } from '../codes/fair.ts';
import { storedBound, storedRule } from '../fair.ts';
import { fairLife } from '../life/fair.ts';
import { bureau, defineRoutes, staff } from '../route.ts';
import { isoDay, pageOf, pageQuery, regionCode, words } from './shared.ts';

export const fairCard = z.object({
  id: z.uuid(),
  title: z.string(),
  region: z.object({ code: z.string(), name: z.string() }),
  place: z.string(),
  day: z.string(),
  /** minutes of day */
  dayStart: z.int(),
  dayEnd: z.int(),
  hours: z.string(),
  status: z.enum(fairStatus.values),
  statusLabel: z.string(),
  stalls: z.int(),
  /** places brought by all stalls */
  posts: z.int(),
  invited: z.int(),
  came: z.int(),
  intents: z.int(),
  cancelReason: z.string().nullable(),
  version: z.int(),
  allowed: z.array(z.enum(fairLife.actions as [string, ...string[]])),
});
export type FairCard = z.infer<typeof fairCard>;

export const fairPost = z.object({
  vacancy: z.uuid(),
  title: z.string(),
  pay: z.string(),
  places: z.int(),
  /** free places of the vacancy itself */
  placesLeft: z.int(),
  /** people it suits, by the last proposal */
  suitable: z.int().nullable(),
});

export const fairStall = z.object({
  id: z.uuid(),
  number: z.int(),
  employer: z.object({ id: z.uuid(), name: z.string() }),
  posts: z.array(fairPost),
  suitable: z.int().nullable(),
});
export type FairStall = z.infer<typeof fairStall>;

export const fairProposal = z.object({
  status: z.enum(['queued', 'running', 'done', 'failed']),
  stage: z.string().nullable(),
  progress: z.int(),
  failure: z.string().nullable(),
  perPlace: z.int(),
  rule: storedRule,
  bound: storedBound.nullable(),
  /** proposed, not sent yet */
  unsent: z.int(),
  finishedAt: z.iso.datetime().nullable(),
});

export const fairDetail = fairCard.extend({
  stallList: z.array(fairStall),
  proposal: fairProposal.nullable(),
});
export type FairDetail = z.infer<typeof fairDetail>;

const minuteOfDay = z.coerce.number('时间要写成 9:00 这样').int().min(0).max(1440);

export const fairForm = z.object({
  title: words(40).min(4, '名称至少 4 个字'),
  region: regionCode,
  place: words(60).min(2, '请填写地点'),
  day: isoDay,
  dayStart: minuteOfDay,
  dayEnd: minuteOfDay,
});
export type FairForm = z.infer<typeof fairForm>;

export const funnel = z.object({
  steps: z.array(
    z.object({
      step: z.enum(fairStep.values),
      label: z.string(),
      /** null: nobody has worked it out */
      count: z.int().nullable(),
      /** of those a step earlier, how many cannot have come here yet */
      pending: z.int(),
    }),
  ),
  /** where people stopped and why, most first */
  drops: z.array(
    z.object({
      after: z.enum(fairStep.values),
      by: z.enum(['person', 'employer', 'product']),
      code: z.union([z.enum(fairDropout.values), z.string()]),
      label: z.string(),
      count: z.int(),
    }),
  ),
});
export type Funnel = z.infer<typeof funnel>;

const params = z.object({ fair: z.uuid('编号不对') });

export const fairRoutes = defineRoutes({
  list: {
    method: 'GET',
    url: '/api/fairs',
    summary: '招聘会：辖区的和面向辖区的',
    access: staff,
    query: pageQuery.extend({ status: z.enum(fairStatus.values).optional() }),
    answer: pageOf(fairCard),
  },
  detail: {
    method: 'GET',
    url: '/api/fairs/:fair',
    summary: '一场招聘会：展位、岗位、邀请方案和最多能安置多少人',
    access: staff,
    params,
    answer: fairDetail,
    problems: ['not_found'],
  },
  add: {
    method: 'POST',
    url: '/api/fairs',
    summary: '筹备一场招聘会',
    access: bureau,
    body: fairForm,
    answer: fairDetail,
    status: 201,
    problems: ['not_found'],
  },
  change: {
    method: 'PUT',
    url: '/api/fairs/:fair',
    summary: '修改名称、地点、时间；已发邀请的会再通知本人',
    access: bureau,
    params,
    body: fairForm.omit({ region: true }).extend({ version: z.int() }),
    answer: fairDetail,
    problems: ['not_found', 'wrong_state', 'version_conflict'],
  },
  move: {
    method: 'POST',
    url: '/api/fairs/:fair/state',
    summary: '开场、结束或取消',
    access: bureau,
    params,
    body: z.object({
      action: z.enum(['hold', 'close', 'cancel']),
      reason: words(200).optional(),
      version: z.coerce.number().int(),
    }),
    answer: fairDetail,
    problems: ['not_found', 'wrong_state', 'version_conflict', 'reason_needed'],
  },
  employers: {
    method: 'GET',
    url: '/api/fairs/:fair/employers',
    summary: '可以请来设展位的单位：已核验、有在招岗位',
    access: bureau,
    params,
    query: z.object({ q: words(40).default('') }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          posts: z.array(
            z.object({ vacancy: z.uuid(), title: z.string(), pay: z.string(), placesLeft: z.int() }),
          ),
        }),
      ),
    }),
    problems: ['not_found'],
  },
  setStall: {
    method: 'PUT',
    url: '/api/fairs/:fair/stalls/:employer',
    summary: '设展位：带来哪些岗位、各几个名额；一个名额也没有就撤掉展位',
    access: bureau,
    params: params.extend({ employer: z.uuid('编号不对') }),
    body: z.object({
      posts: z
        .array(
          z.object({
            vacancy: z.uuid('编号不对'),
            places: z.coerce.number('名额要写数字').int().min(0).max(1000),
          }),
        )
        .max(50, '一个展位最多 50 个岗位'),
    }),
    answer: fairDetail,
    problems: ['not_found', 'wrong_state', 'no_places', 'employer_not_verified'],
  },
  propose: {
    method: 'POST',
    url: '/api/fairs/:fair/proposal',
    summary: '让匹配引擎提出邀请谁到哪个展位，并算出最多能安置多少人',
    access: bureau,
    params,
    answer: 'empty',
    status: 202,
    problems: ['not_found', 'wrong_state'],
  },
  funnel: {
    method: 'GET',
    url: '/api/fairs/:fair/funnel',
    summary: '岗位、合适、邀请、到场、意向、上岗、仍在岗，和停在哪里、为什么',
    access: staff,
    params,
    answer: z.object({
      total: funnel,
      stalls: z.array(
        z.object({ id: z.uuid(), number: z.int(), employer: z.string(), steps: funnel.shape.steps }),
      ),
    }),
    problems: ['not_found'],
  },
});
