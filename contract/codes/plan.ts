import { defineCodes } from './defineCodes.ts';

/** Why a household is left out of a plan: the binding reason the engine found. */
export const planReason = defineCodes({
  no_one_seeking: '家里没有正在找工作的人',
  missing_data: '资料不全，无法判断',
  public_only_unqualified: '只有公益性岗位合适，但不符合安置条件',
  no_vacancy_in_reach: '没有合适的岗位',
  lost_to_priority: '合适的岗位先安排给了更急需的家庭',
});
export type PlanReason = (typeof planReason.values)[number];

export const planOutcome = defineCodes({
  covered: '本次匹配到岗位',
  employed: '已有人就业',
  uncovered: '还没有岗位',
});
export type PlanOutcome = (typeof planOutcome.values)[number];
