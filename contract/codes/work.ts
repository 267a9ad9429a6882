import { defineCodes } from './defineCodes.ts';

export const vacancyKind = defineCodes({
  workshop: '就业帮扶车间',
  social_enterprise: '社会企业',
  public_welfare: '公益性岗位',
  market: '市场岗位',
  labour_export: '劳务输出',
  home_work: '居家就业',
});
export type VacancyKind = (typeof vacancyKind.values)[number];

/** 性质: the form of work in the demand ledger. */
export const workForm = defineCodes({
  full_time: '全日制',
  part_time: '非全日制',
  piece_home: '计件居家',
  casual: '零工',
  seasonal: '季节工',
});
export type WorkForm = (typeof workForm.values)[number];

export const payBasis = defineCodes({
  monthly: '月薪',
  daily: '日薪',
  hourly: '时薪',
  piece: '计件',
});
export type PayBasis = (typeof payBasis.values)[number];

/** Where organised labour export goes; `local` for everything else. */
export const workRegion = defineCodes({
  local: '本地',
  county: '县内',
  province: '县外省内',
  outside: '省外',
});
export type WorkRegion = (typeof workRegion.values)[number];

/** What the work asks of the body; the counterpart of `healthLimit`. */
export const workDemand = defineCodes({
  heavy_lifting: '搬重物',
  long_standing: '久站',
  heights: '登高',
  dust: '粉尘',
  night: '夜班',
  fine_vision: '用眼精细',
  hearing: '需要听力',
});
export type WorkDemand = (typeof workDemand.values)[number];

export const vacancyStatus = defineCodes({
  draft: '草稿',
  in_review: '待审核',
  published: '招聘中',
  paused: '已暂停',
  filled: '已招满',
  closed: '已关闭',
  expired: '已过期',
});
export type VacancyStatus = (typeof vacancyStatus.values)[number];

export const employerKind = defineCodes({
  workshop: '就业帮扶车间',
  community_factory: '社区工厂',
  social_enterprise: '社会企业',
  cooperative: '合作社',
  company: '企业',
  labour_agency: '劳务公司',
  public_body: '公益岗位开发单位',
  individual: '个体工商户',
});
export type EmployerKind = (typeof employerKind.values)[number];

export const employerStatus = defineCodes({
  pending: '待核验',
  verified: '已核验',
  suspended: '已停用',
});
export type EmployerStatus = (typeof employerStatus.values)[number];

/** 渠道 of employment as the ledgers count them. */
export const channel = defineCodes({
  workshop: '扶贫车间',
  return_business: '返乡创业',
  organised_export: '有组织输出',
  public_welfare: '公益岗',
  unit: '单位就业',
  flexible: '灵活就业',
  base: '扶贫基地',
  new_operator: '新型经营主体',
  other: '其他',
});
export type Channel = (typeof channel.values)[number];
