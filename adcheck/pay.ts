/** What pay is worth in a month, and what nobody believes. */

/** Working days a month and hours a day at full time, 劳社部发〔2008〕3号. */
export const DAYS_PER_MONTH = 21.75;
export const HOURS_PER_DAY = 8;

export const monthlyOf = (yuan: number, unit: 'month' | 'day'): number =>
  unit === 'day' ? yuan * DAYS_PER_MONTH : yuan;

/** Monthly yuan above which the promise for a trade is not believable: about three times what is really paid. */
const BELIEVABLE: readonly (readonly [string, number])[] = [
  ['医师|船长|轮机长|总监|总经理|飞行员|院长|高级工程师', 100_000],
  ['保洁|清洁|打扫|扫地|清扫|捡|环卫|洗碗|杂工|停车|门卫|看门|守门|穿串', 8_000],
  ['保安|文员|前台|客服|收银|营业员|服务员|理货|仓管|数据|录入|打字|传单|点赞|迎宾|刷单|店员', 10_000],
  ['普工|包装|分拣|缝纫|裁剪|刺绣|制鞋|装配|操作工|手工|打包|保姆', 15_000],
  ['快递|外卖|送货|配送|司机|焊工|电工|砌|钢筋|架子|厨师|月嫂|育婴|家政|护理|护工', 25_000],
];
const ANYTHING = 40_000;
const TRADE = new RegExp(BELIEVABLE.map(([trades]) => `(${trades})`).join('|'), 'gu');

/** The bound for the trade named last before `at`, else first after it; for fields pass the whole title and its end. */
export function believableMonthly(text: string, at: number): number {
  const near = text.slice(Math.max(0, at - 60), at + 60);
  const offset = Math.min(at, 60);
  const trades = [...near.matchAll(TRADE)];
  const trade = trades.findLast((match) => match.index < offset) ?? trades[0];
  const row = trade?.slice(1).findIndex((group) => group !== undefined) ?? -1;
  return BELIEVABLE[row]?.[1] ?? ANYTHING;
}
