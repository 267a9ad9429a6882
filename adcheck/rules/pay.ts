import { findAll, refuse, warn } from '../find.ts';
import { believableMonthly, HOURS_PER_DAY, monthlyOf } from '../pay.ts';
import { type Amount, amountsIn, isExtra } from '../text/amounts.ts';
import type { Hit, Rule, Severity } from '../types.ts';

/** Forms of work whose pay is judged by another rule than the monthly minimum. */
const OWN_RULE =
  /计件|居家|在家做|手工|非全日制|兼职|半天|钟点|小时工|公益|公岗|学徒|实习生|见习|临时|零工|义工|志愿|护林员|护路员|每(?:天|日)(?:只|干|做|上班?|工作){0,2}[1-6]\.?5?个?小时|[1-5]小时\/天|周末|按件|多劳多得/u;

const found = (severity: Severity, { from, to }: Amount, suggestion: string): Hit => ({
  severity,
  from,
  to,
  suggestion,
});

/** 《劳动合同法》第二十条: probation is paid too. */
const unpaid = [
  refuse(
    '(?:试用|试工|试岗|实习|学徒|培训|见习|考察)(?:期|期间|阶段)?(?:内|的)?(?:前?(?:\\d+|[一两二三七])(?:天|个?月|周))?(?:内)?(?:无|没有?|不发|不给|不计|不算|不付|免)(?:任何)?(?:工资|薪水?|薪资|报酬|钱|底薪)',
    '试用期工资每月____元',
    [/培训期?(?:间)?(?:免|不收)/gu],
  ),
  refuse('(?:无薪|零工资|0工资|不带薪)(?:试用|试工|试岗)', '试用期工资每月____元'),
];

export const underMinimumRule: Rule = {
  code: 'pay_under_minimum',
  mentions: /[\d薪]|试|实习|学徒|培训|见习|工资/u,
  *find(text, { minimumMonthly, minimumHourly }) {
    yield* findAll(text, unpaid);
    const ownRule = OWN_RULE.test(text) && !/全职|全日(?!制?公)|全天|全勤|8小时/u.test(text);
    const amounts = amountsIn(text);
    // 每月补助1100元 alone is all there is, however it is called.
    const isAllExtra =
      /全职|全天|全日/u.test(text) &&
      !/公益|公岗/u.test(text) &&
      amounts.every((amount) => isExtra(text, amount));
    for (const amount of amounts) {
      if ((!isAllExtra && isExtra(text, amount)) || amount.unit === 'piece') continue;
      if (amount.unit === 'hour') {
        if (minimumHourly !== undefined && amount.high < minimumHourly) {
          yield found('refuse', amount, String(Math.ceil(minimumHourly)) + yuanIn(text, amount));
        }
      } else if (
        minimumMonthly !== undefined &&
        !ownRule &&
        monthlyOf(amount.high, amount.unit) < minimumMonthly
      ) {
        const least = Math.ceil((minimumMonthly * amount.high) / monthlyOf(amount.high, amount.unit));
        yield found('refuse', amount, String(least) + yuanIn(text, amount));
      }
    }
  },
};

const yuanIn = (text: string, { from, to }: Amount) => (/元|块|圆/u.test(text.slice(from, to)) ? '元' : '');

const vague = [
  refuse(
    '(?:工资|工价|工钱|薪资|薪金|待遇|薪水|薪酬|报酬|月薪|价格|价钱|费用|收入|:){0,6}(?:面议|面谈|面商|私聊|私信|私谈|好商量|好说|好谈|可谈|可议|详谈|详聊|电议|电话里?谈|电话联系谈|电联|另议|再议|商议|协商|不是问题|不会亏待\\p{Script=Han}?)',
    '月薪____元',
  ),
  refuse(
    '(?:工资|工价|工钱|薪资|薪金|待遇|薪水|薪酬|报酬|收入|月薪|年薪|福利){1,6}:?(?:非常|很|比较|绝对|都|十分){0,6}(?:从优|优厚|优越|优|丰厚|可观|好|高|不菲|不低|不错|给力|诱人|看\\p{Script=Han}{2,4}|(?:根?据|按|视|依)\\p{Script=Han}{2,6}(?:定|而定)?|随行就市|上不封顶|保密|加微信\\p{Script=Han}{0,2})',
    '月薪____元',
  ),
  refuse(
    '(?:工资|薪资|薪水|月薪|报酬|工钱|待遇|薪酬|工价|钱)[^|\\d]{0,10}?(?:谈|议|聊|商量|协商|询|再说|再定|好说)|(?:工资|薪资|待遇|薪酬):?(?:请)?(?:电话|来电|微信|致电|面|当面|到店|见面)(?:联系|咨询|沟通|谈|聊|问|了解)?|(?:给|开)多少[^|]{0,4}(?:看|凭|定|好说|商量)|看着给|亏待?不了|不(?:会|得|能)?亏(?:待)?(?:你|大家|人|工人)|(?:包|保证|让|一定)你?满意|钱(?:的事)?(?:都|不是问题|好说|好商量|随你)|看(?:你|个人|手艺|能力|本事|表现|技术|经验)(?:的)?(?:能力|本事|手艺|表现|技术)?(?:给|定|开|来定|说话)|多劳多得[^|\\d]{0,6}(?=\\||$)',
    '月薪____元',
  ),
  refuse(
    '(?:同?行业|同行|市场)[^|\\d]{0,4}(?:中上|领先|较高|平均|以上)?水平|中上水平|有竞争力的?(?:薪|工资|待遇)',
    '月薪____元',
  ),
  refuse('高薪(?:诚聘|急聘|急招|招聘|诚招|聘请|招|聘)?|上不封顶|薪水丰厚|随行就市', '月薪____元,'),
];

