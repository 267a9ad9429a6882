import { findAll, type Pattern } from '../find.ts';
import type { Rule } from '../types.ts';

/**
 * Conditions about who a person is. Meaning is screened, not characters: 男装缝纫 is a trade, 限男 a condition.
 * `|` is a clause mark in folded text.
 */
const WANT =
  '(?:只|仅|限|限制|只限|仅限|只要|只招|仅招|仅收|只收|要求|必须是?|须为?|需为?|需要|招|招收|招聘|急招|急聘|诚聘|诚招|聘|招募|找|录用)';
const EXCLUDE =
  '(?:勿扰|免谈|勿投|勿来|别来|不要|不收|不招|不考虑|不予考虑|不录用|除外|谢绝|拒绝|止步|莫来|请绕道|绕行|勿)';
const REFUSING = '(?:不要|不招|不收|不录用|不考虑|谢绝|拒绝|不接受|禁止|严禁|别要)';
const PREFER = '(?:优先|为主|为佳|最好|专岗|专属|先要|优先考虑|优先录用)';
const COUNT = '(?:\\d+(?:名|个|人|位)|若干)?';
/** What makes 男/女 part of a product, a place or a trade. */
const GOODS =
  '(?:装|鞋|裤|衬|包(?!装)|裙|袜|帽|士服|士理发|式|款|童|厕|浴|宿|寝|澡|更衣|宾|卫|科|衣|袄|靴|表|内衣|用|性用品|性服|性健康|鞋帽|职工禁忌|职工权益|职工委员|工宿舍|工委|方|家|友|儿|性内衣)';
const SEX_END = `(?!${GOODS}|女|男|婴|孩子|孩?(?:带|照))`;

const hit = (
  severity: 'warn' | 'refuse',
  source: string,
  suggestion: string,
  unless: RegExp[] = [],
): Pattern => ({
  severity,
  words: new RegExp(source, 'u'),
  suggestion,
  unless,
});

const sexAdvice = '删去性别条件,写成“男女不限”,把真正的要求写清楚,如“能搬 20 公斤”';
const TRADES =
  '(?:服务员|保安|保洁|文员|普工|营业员|收银|前台|保姆|月嫂|司机|搬运|厨师|杂工|学徒|技师|销售|客服|护工|包装|缝纫|操作工|车工|导购|工人|助理|主播|老师|店员|库管|质检|会计|厨工|洗碗工|裁缝|电工|焊工|接待|跟单|内勤|业务)';
const sex: Rule = {
  code: 'sex',
  law: '《就业促进法》第二十七条、《妇女权益保障法》第四十三条:招工不得限定性别',
  *find({ folded: { text } }) {
    // Work the State closes to women (女职工禁忌劳动范围) may say so.
    if (/女职工(?:劳动)?禁忌|禁忌(?:从事|劳动|岗位)|国家规定[^|]{0,8}不适合(?:妇女|女)/.test(text)) return;
    yield* findAll(
      text,
      [
        hit(
          'refuse',
          `${WANT}${COUNT}(?:未婚|已婚|年轻|健康|本地)?(?:男|女)(?:性|士|生|工|员工|职工|的|孩|青年|子)?${SEX_END}`,
          sexAdvice,
        ),
        hit('refuse', `(?:男|女)(?:性|士|生|工|员工|孩|的|子)?${PREFER}`, sexAdvice),
        hit('refuse', `(?:男|女)(?:性|士|生|工|的|人|同志)?(?:一律)?${EXCLUDE}`, sexAdvice),
        hit('refuse', `${REFUSING}(?:男|女)(?:性|士|生|工|的|人)?${SEX_END}`, sexAdvice),
        hit('refuse', `(?:男|女)(?:性|士|工)?\\d+(?:名|个|人|位)`, sexAdvice),
        hit('refuse', `性别(?:要求)?[:|]?(?:为)?(?:男|女)(?!女|男|不限|均可|都可)`, sexAdvice),
        hit('refuse', `(?:男|女)(?:性|士)?${TRADES}`, sexAdvice),
        hit(
          'refuse',
          `${WANT}?${COUNT}(?:美女|帅哥|靓女|靓仔|小姐姐|小哥哥|美眉|妹子|帅小伙|小伙子|大姐|大妈|大嫂|大叔|阿姨|宝妈)(?:${PREFER})`,
          sexAdvice,
        ),
        hit(
          'refuse',
          `${WANT}${COUNT}(?:美女|帅哥|靓女|靓仔|小姐姐|小哥哥|美眉|妹子|帅小伙|小伙子|妇女)`,
          sexAdvice,
        ),
      ],
      [
        /男女(?:不限|均可|都可|皆可|都行|都要|均招|不拘|平等|同工同酬|老少)/u,
        /(?:不限|不论|不分|无论)(?:性别|男女)/u,
        /男女/u,
        /子女|妇女之家|妇女节|儿女|母女|孙女|女儿|女职工(?:产假|保护|权益|特殊)/u,
        /(?:不限|无)性别/u,
      ],
    );
  },
};

