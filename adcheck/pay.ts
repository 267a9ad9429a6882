/** Amounts of pay in folded text, each with its unit. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  /** yuan in the unit */
  readonly low: number;
  readonly high: number;
  readonly unit: 'month' | 'day' | 'hour' | 'piece';
}

const NUMBER = '(\\d+(?:\\.\\d+)?)(万|千|k|w|百)?';
const RANGE = `${NUMBER}(?:元)?(?:(?:-|至|到)${NUMBER})?(?:元|块|圆|rmb)?(?:左右|以上|起)?`;
const UNITS: [RegExp, Amount['unit']][] = [
  [/^(?:\/|每|一|个|1)*(?:月)/u, 'month'],
  [/^(?:\/|每|一|1)*(?:天|日|工日)/u, 'day'],
  [/^(?:\/|每|一|个|1)*(?:小时|时|h|钟头)/u, 'hour'],
  [/^(?:\/|每|一|1)*(?:件|个|双|套|斤|公斤|只|朵|串|米|条|单|吨|平方|打)/u, 'piece'],
];
const LEADS: [RegExp, Amount['unit']][] = [
  [
    /(?:月薪|月工资|月收入|月入|月挣|月赚|每月|底薪|月保底|综合工资|月综合|月均|包月|月给|一个月|月工资约?)(?:可达|达|约|在|为|能拿|挣|可|:|\|)*$/u,
    'month',
  ],
  [/(?:日薪|日结|每天|日工资|日入|日赚|一天|每日|当天结)(?:可达|达|约|在|为|能挣|挣|:|\|)*$/u, 'day'],
  [/(?:时薪|每小时|小时工资|一小时)(?:可达|达|约|在|为|:|\|)*$/u, 'hour'],
  [/(?:工资|薪资|薪水|待遇|薪酬|收入|保底|报酬|薪)(?:面议)?(?:可达|达|约|在|为|标准|范围|:|\|)*$/u, 'month'],
];

export function amountsIn(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(new RegExp(RANGE, 'gu'))) {
    const [whole, first, firstUnit, second, secondUnit] = match;
    const to = match.index + whole.length;
    const after = text.slice(to, to + 6);
    const before = text.slice(Math.max(0, match.index - 10), match.index);
    const unit =
      UNITS.find(([pattern]) => pattern.test(after))?.[1] ??
      LEADS.find(([pattern]) => pattern.test(before))?.[1];
    if (!unit) continue;
    const high = second === undefined ? value(first, firstUnit) : value(second, secondUnit);
    const low = second === undefined ? high : value(first, firstUnit ?? secondUnit);
    // 3 个月, 每月 4 天 and the like are no pay.
    if (unit === 'month' && high < 300) continue;
    if (unit === 'day' && high < 20) continue;
    if (/^(?:名|人|个人|位|岁|天|周|点|:)/u.test(after)) continue;
    amounts.push({ from: match.index, to, low, high, unit });
  }
  return amounts;
}

const FACTOR: Record<string, number> = { 万: 10_000, w: 10_000, 千: 1_000, k: 1_000, 百: 100 };
const value = (digits: string | undefined, unit: string | undefined) =>
  Number(digits) * (unit ? (FACTOR[unit] ?? 1) : 1);
