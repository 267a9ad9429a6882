import { findAll, refuse, spans, upTo, warn } from '../find.ts';
import type { Hit, Rule } from '../types.ts';

const EIGHT = '每天8小时,加班付加班费';
const REST = '每周至少休息一天';
const PAID = '加班按规定付加班费';
const HOUR = '(?:个?半?小时|h|个?半?钟头?)';
const EACH_DAY = '(?:每天|每日|日工作|一天|工作|上班|日均)(?:工作|上班|上|时间|时长){0,6}';
const LONG_DAY = new RegExp(`${EACH_DAY}1[01](?:\\.5)?${HOUR}`, 'gu');
/** Six days a week and more. */
const FEW_RESTS = /(?:周|做|上|干|工作|h)[67六七]天|[做上干][6六]休|单休|月休|(?:上|干|做)满?[23]\d天/u;
const PAID_OR_WITH_MEALS = [/加班(?:费|工资|另算|按)|1\.5倍|(?:含|包括|其中|中间)[^|]{0,6}(?:休|餐|饭)/gu];

const patterns = [
  refuse(
    `(?:每天|每日|一天|日工作|工作|上班){0,6}(?<![\\d.])(?:1[2-9]|2[0-4])${HOUR}(?:以上)?(?:制|班|工作制|两班倒|倒班|住家)?`,
    EIGHT,
    [
      /24小时(?:热线|客服|电话|咨询|营业|便利|热水|开放|供应|热心|在线|服务|值守热|经营|酒店|药店|超市|自助|监控|门店|店|轮休|制?轮|休)/gu,
      /24小时[^|]{0,10}\|(?:[^|]{0,8}\|)?[^|]{0,4}每班[1-8]个?小时/gu,
      /(?:1[2-9]|2[0-4])小时(?:内|之内|以内|送达|到货|达|发货|配送|回复|热线|营业|客服|值守)|上(?:12|24)小?时?休(?:24|36|48|72)/gu,
      /24小时值班后?休|1[0-2]小时(?:制|班)?改[为成]?|休息?(?:24|48|72|12)小时|每?周[^|\d]{0,5}\d+小时|营业(?:时间)?\d{2}小时|24小时[^|]{0,12}\|?[^|]{0,3}上[一1]休/gu,
    ],
  ),
  refuse(`上12休12|连续(?:工作|上班|干)?[2-9]\\d${HOUR}`, EIGHT),
  refuse(`每?周(?:工作|工时|上班)?(?:时间)?(?:4[5-9]|[5-9]\\d)${HOUR}`, '每周40小时'),
  // Overtime of two hours every day is more than the 36 a month allow.
  refuse((text) => (FEW_RESTS.test(text) ? spans(text, LONG_DAY) : []), EIGHT, PAID_OR_WITH_MEALS),
  warn(`${EACH_DAY}(?:9|10|11)(?:\\.5)?${HOUR}`, EIGHT, PAID_OR_WITH_MEALS),
  refuse(
    '不安排(?:休息|休假|放假)|(?:整月|全月|天天|常年|全年)不休|(?:做|上|干)(?:六|6|七|7)休(?:零|0|〇)|(?:全月|每月|整月|当月|全年|常年|月|天天|\\d+天)?(?<!午)无休(?:息日?|假)?|(?:没|莫)(?:有|得)?(?:休息日?|休(?![假闲])|假期?(?!证|冒|货)|休假|节假日|周末|礼拜天|星期天)|不休息|不休假|月休[:|]?(?:0|零|〇|无|1|2|3|一|两|二|三)(?:-(?:1|2|3))?天?(?!\\d)|(?:每月|一个月|月)(?:只|仅|就)?(?:放|休|歇)(?:息|假)?(?:0|1|2|3|一|两|二|三)天|(?:一个月|每?月)(?:只)?一休|(?:都|均|一律)?不放假|无假期?|半月休(?:一|1)天|连续?(?:上|工作|干)(?:1[0-9]|2\\d|30)天(?:班)?(?:休\\d天)?|(?:全年|一年)?365天(?:都|天天)?[^|不]{0,2}(?:守|上|干|在|无)|(?:7|七)天工作制|(?:一周|每周)(?:上班|工作|上|干)?(?:7|七)天|满勤(?:30|31)天|(?:30|三十)天(?:连着|连续|不停|不歇)|(?:每?月|个月)[^|\\d]{0,2}[123一两二三]天假|(?:月|个月)(?:要)?(?:上|干|做|工作)满?(?:29|30|31)天|周六(?:和|及)?\\|?(?:周日|周天|日)(?:也|都|同样|照常|照样|正常|照|还){1,2}要?(?:上班|上|干活)|(?:周末|周日|节假日|节日)(?:也|都|均)?不(?:休|放假)|周末照(?:常)?(?:上班|上|干)|(?:一年|全年)(?:到头)?[^|]{0,6}(?:放|休)[^|\\d]{0,2}(?:[1-9]|[一两二三四五])天假?',
    REST,
    [
      /(?:本店|门店|商场|超市|餐厅|景区)全年无休[^|]*(?:\|[^|]*(?:轮休|月休))?|无休假?日?(?=[\s\S]{0,40}(?:轮休|补休|调休|每周休))|午休|不放假(?:也|的|期间)[^|]{0,8}(?:有|倍|加班)|轮休/gu,
      /(?:不搞|拒绝|绝不|没有|不是|不)[^|]{0,4}无休/gu,
    ],
  ),
  refuse(
    '(?:无|(?<!\\d)0|零|没有?|不给|不付|不发|不算|不另付|不计|没得|自愿放弃|放弃)加班(?:费|工资|钱|报酬)|(?:免费|义务|无偿)加班|加班(?:费)?(?:都|均)?(?:无偿|义务|免费|无|没有|没得|不给|不付|不算|不发|不另付|不另计|不另算|不计)(?:加班)?(?:费|工资|钱|报酬)?|不(?:另外?|再|单独)?(?:计发|支付|计算|计|发|算|给)[^|]{0,3}加班(?:费|工资)|加班[^|]{0,4}不另?(?:给|算)钱|没有(?:三倍|双倍)工资|不给(?:三倍|双倍)',
    PAID,
    [/(?:无|不|无需|不用|不强制|没有)加班(?!费|工资|钱|报酬)/gu],
  ),
  refuse(
    '九九六|(?<!\\d)9-?9-?6(?!\\d|路|号|线)|(?<!\\d)007(?!\\d)|随叫随到|24小时待命|做不完不(?:许|准|能)走|加班到(?:晚上?|深夜|凌晨)\\d{1,2}点',
    EIGHT,
    [/拒绝996|不996|非996/gu],
  ),
];

