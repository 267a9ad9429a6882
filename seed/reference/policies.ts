import type { PolicyKey as AnyPolicyKey } from '#contract/codes/policy.ts';
import type { PolicyKey } from '#matching/types.ts';

/**
 * Policy is data. Values marked [M] in DOMAIN come from memory and stand here to be edited by whoever
 * holds the document; history rows end where the next begins, so that the date of a run matters.
 * Regions are GB/T 2260; 000000 is the nation, other provinces are the ends of labour export.
 */
interface PolicySeed<K = PolicyKey> {
  readonly key: K;
  readonly region: string;
  readonly value: number;
  readonly unit: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly documentNumber: string;
}

const row = <K extends AnyPolicyKey>(
  key: K,
  region: string,
  value: number,
  unit: string,
  [validFrom, validTo]: readonly [string, string | null],
  documentNumber: string,
): PolicySeed<K> => ({ key, region, value, unit, validFrom, validTo, documentNumber });

const guizhou2019 = ['2019-12-01', '2023-01-31'] as const;
const guizhou2023 = ['2023-02-01', null] as const;
const wage2019 = '黔人社发〔2019〕15号';
const wage2023 = '黔人社发〔2023〕2号';

export const policySeeds: readonly PolicySeed[] = [
  row('age.work.min', '000000', 16, 'years', ['1995-01-01', null], '中华人民共和国劳动法 第十五条'),
  row('age.adult', '000000', 18, 'years', ['1995-01-01', null], '中华人民共和国劳动法 第五十八条'),

  row('age.public_welfare.max_entry', '520000', 60, 'years', ['2020-01-01', null], '黔人社通〔2020〕8号'),
  row(
    'public_welfare.max_placements',
    '520000',
    2,
    'placements',
    ['2020-01-01', null],
    '黔人社通〔2020〕8号',
  ),
  row(
    'household.public_posts.max',
    '520200',
    2,
    'posts',
    ['2020-01-01', '2022-12-31'],
    '六盘水人社通〔2020〕12号',
  ),
  row('household.public_posts.max', '520200', 1, 'posts', ['2023-01-01', null], '六盘水人社通〔2023〕4号'),

  row('pay.minimum.monthly', '520000', 1570, 'yuan/month', guizhou2019, wage2019),
  row('pay.minimum.monthly', '520201', 1790, 'yuan/month', guizhou2019, wage2019),
  row('pay.minimum.monthly', '520000', 1660, 'yuan/month', guizhou2023, wage2023),
  row('pay.minimum.monthly', '520201', 1890, 'yuan/month', guizhou2023, wage2023),
  row('pay.minimum.monthly', '520203', 1760, 'yuan/month', guizhou2023, wage2023),
  row('pay.minimum.monthly', '520204', 1760, 'yuan/month', guizhou2023, wage2023),
  row('pay.minimum.monthly', '520281', 1890, 'yuan/month', guizhou2023, wage2023),
  row('pay.minimum.monthly', '330000', 2260, 'yuan/month', ['2024-01-01', null], '浙政发〔2023〕34号'),
  row('pay.minimum.monthly', '440000', 2080, 'yuan/month', ['2025-03-01', null], '粤府函〔2025〕18号'),
  row('pay.minimum.monthly', '350000', 1895, 'yuan/month', ['2025-04-01', null], '闽政〔2025〕3号'),
  row('pay.minimum.monthly', '210200', 2100, 'yuan/month', ['2024-05-01', null], '大政发〔2024〕9号'),

  row('pay.minimum.hourly', '520000', 16.4, 'yuan/hour', guizhou2019, wage2019),
  row('pay.minimum.hourly', '520000', 17.2, 'yuan/hour', guizhou2023, wage2023),
  row('pay.minimum.hourly', '520201', 19.6, 'yuan/hour', guizhou2023, wage2023),
  row('pay.minimum.hourly', '520203', 18.3, 'yuan/hour', guizhou2023, wage2023),
  row('pay.minimum.hourly', '520204', 18.3, 'yuan/hour', guizhou2023, wage2023),
  row('pay.minimum.hourly', '520281', 19.6, 'yuan/hour', guizhou2023, wage2023),

  row(
    'hours.part_time.daily_max',
    '000000',
    4,
    'hours/day',
    ['2008-01-01', null],
    '中华人民共和国劳动合同法 第六十八条',
  ),
  row(
    'reach.default_minutes',
    '520200',
    60,
    'minutes',
    ['2021-01-01', '2024-12-31'],
    '六盘水生态移民办〔2021〕7号',
  ),
  row('reach.default_minutes', '520200', 45, 'minutes', ['2025-01-01', null], '六盘水生态移民办〔2024〕21号'),
  row('zero_employment.clear_days', '520000', 30, 'days', ['2019-01-01', null], '黔人社发〔2019〕3号'),
  row('zero_employment.clear_days', '520204', 15, 'days', ['2024-01-01', null], '水城区人社通〔2024〕6号'),
  row('undo.import_days', '520200', 7, 'days', ['2020-01-01', null], '六盘水人社通〔2020〕12号'),
];

