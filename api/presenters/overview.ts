import { regionLevel } from '#contract/codes/account.ts';
import type { Overview } from '#contract/routes/overview.ts';
import type { Counts } from '#drizzle/queries/indicators.ts';
import type { RegionFacts } from '#drizzle/queries/scope.ts';

type Indicator = Overview['indicators'][number];

/** Every figure with its definition; shares as the two counts they are made of. */
export const presentIndicators = (counts: Counts): Indicator[] => [
  {
    key: 'household_coverage',
    label: '一户一就业',
    definition: '有劳动力的家庭中，至少一人正在就业的户数',
    value: counts.householdsCovered,
    of: counts.householdsWithLabour,
    target: 1,
  },
  {
    key: 'zero_employment',
    label: '零就业家庭',
    definition: '至少一名有能力、有意愿的劳动力，而全家无人就业的户数',
    value: counts.zeroEmployment,
    of: null,
    target: 0,
  },
  {
    key: 'employment',
    label: '劳动力就业',
    definition: '劳动力（技能、普通、弱或半劳动力）中，今天有就业记录的人数',
    value: counts.employed,
    of: counts.labourers,
    target: null,
  },
  {
    key: 'stable_3',
    label: '稳定就业满 3 个月',
    definition: '在业劳动力中，经核实的同一份工作已满 3 个月的人数；未核实的不算',
    value: counts.stable3,
    of: counts.employed,
    target: null,
  },
  {
    key: 'stable_6',
    label: '稳定就业满 6 个月',
    definition: '在业劳动力中，经核实的同一份工作已满 6 个月的人数；未核实的不算',
    value: counts.stable6,
    of: counts.employed,
    target: null,
  },
  {
    key: 'public_share',
    label: '公益性岗位',
    definition: '在业劳动力中，在公益性岗位上的人数',
    value: counts.inPublicPosts,
    of: counts.employed,
    target: null,
  },
];

export const presentRegionRow = (
  { code, name, level }: RegionFacts,
  counts: Counts,
): Overview['rows'][number] => ({
  ...counts,
  code,
  name,
  level: regionLevel.label(level),
});
