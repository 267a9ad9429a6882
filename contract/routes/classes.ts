import { z } from 'zod';
import { classStatus } from '../codes/training.ts';
import { classLife } from '../life/courseClass.ts';
import { defineRoutes, roles } from '../route.ts';
import { isoDay, pageOf, pageQuery, regionCode, words } from './shared.ts';

export const courseClass = z.object({
  id: z.uuid(),
  number: z.string(),
  course: z.object({ id: z.uuid(), title: z.string(), kindLabel: z.string(), occupationLabel: z.string() }),
  provider: z.object({ id: z.uuid(), name: z.string() }),
  status: z.enum(classStatus.values),
  statusLabel: z.string(),
  seats: z.int(),
  taken: z.int(),
  waiting: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** minutes of day */
  dayStart: z.int(),
  dayEnd: z.int(),
  hours: z.string(),
  place: z.string(),
  settlement: z.object({ code: z.string(), name: z.string() }).nullable(),
  childcare: z.boolean(),
  allowance: z.int(),
  committedPlaces: z.int(),
  cancelReason: z.string().nullable(),
  version: z.int(),
  allowed: z.array(z.enum(classLife.actions as [string, ...string[]])),
});
export type CourseClass = z.infer<typeof courseClass>;

const minuteOfDay = z.coerce.number('时间要写成 9:00 这样').int().min(0).max(1440);

/** When a class is held. */
export const classTimes = z.object({
  startsOn: isoDay,
  endsOn: isoDay,
  dayStart: minuteOfDay,
  dayEnd: minuteOfDay,
});

/** For whoever asks for the times of a class, alone or with the rest of it. */
export function inOrder(times: z.output<typeof classTimes>, context: z.RefinementCtx): void {
  const refuse = (field: keyof typeof times, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (times.endsOn < times.startsOn) refuse('endsOn', '结业不能早于开课');
  if (times.dayEnd <= times.dayStart) refuse('dayEnd', '下课要晚于上课');
}

/** Where it is held, for how many, and what makes it easier to come. */
export const classPlace = z.object({
  seats: z.coerce.number('名额要写数字').int().min(1, '至少 1 个名额').max(500, '最多 500 个名额'),
  place: words(80).min(2, '请填写上课地点'),
  settlement: regionCode.nullable().default(null),
  childcare: z.boolean().default(false),
  allowance: z.coerce.number('补贴要写数字').int().min(0).max(1000).default(0),
});

const classForm = z.object({ ...classTimes.shape, ...classPlace.shape });
export type ClassForm = z.infer<typeof classForm>;

/** An open vacancy graduates could take, and how many of its places are promised to them. */
export const classPost = z.object({
  vacancy: z.uuid(),
  title: z.string(),
  employer: z.string(),
  place: z.string(),
  pay: z.string(),
  placesLeft: z.int(),
  /** it asks for what the course teaches; otherwise it is merely of the same occupation */
  needsCourse: z.boolean(),
  committed: z.int(),
});

/** Not grid workers: a class is its settlement's, and its list names people of other grids. */
export const trainers = roles('provider', 'counsellor', 'bureau', 'auditor', 'admin');
const params = z.object({ class: z.uuid('编号不对') });

export const classRoutes = defineRoutes({
  list: {
    method: 'GET',
    url: '/api/classes',
    summary: '班期：机构看自己的，工作人员看辖区的',
    access: trainers,
    query: pageQuery.extend({
      status: z.enum(classStatus.values).optional(),
      course: z.uuid('编号不对').optional(),
    }),
    answer: pageOf(courseClass),
  },
  detail: {
    method: 'GET',
    url: '/api/classes/:class',
    summary: '一个班期',
    access: trainers,
    params,
    answer: courseClass,
    problems: ['not_found'],
  },
  add: {
    method: 'POST',
    url: '/api/classes',
    summary: '筹备一个班',
    access: roles('provider'),
    body: classForm.extend({ course: z.uuid('请选择课程') }).superRefine(inOrder),
    answer: courseClass,
    status: 201,
    problems: ['not_found', 'wrong_state'],
  },
  change: {
    method: 'PUT',
    url: '/api/classes/:class',
    summary: '修改班期；名额不能少于已报名的人，多出的名额按排队顺序递补',
    access: roles('provider'),
    params,
    body: classForm.extend({ version: z.int() }).superRefine(inOrder),
    answer: courseClass,
    problems: ['not_found', 'wrong_state', 'version_conflict'],
  },
  move: {
    method: 'POST',
    url: '/api/classes/:class/state',
    summary: '开始报名、开课、结业或取消',
    access: roles('provider', 'bureau', 'admin'),
    params,
    body: z.object({
      action: z.enum(['open', 'start', 'finish', 'cancel']),
      reason: words(200).optional(),
    }),
    answer: courseClass,
    problems: ['not_found', 'wrong_state', 'provider_not_verified', 'no_posts_committed', 'reason_needed'],
  },
  posts: {
    method: 'GET',
    url: '/api/classes/:class/posts',
    summary: '学员结业后能去的岗位，和单位承诺的名额',
    access: trainers,
    params,
    answer: z.object({ items: z.array(classPost) }),
    problems: ['not_found'],
  },
  commit: {
    method: 'PUT',
    url: '/api/classes/:class/posts/:vacancy',
    summary: '记下单位承诺给学员的岗位数；0 为取消',
    access: roles('provider', 'counsellor', 'bureau', 'admin'),
    params: params.extend({ vacancy: z.uuid('编号不对') }),
    body: z.object({ places: z.coerce.number('人数要写数字').int().min(0).max(500) }),
    answer: courseClass,
    problems: ['not_found', 'wrong_state', 'no_places'],
  },
  wanted: {
    method: 'GET',
    url: '/api/employer/classes',
    summary: '教本单位岗位所要技能的班，和本单位承诺给学员的名额',
    access: roles('employer'),
    answer: z.object({
      items: z.array(z.object({ class: courseClass, posts: z.array(classPost) })),
    }),
  },
  promise: {
    method: 'PUT',
    url: '/api/employer/classes/:class/posts/:vacancy',
    summary: '承诺本单位的岗位给一个班的学员；0 为取消',
    access: roles('employer'),
    params: params.extend({ vacancy: z.uuid('编号不对') }),
    body: z.object({ places: z.coerce.number('人数要写数字').int().min(0).max(500) }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state', 'no_places'],
  },
});