/** What governs the market place; the engine reads none of these. */
export const marketPolicySeeds: readonly PolicySeed<AnyPolicyKey>[] = [
  row('zero_employment.refusals_max', '520000', 3, 'placements', ['2019-01-01', null], '黔人社发〔2019〕3号'),
  row('notice.quiet_from', '000000', 21, 'hour', ['2020-01-01', null], '平台规则 2020-3'),
  row('notice.quiet_until', '000000', 8, 'hour', ['2020-01-01', null], '平台规则 2020-3'),
  row('notice.daily_max', '000000', 3, 'messages', ['2020-01-01', null], '平台规则 2020-3'),
  row('vacancy.valid_days', '000000', 30, 'days', ['2020-01-01', null], '平台规则 2020-1'),
  row('vacancy.valid_days_max', '000000', 90, 'days', ['2020-01-01', null], '平台规则 2020-1'),
  row('applications.open_max', '000000', 10, 'applications', ['2020-01-01', null], '平台规则 2020-1'),
  row('employer.answer_days', '000000', 7, 'days', ['2020-01-01', null], '平台规则 2020-1'),
  row('employer.recheck_months', '000000', 6, 'months', ['2020-01-01', null], '平台规则 2020-1'),
  row('recheck.notice_days', '000000', 14, 'days', ['2020-01-01', null], '平台规则 2020-1'),
  row('workshop.min_workers', '520000', 5, 'people', ['2020-01-01', null], '黔人社通〔2020〕31号'),
  row('workshop.min_share', '520000', 30, 'percent', ['2020-01-01', null], '黔人社通〔2020〕31号'),
  row('workshop.min_insured', '520000', 100, 'percent', ['2020-01-01', null], '黔人社通〔2020〕31号'),
  row('workshop.recheck_months', '520000', 12, 'months', ['2020-01-01', null], '黔人社通〔2020〕31号'),
  row('training.subsidy.special', '520000', 600, 'yuan/person', ['2021-01-01', null], '黔人社通〔2021〕12号'),
  row(
    'training.subsidy.l5',
    '520000',
    1000,
    'yuan/person',
    ['2021-01-01', '2024-12-31'],
    '黔人社通〔2021〕12号',
  ),
  row('training.subsidy.l5', '520000', 1200, 'yuan/person', ['2025-01-01', null], '黔人社通〔2024〕40号'),
  row('training.subsidy.l4', '520000', 1500, 'yuan/person', ['2021-01-01', null], '黔人社通〔2021〕12号'),
  row('training.subsidy.l3', '520000', 2000, 'yuan/person', ['2021-01-01', null], '黔人社通〔2021〕12号'),
  row('training.attendance.min', '520000', 80, 'percent', ['2021-01-01', null], '黔人社通〔2021〕12号'),
  row('provider.recheck_months', '000000', 6, 'months', ['2020-01-01', null], '平台规则 2020-1'),
  row('fair.invitations_per_place', '000000', 3, 'people', ['2020-01-01', null], '平台规则 2020-1'),
];