const ageAdvice = '删去年龄条件;确有需要时填写理由,并写清岗位对身体的要求';
const age: Rule = {
  code: 'age',
  law: '《就业促进法》第三条:平等就业;年龄限制须说明理由',
  *find({ folded: { text } }) {
    const ofOthers =
      /(?:照顾|照看|看护|护理|带|接送|陪护|服务|辅导|教)[^|]{0,10}?\d{1,2}(?:-\d{1,2})?(?:个月|周?岁)/u;
    const children =
      /\d{1,2}(?:-\d{1,2})?(?:个月|周?岁)[^|]{0,2}(?:孩|儿童|宝宝|娃|幼儿|婴|小学生|老人|老奶奶|爷爷)/u;
    const legalBand = /(?:16|18)(?:周)?岁?(?:-|至|到)(?:60|61|62|63|64|65|66|67|68|69|70)(?:周)?岁/u;
    const publicPost = /公益性?岗位?|公岗/u.test(text);
    if (publicPost) return;
    yield* findAll(
      text,
      [
        hit('warn', '\\d{2}(?:周)?岁?(?:-|至|到)\\d{2}(?:周)?岁', ageAdvice),
        hit('warn', '年龄(?:要求)?[:|]?(?:在)?\\d{2}(?:-|至|到)\\d{2}', ageAdvice),
        hit('warn', '\\d{2}(?:周)?岁(?:及)?(?:以下|以内|之内|内|封顶|为限)', ageAdvice),
        hit('warn', '(?:不超过|不大于|不高于|小于|低于|限|未满|上限)\\d{2}(?:周)?岁', ageAdvice, [
          /未满1[68]/u,
        ]),
        hit(
          'warn',
          '(?:[2-9]\\d)(?:周)?岁(?:及)?以上(?:的)?(?:人员)?(?:勿|不要|免谈|不招|不收|除外|谢绝)?',
          ageAdvice,
        ),
        hit(
          'warn',
          `(?:年轻人?|青年|小年轻)${PREFER}|(?:只|仅|限)(?:招|要|收)?年轻人|年龄大(?:的)?${EXCLUDE}|[6789]0后(?:${PREFER})?|0[05]后(?:${PREFER})?|大龄${EXCLUDE}|${REFUSING}(?:大龄|年纪大|年龄大|老年人)`,
          ageAdvice,
        ),
      ],
      [
        ofOthers,
        children,
        legalBand,
        /(?:16|18)(?:周)?岁(?:及)?以上/u,
        /年龄不限|不限年龄/u,
        /\d{2}岁(?:以下|以内)(?:少年|儿童)/u,
      ],
    );
  },
};

const GROUPS =
  '(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|穿青)';
