import { z } from 'zod';
import { industry } from '../codes/occupation.ts';
import { employerKind, employerStatus } from '../codes/work.ts';
import { isMobile, isUscc } from '../identifiers.ts';
import { anyone, defineRoutes, roles } from '../route.ts';
import { reviewers } from './reviews.ts';
import { isoDay, pageOf, pageQuery, regionCode, words } from './shared.ts';

export const uscc = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isUscc, '统一社会信用代码不对，请照营业执照再核对一遍');

const phone = z.string().trim().refine(isMobile, '手机号码不对');

/** What the licence says, and who to speak to. */
const licence = z.object({
  name: words(60).min(2, '请照营业执照写全称'),
  uscc,
  kind: z.enum(employerKind.values),
  industry: z.enum(industry.values).nullable(),
  legalRepresentative: words(30).min(2, '请写法定代表人'),
  licenceValidUntil: isoDay.nullable(),
  address: words(80).min(4, '请写详细地址'),
  contact: words(20).min(2, '请写联系人'),
  phone,
});

export const accreditation = z.object({
  /** people of relocated households who work there today, counted from spells */
  workers: z.int(),
  /** all who work there, as the employer declares */
  staff: z.int(),
  insured: z.int(),
  /** each rule in force, what it asks and what was found, in the unit of the rule */
  rules: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      needs: z.number(),
      has: z.number(),
      unit: z.string(),
      met: z.boolean(),
      documentNumber: z.string(),
      policy: z.uuid(),
    }),
  ),
  verdict: z.enum(['passed', 'failed']),
});
export type Accreditation = z.infer<typeof accreditation>;

export const employerRecord = licence.extend({
  id: z.uuid(),
  uscc: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  address: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  industry: z.string().nullable(),
  licenceValidUntil: z.string().nullable(),
  kindLabel: z.string(),
  status: z.enum(employerStatus.values),
  statusLabel: z.string(),
  suspendedReason: z.string().nullable(),
  recheckOn: z.string().nullable(),
  recheckDue: z.boolean(),
  /** the accreditation as a workshop is to be looked at again */
  workshopDue: z.boolean(),
  regionName: z.string().nullable(),
  answerRate: z.int().nullable(),
  /** day until which it is accredited as a workshop */
  accreditedUntil: z.string().nullable(),
  checks: z.array(
    z.object({
      kind: z.enum(['licence', 'workshop']),
      verdict: z.enum(['passed', 'failed']),
      note: z.string().nullable(),
      decidedOn: z.string(),
      recheckOn: z.string(),
    }),
  ),
  allowed: z.array(z.enum(['verify', 'suspend', 'accredit', 'edit'])),
});
export type EmployerRecord = z.infer<typeof employerRecord>;

export const employerCard = z.object({
  id: z.uuid(),
  name: z.string(),
  kindLabel: z.string(),
  status: z.enum(employerStatus.values),
  statusLabel: z.string(),
  regionName: z.string().nullable(),
  recheckOn: z.string().nullable(),
  recheckDue: z.boolean(),
  /** the accreditation as a workshop is to be looked at again */
  workshopDue: z.boolean(),
  answerRate: z.int().nullable(),
  createdAt: z.iso.datetime(),
});

const params = z.object({ employer: z.uuid('编号不对') });

export const employerRoutes = defineRoutes({
  register: {
    method: 'POST',
    url: '/api/employers',
    summary: '用工单位注册；核验通过前可以写草稿，不能发布',
    access: anyone,
    body: licence.extend({
      industry: licence.shape.industry.default(null),
      licenceValidUntil: licence.shape.licenceValidUntil.default(null),
      /** street or settlement it works in */
      region: regionCode,
      login: z
        .string()
        .trim()
        .regex(/^[a-zA-Z0-9_-]{4,32}$/, '账号用 4 到 32 个字母、数字'),
      password: z.string().min(10, '密码至少 10 位').max(256, '密码太长'),
    }),
    answer: z.object({ employer: z.uuid() }),
    status: 201,
    problems: ['already_registered', 'not_found', 'too_many_requests'],
  },
  profile: {
    method: 'GET',
    url: '/api/employer/profile',
    summary: '本单位的登记、核验和认定',
    access: roles('employer'),
    answer: employerRecord,
  },
  edit: {
    method: 'PATCH',
    url: '/api/employer/profile',
    summary: '修改登记；改了执照内容要重新核验',
    access: roles('employer'),
    body: licence.omit({ uscc: true }).partial(),
    answer: employerRecord,
  },
  list: {
    method: 'GET',
    url: '/api/employers',
    summary: '辖区内的用工单位；待核验和该复核的在前',
    access: reviewers,
    query: pageQuery.extend({
      status: z.enum(employerStatus.values).optional(),
      due: z.enum(['true', 'false']).optional(),
      q: words(40).optional(),
    }),
    answer: pageOf(employerCard),
  },
  detail: {
    method: 'GET',
    url: '/api/employers/:employer',
    summary: '一个用工单位',
    access: reviewers,
    params,
    answer: employerRecord,
    problems: ['not_found'],
  },
  verify: {
    method: 'POST',
    url: '/api/employers/:employer/verify',
    summary: '核验或复核通过；六个月后再看',
    access: reviewers,
    params,
    body: z.object({ note: words(200).optional() }),
    answer: employerRecord,
    problems: ['not_found', 'wrong_state'],
  },
  suspend: {
    method: 'POST',
    url: '/api/employers/:employer/suspend',
    summary: '停用：在招的岗位一并暂停',
    access: reviewers,
    params,
    body: z.object({ reason: words(200).min(2, '请写明原因') }),
    answer: employerRecord,
    problems: ['not_found', 'wrong_state'],
  },
  assess: {
    method: 'GET',
    url: '/api/employers/:employer/accreditation',
    summary: '就业帮扶车间认定：按在岗记录和有效政策算',
    access: reviewers,
    params,
    query: z.object({ staff: z.coerce.number('写全部员工人数').int().min(1).max(100_000) }),
    answer: accreditation,
    problems: ['not_found'],
  },
  accredit: {
    method: 'POST',
    url: '/api/employers/:employer/accreditation',
    summary: '作出认定；计算结果不合格的不能认定合格',
    access: reviewers,
    params,
    body: z.object({
      staff: z.int('写全部员工人数').min(1).max(100_000),
      verdict: z.enum(['passed', 'failed']),
      note: words(200).optional(),
    }),
    answer: employerRecord,
    problems: ['not_found', 'wrong_state'],
  },
});
