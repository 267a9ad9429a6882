import { defineCodes } from './defineCodes.ts';

/** 户类型: what kind of household the ledger registered. */
export const householdType = defineCodes({
  lifted: '脱贫户',
  monitored: '监测对象',
  accompanying: '随迁户',
});
export type HouseholdType = (typeof householdType.values)[number];

/** 监测对象 categories; `prevention` is the 2026 name 防止返贫致贫对象. */
export const monitoringCategory = defineCodes({
  unstable: '脱贫不稳定户',
  marginal: '边缘易致贫户',
  sudden: '突发严重困难户',
  prevention: '防止返贫致贫对象',
});
export type MonitoringCategory = (typeof monitoringCategory.values)[number];

/** Priority tiers of the plan: A before B before C. */
export const tier = defineCodes({ A: '监测对象', B: '脱贫户', C: '其他搬迁户' });
export type Tier = (typeof tier.values)[number];
