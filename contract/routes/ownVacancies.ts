import { z } from 'zod';
import { occupation } from '../codes/occupation.ts';
import { certificate, education } from '../codes/person.ts';
import { payBasis, vacancyKind, vacancyStatus, workDemand, workForm, workRegion } from '../codes/work.ts';
import { vacancyLife } from '../life/vacancy.ts';
import { defineRoutes, roles } from '../route.ts';
import { isoDay, pageOf, pageQuery, regionCode, words } from './shared.ts';
import { vacancyDetail } from './vacancies.ts';

const minuteOfDay = z.int().min(0).max(2880);
const yuan = z.int('工资写整数').min(0, '工资不能是负数').max(100_000, '工资数太大');
const age = z.int('年龄写整数').min(16, '最小 16 岁').max(80, '年龄太大');

/** What the wizard asks, all of it optional while it is a draft; submitting says what is missing. */
export const vacancyFields = z
  .object({
    title: words(40),
    kind: z.enum(vacancyKind.values),
    form: z.enum(workForm.values),
    occupation: z.enum(occupation.values),
    content: words(1000),
    headcount: z.int('人数写整数').min(1, '至少招 1 人').max(500, '最多 500 人'),
    region: z.enum(workRegion.values),
    regionCode: regionCode.nullable(),
    settlement: regionCode.nullable(),
    address: words(80).nullable(),
    minAge: age.nullable(),
    maxAge: age.nullable(),
    ageReason: words(100).nullable(),
    minEducation: z.enum(education.values).nullable(),
    needsLiteracy: z.boolean(),
    needsPutonghua: z.boolean(),
    skills: z.array(z.enum(occupation.values)).max(5),
    certificates: z.array(z.enum(certificate.values)).max(5),
    demands: z.array(z.enum(workDemand.values)).max(7),
    acceptsWeak: z.boolean(),
    payBasis: z.enum(payBasis.values),
    /** yuan in the unit of the basis; piece-rate: what a usual worker makes in a month */
    payMin: yuan,
    payMax: yuan,
    payNote: words(200).nullable(),
    payDay: words(40).nullable(),
    hoursPerDay: z.number('小时数写数字').min(0.5, '至少半小时').max(16, '一天最多 16 小时'),
    shiftStart: minuteOfDay.nullable(),
    shiftEnd: minuteOfDay.nullable(),
    flexible: z.boolean(),
    childWelcome: z.boolean(),
    lodging: z.boolean(),
    meals: z.boolean(),
    insurance: z.boolean(),
    contact: words(20).nullable(),
    phone: z
      .string()
      .trim()
      .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/, '电话号码不对')
      .nullable(),
    validUntil: isoDay.nullable(),
  })
  .partial();
export type VacancyFields = z.output<typeof vacancyFields>;

/** What the advertisement check says now, and what is still empty. */
export const adCheck = z.object({
  verdict: z.enum(['ok', 'warn', 'refuse']),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['warn', 'refuse']),
      phrase: z.string(),
      law: z.string(),
      suggestion: z.string(),
    }),
  ),
  /** the work content with every phrase replaced by what the check suggests; null when it stands as it is */
  rewrite: z.string().nullable(),
  missing: z.array(z.object({ field: z.string(), reason: z.string() })),
});
export type AdCheck = z.infer<typeof adCheck>;

export const ownVacancyCard = z.object({
  id: z.uuid(),
  title: z.string(),
  status: z.enum(vacancyStatus.values),
  statusLabel: z.string(),
  pay: z.string(),
  headcount: z.int(),
  filled: z.int(),
  /** applications that wait for the employer's first answer */
  waiting: z.int(),
  /** applications not yet ended */
  open: z.int(),
  validUntil: z.string().nullable(),
  /** days left, 0 = today; null when open-ended or not on the market */
  daysLeft: z.int().nullable(),
  allowed: z.array(z.enum(vacancyLife.actions)),
});