const CLOCK = '(?:[:点](?:\\d{2}|半)?)?';
const FROM_TO = new RegExp(
  `(?<noon>下午|中午|傍晚|晚上?)?(?<!\\d)(?<start>\\d{1,2})${CLOCK}(?:上班|开始|开门)?(?:一直)?(?:搞|干|忙|上|做|工作)?(?:-|至|到)(?<late>次日|第二天|凌晨|早上?|晚上?|下午|夜里|半夜|深夜)?(?<end>\\d{1,2})(?!\\d)${CLOCK}(?:下班)?|早[上晨]?(?<from>\\d{1,2})点?半?(?:[^|\\d]{0,6}\\|)?[^|\\d]{0,3}晚上?(?<till>\\d{1,2})(?!\\d)`,
  'gu',
);
const SHIFTS =
  /两班(?!倒)|三班|四班|轮|午休|中间休息|分段|营业|上一休|上24|休24|弹性|(?:每班|每人|每天|每日|工作|上班?|只)(?:只|上|做|工作|不超过){0,2}[1-8](?:\.5)?个?(?:小时|钟)/u;

/** From begin to end of work, breaks unknown: 12 hours are asked about, more cannot be lawful. */
function* longDays(text: string): Iterable<Hit> {
  if (SHIFTS.test(text)) return;
  for (const match of text.matchAll(FROM_TO)) {
    const { noon, start: begins, late = '', end: ends, from, till } = match.groups ?? {};
    const isEvening = till !== undefined || /晚|下午|夜/u.test(late) || (noon !== undefined && late === '');
    const first = Number(begins ?? from);
    const start = noon !== undefined && first < 12 ? first + 12 : first;
    const last = Number(ends ?? till);
    // 9点到6点 is said by the twelve-hour clock.
    const isHalfDay = start <= 12 && last <= start;
    const end = (isEvening && last <= 12) || (isHalfDay && last < 12) ? last + 12 : last;
    if (start > 24 || end > 24) continue;
    const length = end > start ? end - start : end + 24 - start;
    if (length < 12) continue;
    yield {
      severity: length > 12 ? 'refuse' : 'warn',
      from: match.index,
      to: match.index + match[0].length,
      suggestion: '9:00-18:00,午休1小时',
    };
  }
}

const lawful = [
  /(?:拒绝|不搞|绝不|抵制|告别|反对|杜绝)[^|]{0,6}(?:无休|996|007|加班|大小周|两班倒|熬夜)|没有[^|]{0,2}(?:996|007|大小周|两班倒)/gu,
  upTo(/的?(?:我们|本厂|这里)?(?:不做|不搞|不干|不存在)(?=\||$)/gu, 16),
];

export const hoursRule: Rule = {
  code: 'hours',
  mentions: /[休班假时h点钟\d天]|周|待命|随叫|九九六/u,
  *find(text) {
    yield* findAll(text, patterns, lawful);
    yield* longDays(text);
  },
};

const uninsured = [
  refuse(
    '(?:不(?:交|缴|缴纳|买|上|办)|无|没有|放弃|自愿放弃|免)(?:社保|五险一金|五险|工伤保险|社会保险|保险(?!费))|(?:社保|五险)(?:自理|自费|自己(?:交|缴|买))',
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