const GROUP = `(?:${GROUPS}族(?:人|同胞|群众)?|少数民族|汉族|汉人|苗人|彝人|藏人|回民|维族)`;
const ethnicAdvice = '删去民族条件;需要语言或手艺时写“会苗语”“会苗绣”';
const ethnicity: Rule = {
  code: 'ethnicity',
  law: '《就业促进法》第二十八条:招工不得以民族为条件',
  *find({ folded: { text } }) {
    yield* findAll(
      text,
      [
        hit(
          'refuse',
          `(?:限|只|仅|要求|必须|须|只要|只招|仅招|仅限|只限|招)(?:是|为)?${GROUP}`,
          ethnicAdvice,
        ),
        hit('refuse', `${GROUP}(?:的)?(?:人|者|人员)?${EXCLUDE}`, ethnicAdvice),
        hit('refuse', `${REFUSING}${GROUP}`, ethnicAdvice),
        hit('refuse', `${GROUP}(?:人|人员)?${PREFER}`, ethnicAdvice, [/同等条件下[^|]{0,8}优先/u]),
        hit('refuse', `民族[:|]?(?:要求)?[:|]?汉`, ethnicAdvice),
      ],
      [
        /(?:不限|不分|不论)民族|民族不限|各民族/u,
        new RegExp(
          `${GROUPS}族(?:服|刺绣|银饰|蜡染|文化|语|歌|舞|村|自治|乡|餐|特色|风味|医|传统|手工|风情|图案)`,
          'u',
        ),
      ],
    );
  },
};

const faithAdvice = '删去宗教条件';
const FAITH =
  '(?:信教|信仰宗教|有?宗教信仰|信佛|信基督|信主|基督徒|基督教|天主教|佛教徒?|伊斯兰教?|穆斯林|道教|教徒|信徒)';
const religion: Rule = {
  code: 'religion',
  law: '《就业促进法》第三条:劳动者不因宗教信仰受歧视',
  *find({ folded: { text } }) {
    yield* findAll(
      text,
      [
        hit('refuse', `${FAITH}(?:的|者|人士|人员)*${EXCLUDE}`, faithAdvice),
        hit('refuse', `${REFUSING}(?:有)?${FAITH}`, faithAdvice),
        hit('refuse', `(?:无|没有|不得有|不能有|没|不能|不得)${FAITH}(?:者|人士)?`, faithAdvice),
        hit('refuse', `(?:不信教|无神论)(?:者|的)?(?:${PREFER})?`, faithAdvice),
        hit(
          'refuse',
          `(?:限|只招|只要|仅限|要求|必须)(?:是)?${FAITH}|${FAITH}(?:者|的)?${PREFER}`,
          faithAdvice,
        ),
      ],
      [
        /(?:尊重|不问|不限|不分|不论)[^|]{0,4}(?:宗教)?信仰|信仰(?:不限|自由)|没有(?:任何)?宗教信仰(?:要求|限制)|无宗教信仰(?:要求|限制)/u,
      ],
    );
  },
};

const PLACES =
  '(?:本地|当地|本市|本县|本区|本村|本省|本镇|外地|外省|外来|外县|外市|农村|城镇|城市|河南|东北|安徽|四川|贵州|云南|湖南|湖北|广西|广东|新疆|西藏|青海|甘肃|山东|江西|浙江|六盘水|水城|盘州|六枝|钟山|安康|巴中)';
