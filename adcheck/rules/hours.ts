import { findAll, refuse, warn } from '../find.ts';
import type { Rule } from '../types.ts';

const EIGHT = '每天8小时,加班付加班费';
const REST = '每周至少休息一天';
const PAID = '加班按规定付加班费';
const HOUR = '(?:个?小时|h|个?钟头?)';

const patterns = [
  refuse(
    `(?:每天|每日|一天|日工作|工作|上班){0,6}(?<![\\d.])(?:1[2-9]|2[0-4])${HOUR}(?:以上)?(?:制|班|工作制|两班倒|倒班|住家)?`,
    EIGHT,
    [
      /24小时(?:热线|客服|电话|咨询|营业|便利|热水|开放|供应|热心|在线|服务|值守热|经营|酒店|药店|超市|自助|监控|门店|店|轮休|制?轮|休)/gu,
      /(?:1[2-9]|2[0-4])小时(?:内|之内|以内|回复|热线|营业|客服|值守)|上(?:12|24)小?时?休(?:24|36|48|72)/gu,
      /休息?(?:24|48|72|12)小时|每?周[^|\d]{0,5}\d+小时|营业(?:时间)?\d{2}小时|24小时[^|]{0,12}\|?[^|]{0,3}上[一1]休/gu,
    ],
  ),
  refuse('上12休12', EIGHT),
  refuse(`每?周(?:工作|工时|上班)?(?:时间)?(?:4[5-9]|[5-9]\\d)${HOUR}`, '每周40小时'),
  warn(
    `(?:每天|每日|日工作|一天|工作|上班|日均)(?:工作|上班|上|时间|时长){0,6}(?:9|10|11)(?:\\.5)?${HOUR}`,
    EIGHT,
    [/加班(?:费|工资|另算|按)|1\.5倍|(?:含|包括|其中|中间)[^|]{0,6}(?:休|餐|饭)/gu],
  ),
  refuse(
    '(?:做|上|干)(?:六|6|七|7)休(?:零|0|〇)|(?:全月|每月|整月|当月|全年|常年|月|天天|\\d+天)?(?<!午)无休(?:息日?|假)?|没(?:有|得)?(?:休息日?|休(?![假闲])|假期|休假|节假日|周末)|不休息|不休假|月休[:|]?(?:0|零|无|1|2|3|一|两|二|三)(?:-(?:1|2|3))?天?(?!\\d)|(?:每月|一个月|月)(?:只|仅|就)?(?:放|休)(?:息|假)?(?:0|1|2|3|一|两|二|三)天|(?:一个月|每?月)(?:只)?一休|(?:都|均|一律)?不放假|无假期?|半月休(?:一|1)天|连续?(?:上|工作|干)(?:1[0-9]|2\\d|30)天(?:班)?(?:休\\d天)?|全年365天|(?:7|七)天工作制|(?:一周|每周)(?:上班|工作|上|干)?(?:7|七)天|满勤(?:30|31)天|周六(?:和|及)?\\|?(?:周日|周天|日)(?:也|都|同样|照常|照样|正常|照|还){1,2}要?(?:上班|上|干活)|周末照(?:常)?(?:上班|上|干)|(?:一年|全年)(?:到头)?[^|]{0,6}(?:放|休)[^|\\d]{0,2}(?:[1-9]|[一两二三四五])天假?',
    REST,
    [
      /(?:本店|门店|商场|超市|餐厅|景区)全年无休[^|]*(?:\|[^|]*(?:轮休|月休))?|午休|不放假也有|轮休/gu,
      /(?:不搞|拒绝|绝不|没有|不是|不)[^|]{0,4}无休/gu,
    ],
  ),
  refuse(
    '(?:无|没有?|不给|不付|不发|不算|不另付|不计|没得|自愿放弃|放弃)加班(?:费|工资|钱|报酬)|(?:免费|义务|无偿)加班|加班(?:费)?(?:都|均)?(?:无偿|义务|免费|无|没有|没得|不给|不付|不算|不发|不另付|不另计|不另算|不计)(?:加班)?(?:费|工资|钱|报酬)?|不(?:另外?|再|单独)?(?:计发|支付|计算|计|发|算|给)[^|]{0,3}加班(?:费|工资)|加班[^|]{0,4}不另?(?:给|算)钱|没有(?:三倍|双倍)工资|不给(?:三倍|双倍)',
    PAID,
    [/(?:无|不|无需|不用|不强制|没有)加班(?!费|工资|钱|报酬)/gu],
  ),
  refuse(
    '九九六|(?<!\\d)996(?!\\d)|(?<!\\d)007(?!\\d)|随叫随到|24小时待命|做不完不(?:许|准|能)走|加班到(?:晚上?|深夜|凌晨)\\d{1,2}点',
    EIGHT,
    [/拒绝996|不996|非996/gu],
  ),
];

const FROM_TO =
  /(?:早上?|上午|凌晨)?(\d{1,2})(?:[:点](?:\d{2}|半)?)(?:上班|开始)?(?:一直)?(?:搞|干|忙|上|做|工作)?(?:-|至|到)(凌晨|早上?|晚上?|下午|夜里|半夜|深夜)?(\d{1,2})(?:[:点](?:\d{2}|半)?|下班)?(?:下班)?|早(\d{1,2})晚()(\d{1,2})/gu;
const SHIFTS =
  /两班(?!倒)|三班|四班|轮|午休|中间休息|分段|营业|上一休|上24|休24|弹性|(?:每班|每人|每天|每日|工作|上班?|只)(?:只|上|做|工作|不超过){0,2}[1-8](?:\.5)?个?(?:小时|钟)/u;

/** From begin to end of work, breaks unknown: 12 hours and more are asked about. */
function* longDays(text: string): Iterable<[number, number]> {
  if (SHIFTS.test(text)) return;
  for (const match of text.matchAll(FROM_TO)) {
    const start = Number(match[1] ?? match[4]);
    const late = match[2] === undefined ? '' : match[2];
    const isEvening = match[4] !== undefined || /晚|下午|夜/u.test(late);
    const last = Number(match[3] ?? match[6]);
    // 9点到6点 is said by the twelve-hour clock.
    const isHalfDay = start <= 12 && last <= start;
    const end = (isEvening || isHalfDay) && last < 12 ? last + 12 : last;
    if (start > 24 || end > 24) continue;
    const length = end > start ? end - start : end + 24 - start;
    if (length >= 12) yield [match.index, match.index + match[0].length];
  }
}

export const hoursRule: Rule = {
  code: 'hours',
  mentions: /[休班假时h点钟\d天]|周|待命|随叫|九九六/u,
  *find(text) {
    yield* findAll(text, patterns);
    for (const [from, to] of longDays(text))
      yield { severity: 'warn', from, to, suggestion: '9:00-18:00,午休1小时' };
  },
};

const uninsured = [
  refuse(
    '(?:不(?:交|缴|缴纳|买|上|办)|无|没有|放弃|自愿放弃|免)(?:社保|五险一金|五险|工伤保险|社会保险|保险)|(?:社保|五险)(?:自理|自费|自己(?:交|缴|买))',
    '依法缴纳社会保险',
  ),
];
/** Work without an employment relation of its own insurance duty, or with accident cover instead. */
const OWN_COVER = /公益|公岗|居家|计件|兼职|钟点|零工|意外(?:险|保险)/u;

export const insuranceRule: Rule = {
  code: 'insurance',
  mentions: /[险保]/u,
  *find(text) {
    if (!OWN_COVER.test(text)) yield* findAll(text, uninsured);
  },
};
