import { findAll, refuse } from '../find.ts';
import type { Rule } from '../types.ts';
import { about, WELCOMED, welcomed } from './people.ts';
import { BEGIN, COUNT, END, PREFER, WANT } from './phrases.ts';

/** Meaning is screened, not characters: 男装缝纫 is a trade, 限男 a condition. */
const GOODS =
  '装|鞋|裤|衬|包(?!装)|裙|袜|帽|士服|士理|士西|士内|士皮|式|款|童|厕|浴|宿|寝|澡|更衣|宾|卫|科|衣|袄|靴|表|用品?|性用|性服|性健|性内|性美|性护|职工禁|职工权|职工委|职工特|职工[孕产生]|工宿|工委|生宿|生公寓|方(?![免不勿别])|家|友|儿|子(?:美容|理发|会所|健身|医院|学校|监狱|瑜伽|舞蹈|公寓|俱乐部|足球|篮球|排球|队|赛|用品)';
/** One sex alone: no 男女, 子女, 妇女之家, and no goods for it. */
const SEX = `(?<![男妇子孙儿少仙母侄甥长])(?:男+|女+)(?!男|女|婴|${GOODS}|\\|女|\\|男)`;
const PERSON = '(?:性|士|生|工|员工|职工|孩子?|娃儿?|娃娃|青年|同志|同学|的|哩|子|人)?';
const STATE =
  '(?:未婚|已婚|单身|年轻|健康|本地|漂亮|成年|中年|适龄|温柔|勤快|勤劳|踏实|老实|强壮|(?:有?力气|身体|形象|气质)[好佳大]?|细心|开朗|活泼|高挑|能干|肯干|吃苦|退[伍役]|阳光|青壮){0,6}的?';
const SHE =
  '美女|靓女|小姐姐|小姐|美眉|妹子|小妹妹?|大姐|大妈|大嫂|阿姨|宝妈|妇女|小姑娘|姑娘|嫂子|辣妹|婆娘|小?媳妇|大婶|大娘|婶子|幺妹|妹[崽娃儿]|女神|嬢嬢|孃孃|女将|小仙女|姐妹们|婆婆客|女娃儿?|女人家?|老?姐姐?|妹妹儿?';
const HE =
  '帅哥|靓仔|小哥哥|小弟|帅?小伙子?|大叔|大哥|汉子|老?爷们|壮汉|大汉|男神|老哥哥?|哥们|男将|男娃儿?|男人|大爷|弟弟|弟娃|带把儿?的';
/** Who hires a 阿姨 hires for housework; only 只要阿姨 and 阿姨勿扰 are about a sex. */
const NICE = `(?:${SHE}|${HE})`;
const TRADE =
  '(?:服务|保安|保洁|文员|普工|营业|收银|前台|保姆|月嫂|司机|搬运|厨师|杂工|学徒|技师|销售|客服|护工|护理|包装|缝纫|操作|车工|导购|店员|库管|质检|会计|出纳|厨工|洗碗|裁缝|电工|焊工|接待|跟单|内勤|业务|助理|主播|老师|教练|秘书|工人|临时工|小工|长期工|暑假工|员\\d|经理|店长|迎宾|礼仪|讲解|模特|分拣|装卸|仓管|驾驶)';

const NEUTRAL = '男女不限';
const countOf = (phrase: string) => /\d+(?:名|个|人|位)|一名|一个|一位|两名|两个/u.exec(phrase)?.[0] ?? '';
/** 招2名女工 → 招聘2名,男女不限; 女服务员 → 服务员(男女不限). */
const rewritten = (phrase: string) => {
  const trade = new RegExp(`${TRADE}(?:员|工|师|人)?`, 'u').exec(phrase)?.[0];
  const count = countOf(phrase);
  if (trade) return `${count ? `招${count}` : ''}${trade}(${NEUTRAL})`;
  return count ? `${count},${NEUTRAL}` : NEUTRAL;
};