const PEOPLE = '(?:户口|户籍|籍|人|居民|身份证|人员|务工人员|人口)';
const placeAdvice = '删去户籍或地域条件,写“户籍不限”';
const householdRegistration: Rule = {
  code: 'household_registration',
  law: '《就业促进法》第三十一条、《人力资源市场暂行条例》:不得设置户籍、地域等限制',
  *find({ folded: { text } }) {
    // Posts the law reserves for relocated families and those hard to place.
    const reserved =
      /公益性?岗位?|公岗|(?:就业)?帮扶车间|扶贫车间|社会企业|以工代赈/u.test(text) &&
      /脱贫|搬迁|监测|困难|零就业|残疾/u.test(text);
    if (reserved) return;
    yield* findAll(
      text,
      [
        hit(
          'refuse',
          `(?:限|只|仅|只招|仅招|只要|仅限|只限|只收|仅收|必须|须|要求|需)(?:是|有|为|持)?(?:${PLACES}(?:的)?${PEOPLE}|有?${PLACES}户)`,
          placeAdvice,
        ),
        hit('refuse', `${PLACES}(?:的)?${PEOPLE}?(?:一律)?${EXCLUDE}`, placeAdvice),
        hit('refuse', `${REFUSING}${PLACES}(?:${PEOPLE}|的)?`, placeAdvice, [
          new RegExp(`${REFUSING}${PLACES}(?:出差|派遣|务工)`, 'u'),
        ]),
        hit('refuse', `${PLACES}(?:的)?${PEOPLE}${PREFER}`, placeAdvice),
        hit('refuse', `(?:户口|户籍)(?:要求)?[:|]?(?:限|须|必须)?(?:为|在)?${PLACES}`, placeAdvice),
      ],
      [
        /(?:户口|户籍|地区|地域|籍贯)不限|不限(?:户口|户籍|地区|地域|籍贯)|外地人?(?:也)?(?:可|包|欢迎|提供)/u,
      ],
    );
  },
};

const familyAdvice = '删去婚育条件,婚姻和生育不能作为录用条件';
const STATE =
  '(?:已婚已育|未婚未育|已婚未育|已婚|未婚|单身|离异|离婚|已育|未育|未孕|生过孩子|有孩子|无孩子|没孩子|没结婚|结过婚|结婚)';
const marriageBirth: Rule = {
  code: 'marriage_birth',
  law: '《妇女权益保障法》第四十三条:不得询问婚育、不得以婚育为录用条件、不得孕检',
  *find({ folded: { text } }) {
    yield* findAll(
      text,
      [
        hit(
          'refuse',
          `(?:限|要求|必须|须|需|需要|招|只要|只招|仅限|${PREFER}|要)(?:是|为)?${STATE}(?!假)`,
          familyAdvice,
        ),
        hit('refuse', `${STATE}(?:女性|女士|女|男|者|的|人士|人员)*(?:${PREFER}|${EXCLUDE})`, familyAdvice),
        hit('refuse', '已婚已育|未婚未育|已婚未育', familyAdvice),
        hit(
          'refuse',
          '(?:\\d|一|两|二|三|四|五|半|几)个?(?:年|月)(?:之)?内(?:不得|不准|不能|不许|不可|不|无|没有)(?:打算|计划)?(?:要)?(?:结婚|怀孕|生育|生小?孩|生娃|孩子|婚育|备孕|生育计划|怀孕计划|结婚计划)',
          familyAdvice,
        ),
        hit(
          'refuse',
          '(?:入职|在职|合同|试用|工作)(?:期|期间)?(?:内)?(?:不得|不准|不能|不许|禁止|不可)(?:结婚|怀孕|生育|生小?孩|生娃|恋爱)',
          familyAdvice,
        ),
        hit('refuse', '(?:不得|不准|禁止|不许)(?:结婚|怀孕|生育|生小?孩)', familyAdvice),
        hit(
          'refuse',
          '孕检|妊娠(?:检|测)|验孕|怀孕检|早孕检|未孕证明|不孕证明|无孕证明|承诺不(?:怀孕|生育|结婚|生孩子)',
          familyAdvice,
        ),
        hit(
          'refuse',
          `(?:孕妇|怀孕(?:的|者|女性)?|哺乳期|备孕(?:的|者)?)${EXCLUDE}|${REFUSING}(?:孕妇|怀孕|哺乳期|备孕)|怀孕(?:即|就|自动|视为|须)?(?:离职|辞退|解除|走人|辞职)`,
          familyAdvice,
        ),
        hit(
          'refuse',
          `婚姻(?:状况|情况)?(?:要求)?[:|]?${STATE}|婚育(?:状况|情况)[:|]?(?:要求)?${STATE}`,
          familyAdvice,
        ),
        hit(
          'refuse',
          `(?:有|无)(?:小孩|孩子|娃)(?:的)?(?:拖累)?${EXCLUDE}|${REFUSING}(?:带|有)(?:孩子|小孩|娃)的`,
          familyAdvice,
        ),
      ],
      [
        /婚(?:育|否|姻)(?:状况)?不限|不限婚(?:育|否|姻)|已婚(?:、|\|)?未婚(?:均|都|皆)可|未婚(?:、|\|)?已婚(?:均|都|皆)可|未婚(?:或|和|及)已婚(?:均|都|皆)可|(?:不得|不能|不|严禁|禁止)(?:要求|进行|做|查|询问|强制)[^|]{0,4}孕检|无需孕检|不孕检|婚假|产假|生育(?:保险|津贴)/u,
      ],
    );
  },
};