/** A word for pay whose clause holds no number, in a post that names none; saying how it is paid out is no answer. */
const PAY_WORD =
  '(?:工资|工价|工钱|薪资|薪金|薪水|薪酬|月薪|年薪|日薪|时薪|价钱|价格|酬劳|报酬|待遇(?!好)|收入)';
/** 普工4900元: a sum that can only be the pay. */
const PLAIN_SUM =
  /(?:工|员|师傅?|司机|保安|学徒|长)(?:\d{1,3}[名个人位])?\|?[1-9]\d{3}(?:-\d{4,5})?(?:元|块|$)/u;
const unnamed = [
  refuse(`${PAY_WORD}(?!元)[^|\\d]{0,12}(?=\\||$)`, '月薪____元', [
    /按[时月期周日天件劳]|[月日周]结|计件|计时|准时|及时|足额|拖欠|发放|当天|代发|不变|照发|照付|照拿|不减|不降|不扣|照常发|工资(?:卡|条|表)|核算|统计|结算/gu,
  ]),
];

export const noNumberRule: Rule = {
  code: 'pay_no_number',
  mentions: /./u,
  *find(text) {
    const hasNumber = amountsIn(text).some(
      (amount) => !isExtra(text, amount) || /底薪|保底|补贴/u.test(text),
    );
    if (hasNumber || PLAIN_SUM.test(text)) return;
    yield* findAll(text, unnamed);
    yield* findAll(text, vague, [
      /按[件单个双套条斤吨趟次时天月]|计件|高薪酬体系|面谈时间|面谈地点|(?:时间|地点|具体)面谈/gu,
    ]);
  },
};

/** Up to four hours a day do not bring a full month's good pay. */
const FEW_HOURS = /(?:每天|每日|一天|日均)(?:只需?|仅需?|工作|上班|做|干){0,2}[1-4](?:个)?(?:小时|钟头)/u;
const LAVISH = 10_000;
/** What anybody can do at home does not pay a master's wage. */
const EASY = /兼职|在家|手机|宝妈|动动手|学生均可|足不出户/u;

const HONEST = '按实际发放水平填写';
const boasts = [
  warn(
    '轻轻?松松?(?:月入|日赚|日入|过万|赚钱|上万)\\p{Script=Han}{0,2}|月入(?:过|上|破)(?:数|几)?万|月入(?:数|几|十)万\\+?|日(?:入|赚|进)(?:斗金|上千|过千|千元|数千|几千|1000元?|\\d{4,}元?|[5-9]\\d{2}元?)|月入[^|]{1,6}不是梦|躺赚|稳赚(?:不赔)?|高额回报|年薪百万|一夜暴富|无上限月入',
    HONEST,
  ),
];

export const outlierRule: Rule = {
  code: 'pay_outlier',
  mentions: /\d|万|日[入赚进]|[躺稳]赚|高额|暴富|轻松/u,
  *find(text) {
    for (const amount of amountsIn(text)) {
      if (amount.unit === 'piece') {
        // 一单赚3000 for what anybody can do at home.
        if (amount.high >= 1_000 && /兼职|在家|手机/u.test(text)) yield found('warn', amount, HONEST);
        continue;
      }
      const monthly =
        amount.unit === 'hour'
          ? monthlyOf(amount.high * HOURS_PER_DAY, 'day')
          : monthlyOf(amount.high, amount.unit);
      const isShort = amount.unit === 'hour' && /兼职|家教|课|模特|钟点/u.test(text) && monthly < 60_000;
      const isBoast =
        amount.unit === 'day' &&
        amount.high >= 500 &&
        /[日天](?:入|赚|进)[^|]{0,4}$/u.test(text.slice(Math.max(0, amount.from - 6), amount.from));
      const isLavish =
        (FEW_HOURS.test(text) && monthly > LAVISH) ||
        (EASY.test(text) && amount.unit !== 'hour' && monthly > 2 * LAVISH);
      if (!isShort && (isBoast || isLavish || monthly > believableMonthly(text, amount.from)))
        yield found('warn', amount, HONEST);
    }
    yield* findAll(text, boasts);
  },
};
