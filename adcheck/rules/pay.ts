import { findAll, spans } from '../find.ts';
import { type Amount, amountsIn } from '../pay.ts';
import type { Hit, Rule } from '../types.ts';

/** Working days a month at full time, 劳社部发〔2008〕3号. */
const DAYS = 21.75;
const HOURS = 8;

/** Forms of work that have their own pay rule. */
const OWN_RULE =
  /计件|居家|在家做|手工|非全日制|兼职|半天|钟点|小时工|公益性?岗|公岗|学徒|实习|临时|零工|义工|志愿/u;

const underMinimum: Rule = {
  code: 'pay_under_minimum',
  law: '《劳动法》第四十八条、《最低工资规定》:全日制工资不得低于当地最低工资',
  *find({ folded: { text }, standards: { minimumMonthly, minimumHourly } }) {
    const ownRule = OWN_RULE.test(text);
    for (const amount of amountsIn(text)) {
      if (amount.unit === 'hour' && minimumHourly !== undefined && amount.high < minimumHourly) {
        yield under(amount, `每小时至少 ${minimumHourly} 元`);
      }
      if (minimumMonthly === undefined || ownRule || isExtra(text, amount)) continue;
      const monthly =
        amount.unit === 'day' ? amount.high * DAYS : amount.unit === 'month' ? amount.high : Infinity;
      if (monthly < minimumMonthly) yield under(amount, `全日制每月至少 ${minimumMonthly} 元`);
    }
  },
};

const under = ({ from, to }: Amount, suggestion: string): Hit => ({
  severity: 'refuse',
  from,
  to,
  suggestion,
});

/** Allowances, base pay beside commission and the like are not the whole pay. */
const isExtra = (text: string, { from, to }: Amount) =>
  /(?:补贴|补助|餐补|房补|全勤|奖金?|提成|津贴|交通|生活费|社保|保险|另加|工龄|绩效|话补|高温|夜班|伙食|房租|租金|月租)[^|]{0,3}$/u.test(
    text.slice(Math.max(0, from - 8), from),
  ) ||
  /^[^|]{0,6}(?:补贴|补助|餐补|房补|全勤|奖|津贴|提成|生活费)/u.test(text.slice(to, to + 8)) ||
  (/(?:底薪|保底|基本工资)[^|]{0,4}$/u.test(text.slice(Math.max(0, from - 6), from)) &&
    /\+|提成|计件|绩效|奖/u.test(text));

const noNumber: Rule = {
  code: 'pay_no_number',
  law: '《网络招聘服务管理规定》第十二条:招聘信息应写明劳动报酬',
  *find({ folded: { text } }) {
    if (amountsIn(text).length > 0) return;
    yield* findAll(text, [
      {
        severity: 'refuse',
        words:
          /(?:工资|薪资|待遇|薪水|薪酬|报酬|月薪|价格)?(?:面议|面谈|好商量|可谈|详谈|电议)|(?:工资|待遇|薪资|薪酬|收入)(?:从优|优厚|丰厚|可观|好|高|不菲|优越|不低|给力|看能力|按能力|看表现|按表现|视能力|随行就市|上不封顶)|高薪(?:诚聘|急聘|招聘|招)?|薪水丰厚/u,
        suggestion: '写明数字,如“2800–3500 元/月”或“计件,熟手约 120 元/天”',
      },
    ]);
  },
};

/** Monthly yuan above which the promise for a trade is not believable. */
const BELIEVABLE: [RegExp, number][] = [
  [/保洁|清洁|打扫|环卫|洗碗|杂工|停车/u, 6_500],
  [/保安|门卫|文员|前台|客服|收银|营业员|服务员|理货|仓管|数据标注/u, 9_000],
  [/普工|包装|分拣|缝纫|裁剪|刺绣|制鞋|装配|操作工|手工/u, 12_000],
  [/快递|外卖|配送|司机|焊工|电工|砌筑|钢筋|架子|厨师|月嫂|育婴|家政|护理|护工/u, 20_000],
];
const ANYTHING = 30_000;

const outlier: Rule = {
  code: 'pay_outlier',
  law: '《人力资源市场暂行条例》第二十四条:招聘信息应真实、合法,不得虚假宣传',
  *find({ folded: { text } }) {
    const limit = BELIEVABLE.find(([trade]) => trade.test(text))?.[1] ?? ANYTHING;
    const suggestion = '按实际发放水平填写,写清怎么算出来的';
    for (const { from, to, high, unit } of amountsIn(text)) {
      const monthly = { month: high, day: high * DAYS, hour: high * HOURS * DAYS, piece: 0 }[unit];
      if (monthly > limit) yield { severity: 'warn', from, to, suggestion };
    }
    const boasts =
      /月入(?:过|上|破)?(?:数|几)?万|轻松(?:月入|日赚|过万|赚钱)|日(?:入|赚|进)(?:斗金|上千|过千|千元|\d{4,}|[5-9]\d{2})|躺赚|稳赚|高额回报|年薪百万|一夜暴富|无上限月入/u;
    for (const [from, to] of spans(text, [boasts])) yield { severity: 'warn', from, to, suggestion };
  },
};

export const payRules: readonly Rule[] = [underMinimum, noNumber, outlier];