const liverAdvice = '删去乙肝检测要求;食品、幼教岗位写“持健康证”即可';
const hepatitisB: Rule = {
  code: 'hepatitis_b',
  law: '《就业促进法》第三十条及人社部发〔2010〕12号:不得检测乙肝、不得以此拒录',
  *find({ folded: { text } }) {
    yield* findAll(
      text,
      [
        hit(
          'refuse',
          '乙肝(?:两对半|携带|病毒|表面抗原)?(?:者|的)?(?:检查|检测|化验|报告|勿扰|不要|免谈|不招|不收)?|乙型肝炎|两对半|hbv|hbsag|澳抗|大三阳|小三阳|肝功能?(?:须|必须|要)?(?:正常|检查|化验|检测|合格)|肝炎(?:患者|携带)?',
          liverAdvice,
        ),
      ],
      [
        /(?:不|无需|不用|不得|严禁|禁止|免)(?:查|检|做|检测|检查|要求|化验|歧视|限制?)[^|]{0,3}(?:乙肝|两对半|肝功)|乙肝(?:疫苗|不限|携带者?(?:可|也可|均可|不受限))/u,
      ],
    );
  },
};

const disabledAdvice = '删去对残疾人的排斥,写清岗位实际动作要求;可写“欢迎残疾人应聘”';
const disability: Rule = {
  code: 'disability',
  law: '《残疾人保障法》第三十八条、《就业促进法》第二十九条:不得歧视残疾人',
  *find({ folded: { text } }) {
    const DISABLED = '(?:残疾|残障|残废|聋哑|瘸|跛|肢残|盲)(?:人士|人员|人|者|的)?';
    yield* findAll(
      text,
      [
        hit('refuse', `(?:有|身体)?${DISABLED}(?:一律)?${EXCLUDE}`, disabledAdvice),
        hit('refuse', `${REFUSING}(?:有)?${DISABLED}`, disabledAdvice),
        hit(
          'refuse',
          `(?:无|非|没有|不是|不能有|不得有|不可有)(?:身体)?(?:残疾|残障|残缺|身体缺陷|生理缺陷|缺陷)|(?:肢体|四肢|手脚)(?:健全|齐全|无残)`,
          disabledAdvice,
        ),
      ],
      [
        /(?:欢迎|接收|接受|招|优先|安置|适合|可)[^|]{0,4}残(?:疾|障)|残(?:疾|障)人?(?:士|员)?(?:也)?(?:优先|可|均可|欢迎|专岗)/u,
        /不(?:歧视|拒绝|排斥)残疾/u,
      ],
    );
  },
};

export const discriminationRules: readonly Rule[] = [
  sex,
  age,
  ethnicity,
  religion,
  householdRegistration,
  marriageBirth,
  hepatitisB,
  disability,
];
