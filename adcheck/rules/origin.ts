import { findAll, refuse } from '../find.ts';
import type { Rule } from '../types.ts';
import { about, WELCOMED, welcomed } from './people.ts';
import { BEGIN, END, EXCLUDE, FILL, ONLY, PREFER, REFUSING } from './phrases.ts';

/** Conditions about where a person comes from: people, faith, registered place. */
const ETHNIC =
  '(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|穿青)';
const CRAFT =
  '服|刺绣|绣|银饰|蜡染|扎染|文化|语|歌|舞|村|自治|乡|县|镇|餐|菜|特色|风味|风情|医|药|传统|手工|图案|马尾|非遗|节|习惯|习俗|工坊|饰品|酒|美食|乐器|聚居|地区';
const GROUP = `(?:(?:${ETHNIC}|汉|维)族(?!${CRAFT})(?:人|同胞|群众)?|少数民族(?!${CRAFT}|工作)(?:人|员工|同胞|群众){0,6}|少民|汉家?人|[三3](?:个)?族(?:的|人)?|[苗侗彝瑶藏壮]家[人的]|[苗彝藏回维]胞|(?:其他|其它|别的?|外)民?族的?|苗人|彝人|藏人|回民(?!街|医院|中学|小学|学校|食堂|餐)|维族)`;
const GROUPS = `(?:(?:凉山|四川|云南|贵州|新疆|西藏|青海|甘肃|宁夏|广西|内蒙古?)(?:省|州|的)?(?:\\||和|及)?){0,3}(?:${GROUP}(?:和|或|及|与|\\|)?){1,6}`;
const ANY_GROUP = '民族不限';

const ethnicPatterns = [
  refuse(`(?:${ONLY}|招聘?|诚聘|急招|找)(?:为|是)?${GROUPS}(?:的|者)?(?:厨师|员工|工人|服务员)?`, ANY_GROUP),
  refuse(`不是${GROUPS}(?:的|就|才|都)|(?:写|填|登记)(?:的?是|着|为)?汉(?=[的族就才|])`, ANY_GROUP),
  refuse(`非${GROUPS}(?:的|者)?(?:${EXCLUDE})?`, ANY_GROUP),
  ...about(GROUPS, ANY_GROUP),
  ...about(`${BEGIN}(?:(?:汉|维|${ETHNIC})(?:\\||和|跟)?){2,}(?:[两三四\\d]个?族)?`, ANY_GROUP),
  // 维不要藏不要: names cut to one character, each beside a refusal.
  refuse(
    `(?<!\\p{Script=Han})(?:[汉维藏回彝苗蒙满壮侗瑶水]|布依|穿青)(?:的|人)?${EXCLUDE}(?:[维藏回彝苗蒙满壮](?:的|人)?${EXCLUDE}){0,6}`,
    ANY_GROUP,
    [/回去|回家|回头|满不/gu],
  ),
  refuse(
    `民族(?:要求|要|须|必须)?:?(?:填|写)?(?:为|是|限)?(?:汉|${ETHNIC})(?:族)?(?:${PREFER})?${END}`,
    ANY_GROUP,
  ),
  refuse(`${BEGIN}${GROUP}${END}`, ANY_GROUP),
];
const ethnicLawful = [
  new RegExp(`(?:${GROUP}(?:\\||和|及|与)?){1,6}(?:${ETHNIC}|汉)族(?:${CRAFT})`, 'gu'),
  ...WELCOMED,
  ...welcomed(GROUP),
  new RegExp(`(?:${GROUP}\\|?){2,6}[^|不外]{0,4}(?:都|均|皆)(?:有|要|收|招|可|行|能)`, 'gu'),
  /(?:不限|不分|不论)民族|民族不限|各民族|各族/gu,
  // Autonomous areas may favour local peoples among equals: 《民族区域自治法》第二十二条.
  /同等条件下?[^|汉]{0,8}优先|少数民族同等条件下?优先/gu,
];

