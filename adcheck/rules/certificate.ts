import { gates } from '../certificates.ts';
import { findAll, refuse, spans } from '../find.ts';
import type { Rule } from '../types.ts';

const KIND =
  '(?:持有?|特种作业|操作|上岗|资格|从业|健康|校车|教师|保安员?|保安|电工|焊工|叉车|驾驶|登高|驾|[abc]\\d?){0,6}';
const PAPER = `${KIND}(?:证件|证书|证|驾照|照|资质)`;
const HELD = '持证上岗';

const without = [
  refuse(
    `(?:无|没有?|不需要?|不使|不消|用不着|莫得|没得|不必|不问|不查|不管|不要求|不用办?|无需|无须|不要|不看|免|不办)(?:任何)?(?:有效)?${PAPER}(?:也|都|均|亦|就|先){0,6}(?:没关系|没事|可以?|行|要|招|能\\p{Script=Han}?|收|上岗|上班|做|干){0,6}`,
    HELD,
  ),
  refuse(`${PAPER}(?:过期|失效|没考下?来?|没有|没)[^|请须需先]{0,6}(?:能|可|行|要|来)[^|]{0,3}`, HELD),
  refuse(
    `(?:持不持|有没有|有无|带不带|考没考|办没办)${PAPER}?(?:都|均|皆|也)(?:可以?|行|要|一样|无所谓|不影响|没关系|能)`,
    HELD,
  ),
  refuse(`${PAPER}[^|]{0,6}\\|?(?:以后|过后|后面|后期|慢慢|回头|改天|有空)再?(?:补|办|考)`, HELD),
  refuse(`${PAPER}[^|]{0,4}\\|(?:没有?|无)也(?:可以?|行|要|能)`, HELD),
  refuse('证[^|]{0,6}(?:买|挂靠|借用|花钱|造|假的)|(?:借|买|租)(?:个|本|张)?证', HELD, [/证券|保证/gu]),
  refuse('不(?:查|看|问|验)证(?!书?真)|证(?:啥的|什么的|件|书)?(?:都|也)?不(?:看|查|问|管)', HELD),
  refuse(
    `(?:带|有|持)${PAPER}(?:\\||和|或|跟)?(?:不带|没有?|无|不持)${PAPER}?(?:都|均|皆)(?:可以?|行|要|一样|收|能)`,
    HELD,
  ),
  refuse(`有无${KIND}证(?:均|都|皆)?(?:可以?|行|要)|有证(?:没证|无证)(?:都|均)?(?:要|可|行)`, HELD),
  refuse(
    `${PAPER}(?:\\|)?(?:先|暂时?|都|也|可以?){0,2}(?:没有?|有没有都(?:不影响|不要紧|得|行|要|可)|不要|不用办?|不需要办?|不必办|不查|免办?|可不办|可无|不重要|可有可无|无所谓|不要求|不办|暂无|可后补)(?:也|都){0,6}(?:可以?|行|要)?`,
    HELD,
  ),
];
const lawful = [
  /(?:无|没|未)[^|]{0,8}(?:证|办|考)?[^|]{0,12}(?:考证|考取|送考|去考|送去|办理|办好|办了|补办|取证|考到)[^|]{0,8}\|?[^|]{0,8}(?:上岗|入职|上班|后再|再来|动|做)/gu,
  /(?<!有)(?:无|没[有得]?|莫得|未持)[^|]{0,8}证(?:件|书)?(?:的|者|人员|的?人|师傅|电工|焊工|司机|叉车工?){0,2}\|?(?:请|一律|(?:均|都|就|得)(?:不|勿|别|莫|先|要先|要考|需|须)|不得|不能|不准|严禁|禁止|莫|勿|别|不|免|谢绝|来不了|先办证|先考证|先培训|由[^|]{0,6}办)/gu,
  /(?:无|没)\p{Script=Han}{0,5}证\p{Script=Han}{0,8}\|?\p{Script=Han}{0,4}(?:考证|取证|报考|免费考|免费培训)/gu,
  /(?:无|没有|不需要?|不用|无需)(?:毕业|学历|学位|居住|结婚|未婚|计生|暂住)证?/gu,
  /无犯罪记录证明|证明|证照|(?:严禁|禁止|不得|杜绝|拒绝|不招)无证/gu,
];
/** Trades where a missing certificate matters; elsewhere 无需证书 is good news. */
const PAPERED =
  /电工|焊|高空|高处|登高|架子工|蜘蛛人|叉车|外墙|保安|厨|切配|饭店|饭馆|奶茶|烘焙|面点|食堂|餐|食品|幼儿园|保育|司机|驾驶|校车|锅炉|起重|塔吊|压力容器|电梯|爆破|护士|救生/u;
/** Papers that some law demands, whatever the trade is called. */
const NAMED_PAPER =
  /健康证|(?:电工|焊工|焊接|叉车|登高|高处|保安员?|特种作业|特种设备|n1|操作|驾驶|起重|塔吊|护士|教师资格|执业)[^|]{0,2}(?:证|照)/u;
/** Courses name the trades they teach. */
const TAUGHT = /(?:技能|免费|取证)培训|培训班|学员/u;
const HAS_PAPER = /证|操作员本|驾照|[abc]\d?照/u;

export const certificateRule: Rule = {
  code: 'certificate',
  mentions: /[证照]|资质|操作员本|[焊电叉]|高[空处]|登高|架子工|外墙|蜘蛛人/u,
  *find(text) {
    if (!PAPERED.test(text) && !NAMED_PAPER.test(text)) return;
    const dispensed = [...findAll(text, without, lawful)];
    yield* dispensed;
    if (dispensed.length > 0 || HAS_PAPER.test(text) || TAUGHT.test(text)) return;
    for (const { trade, paper } of gates) {
      for (const [from, to] of trade ? spans(text, trade) : []) {
        yield { severity: 'warn', from, to, suggestion: `${text.slice(from, to)}(须持${paper})` };
        return;
      }
    }
  },
};
