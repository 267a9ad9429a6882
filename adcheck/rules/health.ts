import { findAll, refuse } from '../find.ts';
import type { Rule } from '../types.ts';
import { EXCLUDE, FILL, PREFER, REFUSING } from './phrases.ts';

const FIT = '身体健康,能胜任岗位工作';
const LIVER =
  '(?:乙肝|肝病|乙型肝炎|丙肝|hbv|hbsag|澳抗|大小三阳|大三阳|小三阳|两对半|(?<!甲型?|戊型?)肝炎|肝功能?)(?:五项|两对半|表面抗原|病毒|携带|患者|检测|检查|化验|报告|单|阳性|阴性|异常|正常|合格|者|的){0,6}';

const liverPatterns = [
  refuse(
    `(?:(?:必须|须|需|要|要求|自带|提供|体检|抽血|入职){0,6}(?:查|检测|检查|化验|含|含有)|无|没有|非|不得患有?|不能有|不招|不要|不收|有)?${LIVER}(?:就行|${EXCLUDE})?`,
    FIT,
  ),
];
const liverLawful = [
  /(?:不|无需|不用|不得|严禁|禁止|免|不含|不做)(?:查|检|做|检测|检查|要求|化验|歧视|限制?|强制|进行|以|含|包含|涉及){1,6}[^|]{0,3}(?:乙肝|两对半|肝功|乙型肝炎)(?:检测|检查|项目)?/gu,
  /不(?:得|能|会|可)?(?:因|以|由于)(?:患|携带|为)?[^|]{0,6}(?:乙肝|乙型肝炎|肝炎)/gu,
  /乙肝(?:疫苗|不限|病毒?携带者?(?:可|也可|均可|不受限|同等))|(?:甲肝|戊肝|甲型肝炎|戊型肝炎)|肝炎(?:门诊|病房|病区|科|区域)/gu,
];

/** 《食品安全法》 keeps some infectious diseases from food; hepatitis B is none of them. */
export const hepatitisRule: Rule = {
  code: 'hepatitis_b',
  find: (text) => findAll(text, liverPatterns, liverLawful),
};

const DISABLED =
  '(?:残疾|残障|残废|聋哑|聋人|聋子|哑巴|智障|瘸腿|瘸子|瘸|跛脚|跛子|跛|肢残|盲人|失明|轮椅|驼背|口吃|结巴|断指|(?:听力|言语|语言|智力|视力|精神)(?:障碍|残疾)|(?:腿脚|腿|脚|手脚|手|身体|行动)不(?:方便|便|灵活|灵便|好使)|(?:耳朵|听力|耳)(?:听不见|听不清|不好|有问题|背)|(?:眼睛|视力)(?:看不见|有问题)|耳背)(?:人士|人员|员工|人|证|者|的|\\||和|或){0,6}';
const OPEN = '身体条件能胜任岗位即可';

const disabledPatterns = [
  refuse(`(?:有|身体|肢体|手脚|坐){0,6}${DISABLED}(?:聋子|智障|聋哑|肢残|的){0,6}${EXCLUDE}`, OPEN),
  refuse(`(?:有|身体){0,6}(?:${DISABLED}|(?:身体|生理)缺陷)(?:的|者){0,6}${FILL}\\|?${EXCLUDE}`, OPEN),
  refuse(
    `(?:身体|肢体|手脚|腿脚|手|脚|腿|眼睛|视力|听力|耳朵|说话)(?:上)?(?:有|不)?(?:缺陷|毛病|残缺|便|方便|灵便|利索|好使?|行|健全)(?:的|者|人){0,3}${EXCLUDE}`,
    OPEN,
  ),
  refuse(`${REFUSING}(?:有|任何|身体|录用){0,6}${DISABLED}`, OPEN),
  refuse(
    '(?:无|非|没有|不是|不能有|不得有|不可有|没)(?:任何|身体|肢体|明显|生理|重大){0,6}(?:残疾|残障|残缺|缺陷|伤残)(?:人|者)?',
    OPEN,
  ),
  refuse(
    `(?:肢体|四肢|手脚|身体)(?:健全|齐全|无残)(?:者|人)?(?:${PREFER})?|(?:只|仅|限)(?:招|收|要)?健全人?`,
    OPEN,
  ),
];
const disabledLawful = [
  /(?:欢迎|(?<!不)接收|(?<!不)接受|专招|(?<!不)招收?|优先|安置|适合)[^|]{0,8}(?:残(?:疾|障)|聋|盲)/gu,
  /残(?:疾|障)人?(?:士|员)?(?:也|均|都)?(?:优先|可|欢迎|专岗)|不(?:歧视|拒绝|排斥)残疾/gu,
];

export const disabilityRule: Rule = {
  code: 'disability',
  find: (text) => findAll(text, disabledPatterns, disabledLawful),
};
