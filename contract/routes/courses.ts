import { z } from 'zod';
import { occupation } from '../codes/occupation.ts';
import { certificate } from '../codes/person.ts';
import { courseKind, skillLevel } from '../codes/training.ts';
import { anyone, defineRoutes, roles } from '../route.ts';
import { pageOf, pageQuery, regionCode, words } from './shared.ts';

/** Open posts that ask for what a course teaches: counted, never claimed. */
export const openedPosts = z.object({
  vacancies: z.int(),
  places: z.int(),
  /** within the usual way to work of the chosen settlement; false: anywhere */
  near: z.boolean(),
});

export const openClass = z.object({
  id: z.uuid(),
  number: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  hours: z.string(),
  /** settlement and room */
  place: z.string(),
  /** one-way minutes from the chosen settlement; null when none is chosen or no daily journey exists */
  minutes: z.int().nullable(),
  seatsLeft: z.int(),
  waiting: z.int(),
  childcare: z.boolean(),
  /** lies inside a school day */
  careFriendly: z.boolean(),
  /** yuan a day for living, 0 = none */
  allowance: z.int(),
  committedPlaces: z.int(),
});

export const courseCard = z.object({
  id: z.uuid(),
  title: z.string(),
  provider: z.string(),
  kind: z.enum(courseKind.values),
  kindLabel: z.string(),
  occupation: z.string(),
  occupationLabel: z.string(),
  level: z.enum(skillLevel.values),
  levelLabel: z.string(),
  hours: z.int(),
  literacyNeeded: z.boolean(),
  opens: openedPosts,
  classes: z.array(openClass),
});
export type CourseCard = z.infer<typeof courseCard>;

export const courseDetail = courseCard.extend({
  content: z.string(),
  teaches: z.array(z.string()),
  certificates: z.array(z.string()),
  /** yuan the policy of the day pays for it at the chosen settlement, null when none is chosen */
  subsidy: z.int().nullable(),
});
export type CourseDetail = z.infer<typeof courseDetail>;

export const courseStatus = z.enum(['draft', 'published', 'closed']);

export const ownCourse = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(courseKind.values),
  kindLabel: z.string(),
  occupation: z.string(),
  occupationLabel: z.string(),
  level: z.enum(skillLevel.values),
  levelLabel: z.string(),
  skills: z.array(z.string()),
  certificates: z.array(z.enum(certificate.values)),
  content: z.string(),
  hours: z.int(),
  literacyNeeded: z.boolean(),
  status: courseStatus,
  classes: z.int(),
  opens: openedPosts,
  allowed: z.array(z.enum(['edit', 'publish', 'close'])),
});
export type CourseStatus = z.infer<typeof courseStatus>;
export type OwnCourse = z.infer<typeof ownCourse>;

export const courseForm = z.object({
  title: words(40).min(2, '请填写课程名称'),
  kind: z.enum(courseKind.values),
  occupation: z.enum(occupation.values, '请选择职业'),
  level: z.enum(skillLevel.values),
  /** further occupations a graduate can do; the course's own always counts */
  skills: z.array(z.enum(occupation.values)).max(10).default([]),
  certificates: z.array(z.enum(certificate.values)).max(5).default([]),
  content: words(1000).min(10, '请用几句话写明教什么'),
  hours: z.coerce.number('课时要写数字').int().min(4, '至少 4 课时').max(2000, '最多 2000 课时'),
  literacyNeeded: z.boolean().default(false),
});
export type CourseForm = z.output<typeof courseForm>;

const own = roles('provider');
const params = z.object({ course: z.uuid('编号不对') });

export const courseRoutes = defineRoutes({
  list: {
    method: 'GET',
    url: '/api/courses',
    summary: '正在招生的课程，写明学完附近有几个岗位要人',
    access: anyone,
    query: pageQuery.extend({
      q: words(60).optional(),
      kind: z.enum(courseKind.values).optional(),
      occupation: z.string().max(20).optional(),
      /** settlement one starts from */
      from: regionCode.optional(),
    }),
    answer: pageOf(courseCard).extend({
      /** said in Chinese when no course is what was asked for and others are shown */
      widened: z.string().nullable(),
    }),
    sharedFor: 5,
  },
  detail: {
    method: 'GET',
    url: '/api/courses/:course',
    summary: '一门课程：教什么、在哪里、补贴多少、学完有哪些岗位',
    access: anyone,
    params,
    query: z.object({ from: regionCode.optional() }),
    answer: courseDetail,
    problems: ['not_found'],
  },
  own: {
    method: 'GET',
    url: '/api/provider/courses',
    summary: '我机构的课程',
    access: own,
    answer: z.object({ items: z.array(ownCourse) }),
  },
  add: {
    method: 'POST',
    url: '/api/provider/courses',
    summary: '新建课程（草稿）',
    access: own,
    body: courseForm,
    answer: ownCourse,
    status: 201,
    problems: ['wrong_state'],
  },
  change: {
    method: 'PUT',
    url: '/api/provider/courses/:course',
    summary: '修改课程',
    access: own,
    params,
    body: courseForm,
    answer: ownCourse,
    problems: ['not_found', 'wrong_state'],
  },
  move: {
    method: 'POST',
    url: '/api/provider/courses/:course/status',
    summary: '发布或停办课程',
    access: own,
    params,
    body: z.object({ action: z.enum(['publish', 'close']) }),
    answer: ownCourse,
    problems: ['not_found', 'wrong_state', 'provider_not_verified'],
  },
});