const patterns = [
  refuse(
    `${WANT}(?:为|是)?${COUNT}${STATE}${SEX}${PERSON}(?:${TRADE}(?:员|工|师|人)?)?(?:${PREFER})?`,
    rewritten,
  ),
  ...about(`${SEX}${PERSON}`, NEUTRAL),
  ...about(NICE, NEUTRAL),
  refuse(`(?:未婚|已婚|单身|年轻|健康|漂亮|成年|中年|适龄)的?${SEX}(?:性|士|生|工|孩|青年)`, NEUTRAL),
  refuse(`${BEGIN}(?!男[^|]{0,12}\\|女|女[^|]{0,12}\\|男)${SEX}(?:性|士|生)身高`, NEUTRAL),
  refuse(`[或和及]${SEX}(?:性|士|生|工)${END}`, NEUTRAL, [/[男女](?:性|士|生|工)?[或和及][男女]/gu]),
  refuse(`(?:以上|左右|\\d{3}(?:cm|厘米)?)的?${SEX}(?:性|士|生|工|孩)`, NEUTRAL),
  refuse(`${SEX}(?:性|士|生|工|职员|员工|青年)?(?:\\d+|[一二两三四五六七八九十]+)(?:名|个|人|位)`, rewritten),
  refuse(`\\d+(?:名|个|人|位)${SEX}(?:性|士|生|工)?${END}`, rewritten),
  refuse(`性别(?:要求|限制|条件)?:?(?:为|限|是)?${SEX}(?:性|士)?`, `性别不限`),
  refuse(
    `${BEGIN}(?:要求|条件)?:?(?<!女\\||男\\|)${STATE}${SEX}(?:性|士|生|工|青年|孩|的)?(?:即可|就行)?${END}`,
    NEUTRAL,
  ),
  refuse(`(?:的|名|位|个|些|为|是)${SEX}(?:性|士|生|孩|工|同志|人)?${END}`, NEUTRAL),
  refuse(`${SEX}(?:性|士|生)?${TRADE}(?:员|工|师|人)?`, rewritten),
  refuse(`不(?:适合|适宜|宜)于?${SEX}(?:性|士|生|工|孩)`, NEUTRAL),
  // 叉车司机(男): the sex behind the post.
  refuse(`${TRADE}(?:员|工|师|人)?${SEX}(?:性|士|生)?${END}|(?<=\\p{Script=Han})${SEX}${END}`, rewritten),
  refuse(`(?<![都也女男])${SEX}(?:的|生|人|工)来(?=\\||$)`, NEUTRAL),
  // 女工已满, 男生不缺了: places counted by sex.
  refuse(
    `${SEX}${PERSON}[^|不]{0,4}(?:已满|满了|招满|够了|饱和|不缺|停招|截止)|${WANT}(?:\\d+|[一二两三四五六])[个名]?男\\|?(?:\\d+|[一二两三四五六])[个名]?女`,
    NEUTRAL,
  ),
  refuse('男女各(?:\\d+|[一二两三四五六七八九十]+)[名个人位]', NEUTRAL),
  refuse(`(?<!不)(?:适合|适宜|适于)${STATE}${SEX}(?:性|士|生|工|孩)`, NEUTRAL),
  // Pay or places that differ by sex.
  refuse(
    `${SEX}${PERSON}(?:一天|每天|日薪|月薪|工资|:){0,3}\\d{3,}(?:元|块)?[^|]{0,6}\\|?[^|]{0,2}(?:男|女)${PERSON}(?:一天|每天|日薪|月薪|工资|:){0,3}\\d{3,}`,
    '同工同酬',
  ),
  refuse(
    `${WANT}${COUNT}(?:${TRADE}(?:员|工)?)(?:美女|帅哥|靓女|靓仔|小姐姐|小哥哥|小姐|美眉|妹子|小妹|小弟|小伙子?|姑娘|辣妹|妹崽|妹娃|女神|男神|小姑娘|小仙女)`,
    rewritten,
  ),
  refuse(`(?!阿姨)${NICE}\\d+(?:名|个|人|位)`, rewritten),
  refuse(
    'gender:?(?:m|f)|(?:females?|males?|women|men|ladies|girls|boys)only|no(?:women|men|females?|males?)',
    NEUTRAL,
  ),
  refuse(`(?:只|仅|限|专)(?:要|招|收|限|用)?${COUNT}阿姨`, NEUTRAL),
  refuse(
    `(?:想|要|找|招|来|聘|寻)(?:个|位|名)?[^|不给为替照护]{0,10}的(?!阿姨)${NICE}(?=[|来做干帮管]|$)`,
    rewritten,
  ),
  refuse(
    `${WANT}${COUNT}(?:${STATE}|[^|不男女给为带照看护]{1,2})(?!阿姨)${NICE}(?!服|鞋|病|科|保健|用品|联|儿童|节|湖|之)`,
    rewritten,
  ),
];

const AND = '(?:\\||和|或|与|及|跟)?';
const lawful = [
  ...WELCOMED,
  ...welcomed(`${SEX}${PERSON}`),
  // Both named side by side: 男护士女护士, 男工女工都要.
  /男([^|男女\d]{2,4})(?:\||和|或|及|与)?女\1|女([^|男女\d]{2,4})(?:\||和|或|及|与)?男\2/gu,
  new RegExp(
    `(?:(?:${SHE})${AND}(?:${HE})|(?:${HE})${AND}(?:${SHE}))(?=[都均也皆可俱]|来?(?:\\||$))(?!\\|[^|]{0,6}[勿不别莫免谢])`,
    'gu',
  ),
  // 联系人:王女士 is a name.
  /(?:联系|电话|微信|咨询|负责)[^|]{0,4}?:?\p{Script=Han}{1,3}(?:女士|先生|小姐|大?姐|阿姨|大?哥)/gu,
  /(女|男)生宿舍[^|]{0,4}\1性?宿管/gu,
  /由男([^|男女\d]{2,4})[^\n]{0,12}?由女\1/gu,
  /男女(?:不限|均可|都可|皆可|都行|都要|均招|不拘|平等|同工同酬|老少|各(?!\d|[一二两三四五六七八九十]+[名个人]))/gu,
  /(?:不限|不论|不分|无论|不看)(?:性别|男女)|(?:不限|无)性别|性别不限/gu,
  /妇女(?:之家|节|联合会|权益|儿童)|女职工(?:产假|保护|权益|特殊)/gu,
  /(?:姐妹|兄弟){1,6}|找阿姨(?:带|照|做)|阿姨(?:厨房|食堂)/gu,
  /(?:不得|不能|不准|不可|不)(?:只招|限|限定|要求|以)(?:男|女|性别)/gu,
];

/** Work the law closes to women (女职工禁忌劳动范围) may say so. */
const CLOSED =
  /女职工(?:劳动)?禁忌|禁忌(?:从事|劳动|岗位)|国家规定[^|]{0,8}不适合(?:妇女|女)|女职工劳动保护特别规定|(?:井下|矿山)[^|]{0,8}依法/u;

export const sexRule: Rule = {
  code: 'sex',
  mentions: new RegExp(`[男女]|${NICE}|males?|gender|men|girls|boys|ladies`, 'u'),
  *find(text) {
    if (!CLOSED.test(text)) yield* findAll(text, patterns, lawful);
  },
};