export const vacancyChange = z.object({
  action: z.string(),
  label: z.string(),
  by: z.string().nullable(),
  note: z.string().nullable(),
  /** names of the fields that changed, in Chinese */
  changed: z.array(z.string()),
  at: z.iso.datetime(),
});

export const ownVacancy = ownVacancyCard.extend({
  version: z.int(),
  fields: vacancyFields.required(),
  check: adCheck,
  adReason: z.string().nullable(),
  /** what the reviewer wrote when it was returned */
  reviewNote: z.string().nullable(),
  /** the page a seeker will see */
  preview: vacancyDetail,
  history: z.array(vacancyChange),
  /** people who declined it when staff put it to them, and why; no reasons while they are few */
  declined: z.object({
    people: z.int(),
    reasons: z.array(z.object({ label: z.string(), people: z.int() })),
  }),
});
export type OwnVacancy = z.infer<typeof ownVacancy>;

export const vacancyTemplate = z.object({
  code: z.string(),
  label: z.string(),
  occupation: z.string(),
  hint: z.string(),
});

const employer = roles('employer');
const params = z.object({ vacancy: z.uuid('编号不对') });
const step = {
  method: 'POST',
  access: employer,
  params,
  answer: ownVacancy,
  problems: ['not_found', 'wrong_state'],
} as const;

export const ownVacancyRoutes = defineRoutes({
  templates: {
    method: 'GET',
    url: '/api/employer/templates',
    summary: '各工种的岗位模板',
    access: employer,
    answer: z.object({ items: z.array(vacancyTemplate) }),
  },
  list: {
    method: 'GET',
    url: '/api/employer/vacancies',
    summary: '本单位的岗位',
    access: employer,
    query: pageQuery.extend({ status: z.enum(vacancyStatus.values).optional() }),
    answer: pageOf(ownVacancyCard),
  },
  create: {
    method: 'POST',
    url: '/api/employer/vacancies',
    summary: '按模板开一份草稿',
    access: employer,
    body: z.object({ template: z.string().max(24) }),
    answer: ownVacancy,
    status: 201,
    problems: ['not_found'],
  },
  detail: {
    method: 'GET',
    url: '/api/employer/vacancies/:vacancy',
    summary: '一个岗位：内容、检查结果、预览、经过',
    access: employer,
    params,
    answer: ownVacancy,
    problems: ['not_found'],
  },
  update: {
    method: 'PATCH',
    url: '/api/employer/vacancies/:vacancy',
    summary: '保存草稿（边写边存）；别人先改过则 409 并列出不同',
    access: employer,
    params,
    body: z.object({ version: z.int(), fields: vacancyFields }),
    answer: ownVacancy,
    problems: ['not_found', 'wrong_state', 'version_conflict'],
  },
  submit: {
    ...step,
    url: '/api/employer/vacancies/:vacancy/submit',
    summary: '送审：不合法的内容会被退回并给出改法；只需提醒的要说明理由',
    body: z.object({ version: z.int(), reason: words(200).optional() }),
    problems: ['not_found', 'wrong_state', 'version_conflict', 'advertisement_refused', 'reason_needed'],
  },
  recall: { ...step, url: '/api/employer/vacancies/:vacancy/recall', summary: '撤回送审，接着改' },
  pause: { ...step, url: '/api/employer/vacancies/:vacancy/pause', summary: '暂停招聘' },
  resume: {
    ...step,
    url: '/api/employer/vacancies/:vacancy/resume',
    summary: '恢复招聘',
    problems: ['not_found', 'wrong_state', 'employer_not_verified'],
  },
  revise: {
    ...step,
    url: '/api/employer/vacancies/:vacancy/revise',
    summary: '下架修改，改好后重新送审',
  },
  close: {
    ...step,
    url: '/api/employer/vacancies/:vacancy/close',
    summary: '结束招聘；还在等的人会收到通知',
    body: z.object({ note: words(200).optional() }),
  },
  repost: {
    ...step,
    url: '/api/employer/vacancies/:vacancy/repost',
    summary: '再招一次：复制成新草稿',
    status: 201,
  },
});
