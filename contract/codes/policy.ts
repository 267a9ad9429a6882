import { defineCodes } from './defineCodes.ts';

/** What a policy figure governs; the rows behind it are data. */
export const policyKey = defineCodes({
  'age.work.min': '最低工作年龄',
  'age.adult': '成年年龄（夜班、重活等要求）',
  'age.public_welfare.max_entry': '公益性岗位新安置最高年龄',
  'public_welfare.max_placements': '公益性岗位最多安置次数',
  'pay.minimum.monthly': '月最低工资',
  'pay.minimum.hourly': '小时最低工资',
  'hours.part_time.daily_max': '非全日制每天平均工时上限',
  'reach.default_minutes': '单程路上时间（本人没说明时）',
  'household.public_posts.max': '每户最多公益性岗位',
  'zero_employment.clear_days': '零就业家庭清零期限',
  'undo.import_days': '导入可撤销期限',
  'vacancy.valid_days': '岗位默认有效期',
  'vacancy.valid_days_max': '岗位最长有效期',
  'applications.open_max': '每人同时投递上限',
  'employer.answer_days': '单位答复期限',
  'employer.recheck_months': '单位资质复核周期',
  'workshop.min_workers': '帮扶车间最少吸纳人数',
  'workshop.min_share': '帮扶车间吸纳人数最低占比',
  'workshop.min_insured': '帮扶车间参保人数最低占比',
  'workshop.recheck_months': '帮扶车间复核周期',
  'training.subsidy.special': '专项能力培训补贴',
  'training.subsidy.l5': '初级(五级)培训补贴',
  'training.subsidy.l4': '中级(四级)培训补贴',
  'training.subsidy.l3': '高级(三级)培训补贴',
  'training.attendance.min': '领取培训补贴的最低出勤率',
  'provider.recheck_months': '培训机构资质复核周期',
  'fair.invitations_per_place': '招聘会每个岗位名额最多邀请',
});
export type PolicyKey = (typeof policyKey.values)[number];

export const policyUnit = defineCodes({
  years: '岁',
  placements: '次',
  posts: '个',
  'yuan/month': '元/月',
  'yuan/hour': '元/小时',
  'hours/day': '小时/天',
  minutes: '分钟',
  days: '天',
  months: '个月',
  people: '人',
  'yuan/person': '元/人',
  applications: '份',
  percent: '%',
});
export type PolicyUnit = (typeof policyUnit.values)[number];