export const ethnicityRule: Rule = {
  code: 'ethnicity',
  mentions: /族|少民|[汉苗彝藏回维蒙满壮侗瑶水]|布依|穿青/u,
  find: (text) => findAll(text, ethnicPatterns, ethnicLawful),
};

const FAITH =
  '(?:信(?:仰)?(?:任何|其[他它]|别的?|什么)?(?:宗教|教)|有?(?:任何)?(?:宗教)?信仰(?:宗教)?|信佛|信(?:仰)?基督教?|基督教?会|信主|信耶稣|基督徒|基督教徒?|天主教徒?|佛教徒?|伊斯兰教?(?:信?徒)?|穆斯林|道教徒?|宗教人士|宗教信徒|信徒|教徒|(?:去|上|进)(?:教堂|寺庙|清真寺)|做礼拜|(?:烧香)?拜(?:佛|神|菩萨|观音|祖)|礼佛|吃斋(?:念佛)?|念佛|念经|信(?:菩萨|[道神鬼主])|信奉[^|]{0,4}教?|信什么教?|佛门(?:弟子|中人)?|诵经|教友|阿门|主内|教堂徒|入了?教的?|供(?:神|佛|菩萨)|弟兄姊妹|兄弟姊妹|受洗的?|皈依|居士|清真寺|宗教背景|[戴带](?:十字架|佛珠|头巾))(?:者|的|人士|人员|员工){0,6}(?!石窟|文化|寺|用品|音乐|协会|院校|建筑|艺术|博物馆|遗址|古迹|题材|书)';
const ANY_FAITH = '宗教信仰不限';

const faithPatterns = [
  refuse(`(?:无|没有|不得有?|不能有?|没|非)(?:任何)?${FAITH}(?:${PREFER})?`, ANY_FAITH),
  refuse(`(?:无|没有)(?:任何)?宗教${END}`, ANY_FAITH),
  refuse(`[也都](?:得|要|须|必须)(?:一起|跟着|同样)?信(?:[教佛主神]|${END})`, ANY_FAITH),
  refuse('不(?:得|能|准|许)?(?:参加|参与|从事|搞)[^|]{0,4}宗教(?:活动)?', ANY_FAITH),
  refuse(`不信仰?(?:任何)?宗?教(?:者|的)?(?:${PREFER})?|无神论者?(?:${PREFER})?`, ANY_FAITH),
  refuse(`(?:${ONLY}|招)(?:为|是|员工){0,6}${FAITH}(?:${PREFER})?`, ANY_FAITH),
  ...about(FAITH, ANY_FAITH),
  refuse(`(?:想|要|招|找|聘)[^|不]{0,6}${FAITH}(?=的)`, ANY_FAITH),
  refuse(`宗教(?:信仰)?(?:情况|要求)?:?(?:为|须|必须)?(?:无|没有|空白)(?=\\||$|者|的)`, ANY_FAITH),
  refuse(`(?:得|要|须|必须|都要)(?:跟着?|一起|每天|同|随|天天|早晚){0,2}${FAITH}`, ANY_FAITH),
];
const faithLawful = [
  ...WELCOMED,
  ...welcomed(`(?:不|无|没有?)?${FAITH}`),
  /信教?不信教/gu,
  /(?:尊重|不问|不看|不限|不分|不论)[^|]{0,8}信仰|信仰(?:不限|自由)|(?:无|没有)(?:任何)?宗教信仰(?:方面)?的?(?:要求|限制|歧视)|教徒弟/gu,
];

export const religionRule: Rule = {
  code: 'religion',
  mentions: /[教信佛神主阿徒斋拜经道鬼]|穆斯林|皈依|居士|清真|姊妹|受洗|十字架|头巾/u,
  find: (text) => findAll(text, faithPatterns, faithLawful),
};

