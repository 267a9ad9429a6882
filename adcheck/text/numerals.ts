import type { Sign } from './sign.ts';

const DIGITS: Record<string, number> = {
  ...Object.fromEntries(Array.from('0123456789', (digit) => [digit, Number(digit)])),
  零: 0,
  弌: 1,
  弍: 2,
  弎: 3,
  亖: 4,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const POWERS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000, 万: 10_000 };
/** Counted things; a numeral before anything else is part of a word (三班, 一起, 七夕). */
const UNIT =
  /^(?:周?岁|周岁|后(?!来|面|勤)|多?元|整|块|圆|期|个?半?小时|个?半?钟|点|h|左右|以[上下内]|[朝往]上|开外|出头|上下|来岁|个?[wk](?![a-z]))/u;
/** 早八晚六, 不超过四十 */
const LEAD = /(?:[早晚]|超过?|[过上]了|大于|高于|[未没不年刚]满|[未没不]到|[顶最]多|最大|上限)$/u;
/** 三十到四十五 */
const RANGE_BEGIN =
  /^(?:到|至|-)[二三四五六\d贰叁肆伍陆][十拾\d]?[一二三四五六七八九\d壹贰叁肆伍陆柒捌玖]?(?:周?岁|之间|[|]|$)/u;
const RANGE_END = /[〇零十\d一二三四五六七八九](?:到|至|-)$/u;
/** 三5岁 too, but 3千 stays for the amounts to read. */
const RUN =
  /\d[千仟]\d(?:[百佰](?=[元块])|(?=[|元块一每/]|$))|(?:(?!\d+[百千万佰仟])\d{0,2})[零〇一二两三四亖弌弍弎五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]{1,9}\d{0,2}/gu;

const PER_ONE = /^[一二两三四五六七八九十]{1,2}[百千][一二三四五六七八九]?一(?:天|个?月|个?小时|个?钟)/u;

/** 三十五岁 → 35岁, 一千二百元 → 1200元, 十二小时 → 12小时, 三万 → 30000. */
export function readNumerals(signs: readonly Sign[]): Sign[] {
  const text = signs.map((sign) => sign.text).join('');
  const result: Sign[] = [];
  let at = 0;
  for (const match of text.matchAll(RUN)) {
    // 一百四一天 is 140 a day.
    const run = PER_ONE.test(text.slice(match.index, match.index + 12)) ? match[0].slice(0, -1) : match[0];
    const end = match.index + run.length;
    const isBound = RANGE_END.test(text.slice(Math.max(0, match.index - 2), match.index));
    const counts =
      isBound ||
      RANGE_BEGIN.test(text.slice(end, end + 6)) ||
      LEAD.test(text.slice(Math.max(0, match.index - 2), match.index)) ||
      UNIT.test(text.slice(end, end + 4)) ||
      (run.length > 1 && /[百佰千万仟]$/u.test(run)) ||
      (run.length > 2 && /[零〇]/u.test(run)) ||
      // 月薪一千二
      /[百千万仟]/u.test(run.slice(1, -1));
    if (!counts || match.index < at || /\d/.test(text[match.index - 1] ?? '')) continue;
    const isSpelled = isBound || /^(?:后|(?:周?岁)?以[下内]|[到至-])/u.test(text.slice(end, end + 4));
    const whole = numberOf(run, isSpelled);
    if (whole === undefined) continue;
    const from = signs[match.index]?.from ?? 0;
    const to = signs[end - 1]?.to ?? from;
    for (const sign of signs.slice(at, match.index)) result.push(sign);
    for (const digit of String(whole).padStart(isSpelled ? 2 : 1, '0'))
      result.push({ text: digit, from, to });
    at = end;
  }
  return [...result, ...signs.slice(at)];
}

/** undefined when it is no number. 十四五 (fourteen or fifteen) is read as 14; `isSpelled` makes 九零 90. */
function numberOf(numeral: string, isSpelled: boolean): number | undefined {
  const signs = [...numeral];
  if (signs.every((sign) => sign in DIGITS)) {
    // 三五 is three or five; 三5 is a disguise.
    return signs.length === 2 && !isSpelled && !/[\d零〇]/u.test(numeral)
      ? undefined
      : Number(signs.map((sign) => DIGITS[sign]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  let unit = 10;
  for (const [i, sign] of signs.entries()) {
    const power = POWERS[sign];
    if (power === undefined) {
      // 三四万 is 30000 and more, 十五六 is 15 or 16.
      if (digit > 0 && POWERS[signs[i + 1] ?? ''] !== undefined) continue;
      if (digit > 0) break;
      digit = DIGITS[sign] ?? 0;
      if (sign === '零' || sign === '〇') unit = 10;
    } else if (power === 10 && section % 100 > 0) {
      // 十六十七岁 is 16 or 17.
      break;
    } else if (power === 10_000) {
      total += (section + digit || 1) * power;
      section = 0;
      digit = 0;
      unit = power;
    } else {
      section += (digit || 1) * power;
      digit = 0;
      unit = power;
    }
  }
  // 一千二 is 1200, 三万五 is 35000.
  return total + section + digit * (unit > 10 && !/[零〇]/u.test(numeral) ? unit / 10 : 1);
}
