import { gates } from '../certificates.ts';
import { findAll, refuse, spans } from '../find.ts';
import type { Rule } from '../types.ts';

const KIND =
  '(?:持有?|特种作业|特种设备|作业人员|操作|上岗|资格|从业|健康|校车|教师|保安员?|保安|电工|焊工|叉车|驾驶|登高|驾|[abc]\\d?){0,6}';
const PAPER = `${KIND}(?:证件|证书|(?<![考办取领发拿保验公签凭出])证(?!实|明|券|费)|驾照|照(?![样常看顾收用])|本子|本本|资质)(?:[件书者的]|那些|这些|啥的|什么的){0,2}`;
/** Says that there is no paper. */
const ABSENT = '(?:无|没(?:有|得|考|办|取得|拿到?)?|莫得|未(?:取得|持有?|考取?|办理?)|不(?:具备|持|带)|缺)';
/** Says that none is called for. */
const DISPENSED =
  '(?:不(?:作|做)?(?:强制)?要求|不强求|不硬性|不(?:是)?必须|不必|不用办?|不需要?|不使|不消|用不着|无[需须]|不要(?!求)|不看|不查|没人[查看问管]|不问|不管|不重要|不讲究|不计较|不在乎|无所谓|可有可无|不限(?=\\||$)|不影响|没影响|不存在|可无|可不(?:持有?|带|考|要)|免(?!费)办?|不办)';
const ACCEPTED =
  '(?:(?:也|都|均|亦|皆|就|照样?|照常|一样|同样|直接)[^|不别莫勿]{0,4}?(?:可以?|能|行|要|收|来|录|上|派|开|干|做|成|得|安排)|没关系|没事|没问题|无妨|无所谓|不打紧|不要紧|不影响|不碍事|来了?(?:直接|就)|要得|以后再说|先(?:上|开|干|进)(?!课))';
const LATER =
  '(?:(?:以后|过后|后面|后期|慢慢|回头|改天|有空|过?[^|]{0,3}个月|公司|厂里|老板|统一|随后|入职后)[^|送]{0,6}?(?:补|再办|再考)|后补|再补|缓[办交])';
const HELD = '持证上岗';

const without = [
  refuse(
    `(?:${ABSENT}|${DISPENSED}[考办]?)(?![^|]{0,4}[交押扣抵])[^|不没无考办]{0,6}?${PAPER}(?:${ACCEPTED})?`,
    HELD,
  ),
  refuse(
    `${PAPER}[^|]{0,6}?\\|?(?:${ABSENT}|过期|失效|不对|不符)[^|不送需须请先]{0,6}?\\|?${ACCEPTED}`,
    HELD,
  ),
  refuse(
    `${PAPER}[^|]{0,3}\\|?(?:[^|没不]{0,8}(?=没人))?(?:也|都|均|先|可|暂时?)?${DISPENSED}(?!${PAPER})(?![^|]{0,3}(?:肝|孕|婚|学历|户口|户籍|年龄|性别))`,
    HELD,
  ),
  refuse(`${PAPER}[^|]{0,6}\\|?${LATER}`, HELD),
  refuse(`${PAPER}(?:有没有|有无|有不有)(?:都|均|皆)?[^|不]{0,2}(?:行|可|要|得|一样|无所谓)`, HELD),
  refuse(
    `(?:持不持|有没有|有无|带不带|考没考|办没办|(?:带|有|持)${PAPER}?(?:\\||和|或|跟)?(?:不带|没有?|无|不持))${PAPER}?(?:都|均|皆|也)?(?:可以?|行|要|收|一样|无所谓|不影响|没关系|能)`,
    HELD,
  ),
  refuse('证[^|]{0,6}(?:搞定|摆平|买|挂靠|借用|花钱|造|假的)|(?:借|买|租)(?:个|本|张)?证', HELD, [
    /证券|保证/gu,
  ]),
  // One kind of licence for another kind of vehicle.
  refuse('(?:c[12]|c照|小车[证照])[^|不]{0,4}[可能也]开(?:黄牌|大?货车|大车|客车|校车|半挂)', HELD),
  refuse('准驾车型[^|]{0,2}(?:不对|不符|不够)[^|]{0,4}', HELD),
];
/** Without papers one is turned away, sent for the exam or given other work first. */
const SENT =
  '(?:考证|考取|取证|拿证|送[^|]{0,6}考|去考|先考|先办|报考|办理|办好|办了|补办|考到|先培训|免费培训|普工|小工|辅助|搬料|打下手|学徒|请|一律|不得|不能|不准|不要|不收(?![押费取任钱])|不招|不录|严禁|禁止|莫|勿|别|免|谢绝|来不了|不[行成考]|不(?:安排|让|许|予|可|用)|由[^|]{0,6}办)';