const LOCAL =
  '辖区内?|属地|本地|当地|本市|本县|本区|本省|本镇|本乡|本村|本组|本(?:街道?|社区|小区|片区)|咱村|我们村|本州';
const OUTSIDE =
  '外面来?|外头|外边|外籍|异地|外寨|外组|跨省|(?:别|其他|其它)的?(?:村|镇|县|省|地方)|外地|外省|外来|外县|外市|外村|外镇|外乡|外区';
const PROVINCE =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古?|广西|西藏|宁夏|新疆|东北|云贵川?|两广|凉山|毕节|六盘水|水城|盘州|六枝|钟山|安康|巴中|贵阳|遵义|昭通|潮汕|客家|闽南|江浙沪?|川渝|温州|广州|深圳|东莞|杭州|苏州|南京|武汉|长沙|成都|郑州|西安|昆明|福州|南昌|合肥|济南|青岛|曲靖|达州|汉中';
const NAMED = `(?:${PROVINCE})(?:省|市|县|地?区|州)?`;
const PLACE = `(?:(?:${PROVINCE})?(?:${LOCAL})|${OUTSIDE}|${NAMED}|农村|城镇|城市|农业|非农业?|[\\p{Script=Han}a-z]{2,3}(?:省|市|县|区|州|镇|乡))`;
const PEOPLE =
  '(?:(?:常住|常驻|城镇|农村|农业|非农业?)?(?:户口[簿本]?|户籍)|籍贯|籍|人士|人员|人(?!社|才(?![能要可会准收])|民|力|气)|(?:那边|那头|一带)(?:过?来)?的|过?来的|的?(?:兄弟姐妹|兄弟|姐妹|朋友|老表|师傅)|佬|居民|村民|市民|身份证|务工人员|人口|老乡)';
const ANY_PLACE = '户籍不限';

/** Those who come from somewhere, named by the place or by where their papers are not. */
const FROM = `(?:(?:${LOCAL}|${OUTSIDE}|${NAMED})的?${PEOPLE}{1,3}|(?:户口|户籍|身份证)(?:不|没|非)(?:在|是|属于?)[^|]{1,10}?的|(?:${OUTSIDE})的?(?=(?:就|都|一律|朋友){0,2}(?:不[要收招用考]|[勿别莫免]))|${NAMED}的?(?:工人|员工|工友)|(?:${LOCAL}|${OUTSIDE}|${NAMED})的?(?:求职者|应聘者|应聘人员)|(?:不是|非)(?:${LOCAL})的|外来?(?:户|籍)|(?:农村|城镇|城市|非?农业?)(?:户口|户籍)|${NAMED}(?:以外|之外)的?(?:老表|人)?|(?:${NAMED}的(?:和|跟|\\|)?)+(?=[我们一就都不勿别莫免])|(?:其他|其它|别的?)(?:地方|地区|乡镇|县)的)`;

