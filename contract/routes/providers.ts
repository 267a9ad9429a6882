import { z } from 'zod';
import { employerStatus } from '../codes/work.ts';
import { isUscc } from '../identifiers.ts';
import { bureau, defineRoutes, roles, staff } from '../route.ts';
import { isoDay, pageOf, pageQuery, words } from './shared.ts';

/** How many graduates have a job 90 days after their class ended; classes younger than that do not count. */
export const placementRecord = z.object({ graduates: z.int(), employed: z.int() });

export const provider = z.object({
  id: z.uuid(),
  name: z.string(),
  uscc: z.string().nullable(),
  /** 办学许可证 */
  licence: z.string().nullable(),
  licenceValidUntil: z.string().nullable(),
  address: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  region: z.object({ code: z.string(), name: z.string() }),
  status: z.enum(employerStatus.values),
  statusLabel: z.string(),
  suspendedReason: z.string().nullable(),
  recheckOn: z.string().nullable(),
  recheckDue: z.boolean(),
  courses: z.int(),
  record: placementRecord,
  allowed: z.array(z.enum(['edit', 'verify', 'suspend'])),
});
export type Provider = z.infer<typeof provider>;

export const providerForm = z.object({
  name: words(60).min(2, '请填写机构全称'),
  uscc: words(18).refine(isUscc, '统一社会信用代码不对，请对照营业执照核对'),
  licence: words(40).min(4, '请填写办学许可证号'),
  licenceValidUntil: isoDay,
  address: words(120).min(2, '请填写地址'),
  contact: words(20).min(2, '请填写联系人'),
  phone: z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/, '电话号码不对'),
});
export type ProviderForm = z.infer<typeof providerForm>;

const own = roles('provider');

export const providerRoutes = defineRoutes({
  register: {
    method: 'POST',
    url: '/api/providers',
    summary: '培训机构登记；等工作人员核验',
    access: own,
    body: providerForm,
    answer: provider,
    status: 201,
    problems: ['already_registered'],
  },
  mine: {
    method: 'GET',
    url: '/api/providers/mine',
    summary: '我的机构；还没登记时为空',
    access: own,
    answer: z.object({ provider: provider.nullable() }),
  },
  change: {
    method: 'PUT',
    url: '/api/providers/mine',
    summary: '修改机构资料；名称、代码或许可证变了要重新核验',
    access: own,
    body: providerForm,
    answer: provider,
    problems: ['not_found', 'already_registered'],
  },
  list: {
    method: 'GET',
    url: '/api/providers',
    summary: '辖区内的培训机构，待核验和到期复核的在前',
    access: staff,
    query: pageQuery.extend({ status: z.enum(employerStatus.values).optional() }),
    answer: pageOf(provider),
  },
  judge: {
    method: 'POST',
    url: '/api/providers/:provider/verdict',
    summary: '核验通过，或停用并说明理由',
    access: bureau,
    params: z.object({ provider: z.uuid('编号不对') }),
    body: z.object({ verdict: z.enum(['verify', 'suspend']), reason: words(200).optional() }),
    answer: provider,
    problems: ['not_found', 'wrong_state', 'reason_needed'],
  },
});