const lawful = [
  new RegExp(`(?<!有)${ABSENT}[^|]{0,8}(?:证|本本|驾照)(?:(?!${ACCEPTED}|${LATER})[^]){0,16}?${SENT}`, 'gu'),
  /(?:无|没有|不需要?|不用|无需)(?:毕业|学历|学位|居住|结婚|未婚|计生|暂住)证?/gu,
  // Papers first, work afterwards.
  /(?:证|本[本子])[^|]{0,16}\|(?:[^|]{0,16}\|){0,2}?[^|]{0,10}(?:[办考]|拿到|取得|有)[^|]{0,6}\|?[^|]{0,3}(?:再|才)[^|]{0,4}(?:上岗|上班|单干|独立|入职|开工|上手)/gu,
  // Light goods vehicles need no 从业资格证.
  /(?:无需|不需|不用|免)从业资格证?[^\n]{0,8}(?:小货车|蓝牌|轻型|面包车)|(?:小货车|蓝牌|轻型|面包车)[^\n]{0,8}(?:无需|不需|不用|免)从业资格证?/gu,
  /无犯罪记录证明|证明|证照(?=办|代|年|管)|(?:严禁|禁止|不得|杜绝|拒绝|不招)无证/gu,
];
/** Trades where a missing certificate matters; elsewhere 无需证书 is good news. */
const PAPERED =
  /电工|接电|电线|焊|高空|高处|登高|架子工|蜘蛛人|叉车|外墙|保安|厨|切配|饭店|饭馆|奶茶|烘焙|面点|食堂|餐|食品|幼儿园|保育|司机|货车|客车|驾驶|校车|锅炉|起重|塔吊|压力容器|电梯|爆破|护士|救生|燃气|送气|瓶装|危化|危险品|网约车|出租车|客运/u;
/** Papers that some law demands, whatever the trade is called. */
const NAMED_PAPER =
  /健康证|准驾|(?:电工|焊工|焊接|叉车|登高|高处|保安员?|特种作业|特种设备|n1|操作|驾驶|起重|塔吊|护士|教师资格|执业)[^|]{0,2}(?:证|照)/u;
/** Courses name the trades they teach. */
const TAUGHT = /(?:技能|免费|取证)培训|培训班|学员/u;
/** Somebody else's trade: 丈夫当水电工. */
const OTHERS = /(?:不是|不招|不找|当|丈夫|老公|爱人|配合|协助|跟着)[^|]{0,8}$/u;
const HAS_PAPER = /证|[有要持]本本|操作员本|驾照|[abc]\d?照/u;

export const certificateRule: Rule = {
  code: 'certificate',
  mentions: /[证照]|本本|黄牌|准驾|资质|操作员本|[焊电叉]|高[空处]|登高|架子工|外墙|蜘蛛人/u,
  *find(text) {
    if (!PAPERED.test(text) && !NAMED_PAPER.test(text)) return;
    const dispensed = [...findAll(text, without, lawful)];
    yield* dispensed;
    if (dispensed.length > 0 || HAS_PAPER.test(text) || TAUGHT.test(text)) return;
    for (const { trade, paper } of gates) {
      for (const [from, to] of trade ? spans(text, trade) : []) {
        if (OTHERS.test(text.slice(Math.max(0, from - 10), from))) continue;
        yield { severity: 'warn', from, to, suggestion: `${text.slice(from, to)}(须持${paper})` };
        return;
      }
    }
  },
};