const placePatterns = [
  ...about(FROM, ANY_PLACE, { unless: [/需要?外地人?(?:出差|派)/gu] }),
  refuse(
    `(?:${NAMED}\\|?){1,6}(?:[两三四]省|等地|一带|地区)?的?(?:暂|一律|都)?(?:不要(?!求)|不招|不收(?!取|费)|谢绝|勿扰|免谈)`,
    ANY_PLACE,
  ),
  refuse(`(?:${LOCAL})[^|不]{0,4}有[^|不]{0,3}户口(?:的|者)?${PREFER}`, ANY_PLACE),
  // 本村人一天150,外村人一天120
  refuse(
    `(?:${LOCAL})的?人?[^|不]{0,6}\\d{2,}[^|]{0,4}\\|(?:${OUTSIDE})的?人?[^|不]{0,6}\\d{2,}`,
    '同工同酬',
  ),
  refuse(`${FROM}[^|不]{0,4}(?:需|须|要|得)[^|]{0,8}(?:担保|保人|作保)`, ANY_PLACE),
  refuse(
    `(?:户口|户籍|籍贯|祖籍|老家)[^|不]{0,8}(?:在|是|为|属于?)[^|不]{1,8}(?:的|者)?(?:才|方|优先|就要|就收)[^|]{0,3}`,
    ANY_PLACE,
  ),
  refuse(
    `(?:${ONLY}|持|有|提供)(?:为|是|有|持|咱们?|我们|自家){0,6}(?:${NAMED}(?:\\||和|及|或)?){0,3}(?:${PLACE}的?${PEOPLE}(?:上的人?)?|本地户|(?:${PROVINCE})?(?:${LOCAL})的)(?:员工|者|的|报名){0,6}(?:${PREFER})?`,
    ANY_PLACE,
    [/需要?外地人?(?:出差|派)/gu],
  ),
  refuse(`${PLACE}的?${PEOPLE}{1,3}(?:者|的)?${FILL}${EXCLUDE}`, ANY_PLACE),
  refuse(`${REFUSING}(?:非)?${PLACE}的?${PEOPLE}{1,3}`, ANY_PLACE),
  refuse(`${REFUSING}${NAMED}(?:(?:\\||和|及|或)?${NAMED}){0,6}(?:的|籍|人)`, ANY_PLACE, [
    /的(?:货|菜|产品|客户|订单|班车|车|材料)/gu,
  ]),
  refuse(`${REFUSING}(?:${OUTSIDE})(?:的|工)?`, ANY_PLACE, [/(?:出差|派遣|务工)/gu]),
  refuse(`${PLACE}的?${PEOPLE}{1,3}(?:者|的)?${PREFER}`, ANY_PLACE),
  refuse(`非(?:${LOCAL}|${NAMED})(?:的)?${PEOPLE}{1,3}(?:者|的)?(?:${EXCLUDE})?`, ANY_PLACE),
  refuse(
    `(?:户口|户籍|籍贯)(?:要求|限制|条件|所在地)?:?(?:限|须|必须|需|要|仅限)?(?:为|在|是)?${PLACE}`,
    ANY_PLACE,
  ),
  refuse(`(?:须|需|要|必须)(?:具)?有[^|]{0,8}(?:${LOCAL}|${NAMED})的?(?:户口|户籍)`, ANY_PLACE),
  refuse(`${BEGIN}(?:${LOCAL})(?:人|户口|户籍)${END}`, ANY_PLACE),
];
const placeLawful = [
  ...WELCOMED,
  ...welcomed(`(?:${LOCAL}|${OUTSIDE}|${NAMED}|农村|城镇)的?${PEOPLE}{0,3}`),
  /(?:户口|户籍|地区|地域|籍贯)(?:均?不限|均可)|不限(?:户口|户籍|地区|地域|籍贯)|不设[^|]{0,16}户籍/gu,
  /(?:本地|外地)(?:人|户口)?\|?(?:或|和|及)?(?:本地|外地)(?:人|户口)?(?:均|都|皆)可/gu,
  /(?:本市|本县|本地)?(?:户籍|户口)[^|]{0,5}(?:政策|咨询|登记|迁移|业务|窗口|管理|手续)|(?<![地市县区省镇])(?:户籍|户口)本(?!地)/gu,
];
/** Posts reserved for relocated families and those hard to place. */
const isReserved = (text: string) =>
  /公益性?岗|公岗|帮扶车间|扶贫车间|社会企业|以工代赈|护林员|安置点/u.test(text) &&
  /脱贫|搬迁|监测|困难|零就业|残疾/u.test(text);

export const registrationRule: Rule = {
  code: 'household_registration',
  mentions: new RegExp(`[籍户省市县区乡镇村州外人地街]|身份证|${PROVINCE}`, 'u'),
  *find(text) {
    if (!isReserved(text)) yield* findAll(text, placePatterns, placeLawful);
  },
};
