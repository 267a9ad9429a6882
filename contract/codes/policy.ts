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
});
export type PolicyUnit = (typeof policyUnit.values)[number];
