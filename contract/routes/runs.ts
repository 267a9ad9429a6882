import { z } from 'zod';
import { tier } from '../codes/household.ts';
import { vacancyKind } from '../codes/work.ts';
import { bureau, defineRoutes, oversight } from '../route.ts';
import { pageOf, pageQuery, regionCode, words } from './shared.ts';

export const runTotals = z.object({
  /** households with labour that nobody in work supports yet, by tier */
  zeroBefore: z.object({ A: z.int(), B: z.int(), C: z.int() }),
  covered: z.object({ A: z.int(), B: z.int(), C: z.int() }),
  /** of zeroBefore: nobody looks for work, so these are no zero-employment households; absent in old runs */
  noneSeeking: z.int().optional(),
  /** households with labour that already have somebody in work */
  employed: z.int(),
  uncovered: z.int(),
  seekers: z.int(),
  placed: z.int(),
  public: z.int(),
  score: z.int(),
  openPlaces: z.int(),
  byKind: z.record(z.enum(vacancyKind.values), z.int()),
});
export type RunTotals = z.infer<typeof runTotals>;

export const runCertificate = z.object({
  valid: z.boolean(),
  /** value of the plan in exact weights, and the bound no plan can exceed; equal = optimal */
  value: z.string(),
  dualBound: z.string(),
});
export type RunCertificate = z.infer<typeof runCertificate>;

export const policyUsed = z.object({
  id: z.string(),
  key: z.string(),
  region: z.string(),
  value: z.number(),
  unit: z.string(),
  documentNumber: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});
export type PolicyUsed = z.infer<typeof policyUsed>;

export const run = z.object({
  id: z.uuid(),
  region: z.object({ code: z.string(), name: z.string() }),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  current: z.boolean(),
  stage: z.string().nullable(),
  progress: z.int(),
  today: z.string(),
  totals: runTotals.nullable(),
  certificate: runCertificate.nullable(),
  inputDigest: z.string().nullable(),
  policies: z.array(policyUsed),
  failure: z.string().nullable(),
  requestedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  allowed: z.array(z.enum(['cancel', 'export'])),
});
export type Run = z.infer<typeof run>;

export const householdOutcome = z.object({
  householdId: z.uuid(),
  number: z.string(),
  /** 张*明 */
  head: z.string(),
  settlement: z.object({ code: z.string(), name: z.string() }),
  /** 3栋-2单元-501 */
  door: z.string().nullable(),
  tier: z.enum(tier.values),
  tierLabel: z.string(),
  outcome: z.enum(['covered', 'employed', 'uncovered']),
  reason: z.string().nullable(),
  explanation: z.string(),
  placed: z.array(z.object({ name: z.string(), title: z.string(), employer: z.string(), pay: z.string() })),
});
export type HouseholdOutcome = z.infer<typeof householdOutcome>;

export const scorePart = z.object({
  code: z.string(),
  label: z.string(),
  points: z.int(),
  text: z.string(),
});

export const memberOutcome = z.object({
  personId: z.uuid(),
  name: z.string(),
  relation: z.string(),
  age: z.int().nullable(),
  capacity: z.string(),
  education: z.string(),
  status: z.enum(['proposed', 'employed', 'not_placed', 'not_seeking', 'not_labour']),
  statusLabel: z.string(),
  skills: z.array(z.string()),
  care: z.string().nullable(),
  wishes: z.string().nullable(),
  proposal: z
    .object({
      vacancyId: z.uuid(),
      title: z.string(),
      employer: z.string(),
      kind: z.enum(vacancyKind.values),
      kindLabel: z.string(),
      place: z.string(),
      pay: z.string(),
      hours: z.string(),
      minutes: z.int().nullable(),
      score: z.int(),
      parts: z.array(scorePart),
      explanation: z.string(),
    })
    .nullable(),
  /** when there is no proposal: why, in Chinese */
  whyNot: z.string().nullable(),
});
export type MemberOutcome = z.infer<typeof memberOutcome>;

export const householdPlan = householdOutcome.extend({
  origin: z.string().nullable(),
  typeLabel: z.string(),
  members: z.array(memberOutcome),
  /** what would change the answer, for an uncovered household */
  advice: z.array(z.string()),
});
export type HouseholdPlan = z.infer<typeof householdPlan>;

const params = z.object({ run: z.uuid('编号不对') });

export const runRoutes = defineRoutes({
  start: {
    method: 'POST',
    url: '/api/runs',
    summary: '开始一次匹配；完成后整体替换这个地区的方案',
    access: bureau,
    body: z.object({ region: regionCode.optional() }),
    answer: run,
    status: 202,
    problems: ['run_in_progress', 'not_found'],
  },
  list: {
    method: 'GET',
    url: '/api/runs',
    summary: '匹配记录',
    access: oversight,
    query: pageQuery,
    answer: pageOf(run),
  },
  detail: {
    method: 'GET',
    url: '/api/runs/:run',
    summary: '一次匹配：总数、最优性证书、政策依据',
    access: oversight,
    params,
    answer: run,
    problems: ['not_found'],
  },
  cancel: {
    method: 'POST',
    url: '/api/runs/:run/cancel',
    summary: '取消正在进行的匹配；原方案不变',
    access: bureau,
    params,
    answer: run,
    problems: ['not_found', 'wrong_state'],
  },
  events: {
    method: 'GET',
    url: '/api/runs/:run/events',
    summary: '实时进度（SSE，可用 Last-Event-ID 续传）',
    access: oversight,
    params,
    answer: 'events',
    problems: ['not_found'],
  },
  households: {
    method: 'GET',
    url: '/api/runs/:run/households',
    summary: '逐户结果',
    access: oversight,
    params,
    query: pageQuery.extend({
      outcome: z.enum(['covered', 'employed', 'uncovered']).optional(),
      region: regionCode.optional(),
      tier: z.enum(tier.values).optional(),
      reason: z.string().max(64).optional(),
      /** household number or name of the head */
      q: words(40).optional(),
    }),
    answer: pageOf(householdOutcome).extend({
      /** how many uncovered households each reason explains */
      reasons: z.array(z.object({ code: z.string(), label: z.string(), count: z.int() })),
      outcomes: z.object({ covered: z.int(), employed: z.int(), uncovered: z.int() }),
    }),
    problems: ['not_found'],
  },
  household: {
    method: 'GET',
    url: '/api/runs/:run/households/:household',
    summary: '一户：每个成员得到什么岗位、为什么，没有的又为什么',
    access: oversight,
    params: params.extend({ household: z.uuid('编号不对') }),
    answer: householdPlan,
    problems: ['not_found'],
  },
  plan: {
    method: 'GET',
    url: '/api/runs/:run/plan.xlsx',
    summary: '把方案带走：匹配方案.xlsx',
    access: oversight,
    params,
    answer: 'file',
    problems: ['not_found', 'wrong_state'],
  },
});
