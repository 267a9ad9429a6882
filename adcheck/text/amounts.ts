/** Amounts of pay in folded text, each with its unit. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  /** yuan in the unit */
  readonly low: number;
  readonly high: number;
  readonly unit: 'month' | 'day' | 'hour' | 'piece';
}

const NUMBER = '(\\d{1,6}(?:\\.\\d{1,2})?)(?:个(?=[wk]))?(万|千|仟|k|w|百|佰)?';
const RANGE = new RegExp(
  `(?<![\\d.])${NUMBER}(?:元|块)?(?:(?:-|至|到|(?<=[wk]))${NUMBER})?(?![\\d.])\\+?(元|块钱?|圆|rmb)?(?:左右|以上|起|多)?`,
  'gu',
);
/** What follows an amount says its unit; without 元 it needs a stroke or 每 (8小时 is no pay). */
const UNITS: readonly (readonly [RegExp, Amount['unit']])[] = [
  [/^(?:\/|每|一|1)*个?月(?!\d)/u, 'month'],
  [/^(?:\/|每|一|1)*(?:天|日|工日|晚)/u, 'day'],
  [/^(?:\/|每|一|个|1)*(?:小时|时|h|钟头)/u, 'hour'],
  [/^(?:\/|每|一|1)*(?:件|个|双|套|斤|公斤|只|朵|串|米|条|单|吨|平方|打|筐|桶|课时|次|场|张)/u, 'piece'],
];
const GAP =
  '(?:只?发|生活补[助贴]|补[助贴]|生活费|工钱|工资|报酬|可达|高达|达|约|在|为|轻松|轻轻松松|共计|合计|[总一统]共|大[概约]|是|就|开到?|给|只有?|仅有?|统一|稳|净|至少|最少|最低|能|拿|挣|赚|收入|可|结|:|\\||人民币|到手|实发|实得|不低于|标准|范围|固定|税前|税后)*$';
/** What stands before an amount says its unit. */
const LEADS: readonly (readonly [RegExp, Amount['unit']])[] = [
  [
    new RegExp(
      `(?:日薪|日结|每天|每日|日工资|日入|日赚|日均|(?<![休歇放息轮假])一天|一晚上?|每晚|一夜|当天结|一日)${GAP}`,
      'u',
    ),
    'day',
  ],
  [new RegExp(`(?:时薪|小时工|每个?小时|小时工资|[一1]个?(?:小时|钟头?)|计时)${GAP}`, 'u'), 'hour'],
  [
    new RegExp(
      `(?:月薪|月工资|月收入|月入|月挣|月赚|每月|底薪|月保底|月综合|月均|包月|月给|一个月|前[一二两三四六\\d]个月|月补|工资|薪资|薪水|待遇|薪酬|收入|工钱|转正后?|试用期|一月|保底|报酬|薪|综合|范围)${GAP}`,
      'u',
    ),
    'month',
  ],
];
/** Counts of something else than yuan. */
const NO_PAY =
  /^(?:名|人|个人|个月|位|岁|周岁|天|日|号|周|点|:|年|月|小时|个小时|h|时|%|倍|险|薪|休|班|级|后|期|元?(?:起步价|优惠))/u;

/** 招揉面的|3200|双休: a sum alone in its clause is the month's. */
const BEGINS = /(?:^|\|)$/u;
const FULL_TIME = /全天|全职|全日/u;
const BARE_END = /^(?:\||$|起|\+|加(?:提成|绩效|奖|计件)|[双单轮]休|[周月]休|包|管|[做干]\d|8小时|全天)/u;

export function amountsIn(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(RANGE)) {
    const [whole, first, firstUnit, second, secondUnit, yuan] = match;
    const from = match.index;
    const to = from + whole.length;
    const after = text.slice(to, to + 6);
    const before = text.slice(Math.max(0, from - 12), from);
    const said =
      yuan !== undefined || /元|块/u.test(whole) || /^(?:\/|每)/u.test(after) || firstUnit !== undefined;
    const follows =
      said || /^(?:一?个月|一(?:天|日|个?小时|个钟头))/u.test(after)
        ? UNITS.find(([pattern]) => pattern.test(after))?.[1]
        : undefined;
    const lead =
      yuan === undefined && NO_PAY.test(after)
        ? undefined
        : LEADS.find(([pattern]) => pattern.test(before))?.[1];
    const isBare =
      BEGINS.test(before) && BARE_END.test(after) && (Number(first) >= 1_000 || FULL_TIME.test(text));
    const unit = follows ?? lead ?? (isBare && !firstUnit ? 'month' : undefined);
    if (!unit) continue;
    const high = second === undefined ? value(first, firstUnit) : value(second, secondUnit);
    const low = second === undefined ? high : value(first, firstUnit ?? secondUnit);
    if (unit === 'month' && /年(?:薪|收入|入|补[贴助])[^|]{0,3}$/u.test(before)) {
      amounts.push({ from, to, low: low / 12, high: high / 12, unit });
      continue;
    }
    // 3 个月, 13 薪 and the like are no pay.
    if ((unit === 'month' && high < 300) || (unit === 'day' && high < 20)) continue;
    amounts.push({ from, to, low, high, unit });
  }
  return amounts;
}

const FACTOR: Record<string, number> = {
  万: 10_000,
  w: 10_000,
  千: 1_000,
  仟: 1_000,
  k: 1_000,
  百: 100,
  佰: 100,
};
const value = (digits: string | undefined, unit: string | undefined) =>
  Number(digits) * (unit === undefined ? 1 : (FACTOR[unit] ?? 1));

/** Allowances, base pay beside commission and the like are not the whole pay. */
export const isExtra = (text: string, { from, to }: Amount): boolean =>
  /(?:补贴|补助|餐补|房补|全勤|奖金?|提成|津贴|交通|生活费|社保|保险|另加|工龄|绩效|话补|高温|夜班|伙食|房租|租金|月租|费|押金?|涨|加薪|提薪)[^|]{0,3}$/u.test(
    text.slice(Math.max(0, from - 8), from),
  ) ||
  /^[^|]{0,6}(?:补贴|补助|餐补|房补|全勤|奖|津贴|生活费|费)/u.test(text.slice(to, to + 8)) ||
  (/(?:底薪|保底|基本工资|无责)[^|]{0,4}$/u.test(text.slice(Math.max(0, from - 6), from)) &&
    /\+|(?<!无|没有|没)(?:提成|计件|绩效|奖)/u.test(text.slice(to, to + 16)));
