import { findAll, warn } from '../find.ts';
import type { Rule } from '../types.ts';
import { about, WELCOMED } from './people.ts';
import { BEGIN, EXCLUDE, PREFER, WANT } from './phrases.ts';

/** Age limits that go beyond what the law itself says are shown to a person, who has to give a reason. */
const ADULT = '年满18周岁';
const AGE = '(?:周?岁|周岁)';
const TO = '(?:-|至|到)';
const TWO = '(?<!\\d)[1-6]\\d';

const OLD =
  '(?:大龄|(?:年龄|年纪|岁数)(?:偏|太|过|较|比较)?(?:大|高|老)了?|上了(?:年纪|岁数)|高龄|老年人?|老人家?|老头子?|老太太?|老大爷|老婆婆|年老|中老年|大爷大妈|叔叔阿姨|年长|老同志|[五六]十(?:来|多)?岁?的)';

const patterns = [
  warn(`${TWO}${AGE}?${TO}\\d{2}${AGE}(?:之间|左右)?`, ADULT),
  warn(`年龄[^|\\d]{0,6}${TWO}${AGE}?${TO}\\d{2}(?!\\d)`, ADULT),
  warn(
    `(?:超过|大于|高于|(?<![未不没])满|过)了?${TWO}${AGE}?(?:[以往]上)?(?:(?:的|者)[^|\\d]{0,8}?)?${EXCLUDE}`,
    ADULT,
  ),
  warn(`${TWO}${AGE}?[以往]上[^|\\d]{0,6}?${EXCLUDE}`, ADULT, [/[6-9]\d周?岁?(?:及|或)?[以往]上/gu]),
  warn('出生(?:日期|年月|年份|时间)[^|\\d]{0,6}(?:19|20)\\d{2}', '年龄不限'),
  warn(`年龄[^|\\d]{0,6}${TWO}(?:以下|以内|之内)`, ADULT),
  warn(`(?:年龄|年纪|岁数|男|女)[^|\\d]{0,4}(?:超过|大于|高于|上限|限)(?:为|到|在)?${TWO}(?!\\d)`, ADULT),
  warn('(?:19|20)\\d{2}年?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?(?:以|之)?[前后]出生', '年龄不限'),
  warn(`${BEGIN}${TWO}${TO}\\d{2}(?=\\||$)`, ADULT),
  warn(`${TWO}${AGE}(?:左右)?(?:及|或|含)?(?:以下|以内|之内|内|封顶|为限|止|截止)`, ADULT),
  warn(
    `(?:不超过|不要超过|别超过|不得超过|不能超过|不大于|不高于|小于|低于|限|未满|上限)(?:为|到)?${TWO}${AGE}`,
    ADULT,
    [/(?:不足|未满|不满|低于|小于)1[68]/gu],
  ),
  warn(`(?<!\\d)[2-9]\\d${AGE}(?:及|或)?(?:以上|往上|朝上|开外)(?:的|者|人员)?(?:${EXCLUDE})?`, ADULT, [
    /[6-9]\d周?岁(?:及|或)?以上(?:的|者|人员)?(?:勿|免|不|谢绝)/gu,
  ]),
  warn(
    `(?:年轻(?:一?点|些)?的?人?|(?:年纪|年龄|岁数)(?:小|轻)(?:一?点|些)?的?|年轻(?:男|女)\\p{Script=Han}?|青年|小年轻|青壮年)${PREFER}|(?:只|仅|限|专)(?:招|要|收)?(?:年轻|青年|青壮年)人?|要求?年轻人?`,
    '年龄不限',
  ),
  ...about(OLD, '年龄不限', { make: warn }),
  warn(`[二三四五]十(?:出头|来岁|上下|左右)(?:的|者)?(?:人|姑娘|小伙)?${PREFER}|只欢迎同龄人?`, '年龄不限'),
  // 最多四十五, 到四十五为止: a bound with no word for age beside it.
  warn(
    `(?:最大|最多|顶多|最高|至多|撑死|[别莫不]能?(?:超|过|超过)|不得过)了?(?:到|就|也就)?${TWO}(?![\\d.]|元|块|名|人|个|件|斤|公斤|分|小时|天|平)${AGE}?`,
    ADULT,
    [/(?:6\d|70)(?!\d)/gu],
  ),
  warn(`${TWO}${AGE}?(?:开外|出头|往上走?|朝上)(?:了)?(?:的|者)?[^|\\d]{0,8}?${EXCLUDE}`, ADULT),
  warn(
    '(?<!\\d)(?:(?:19|20)\\d{2}|[5-9]\\d)年?(?:以|之)[前后](?:出生|生)?的?(?:人|者)?(?=\\||$|勿|免|不|优)',
    '年龄不限',
  ),
  warn(`(?:(?:[6-9]0|0[05])后(?:和|或|\\||及)?){1,6}(?:的)?${PREFER}|${WANT}(?:[6-9]0|0[05])后`, '年龄不限'),
];

const lawful = [
  WELCOMED,
  // Ages of those cared for, taught or let in, not of those hired.
  /(?:照顾|照看|照护|看护|护理|带|接送|陪护|陪伴|服务|辅导|教|适合|面向|课程|游客|儿童|学生|幼儿)[^|]{0,10}?\d{1,2}(?:-\d{1,2})?(?:个月|周?岁)(?:以[上下])?/gu,
  /\d{1,2}(?:-\d{1,2})?(?:个月|周?岁)(?:以[上下])?的?[^|]{0,2}(?:孩|儿童|宝宝|娃|幼儿|婴|小学生|少年|老人|老奶奶|爷爷|奶奶|老太|老爷)/gu,
  // The band of the law: from 16 or 18 to retirement.
  /1[68](?:周?岁)?(?:-|至|到)(?:6\d|70)(?:周?岁)?/gu,
  /(?:6\d|70)周?岁(?:及|或)?(?:以下|以内|之内)/gu,
  /(?:租客|住户|客户|客人|顾客|游客|会员|学员)[^|\d]{0,6}\d{2}周?岁/gu,
  /1[67][^|]{0,10}未成年工/gu,
  // The two retirement ages, side by side.
  /男(?:性)?[^|男女\d]{0,6}(?:1[68]-)?6[0-5]周?岁?(?:以下|以内)?\|?女(?:性)?[^|男女\d]{0,6}(?:1[68]-)?[56]\d周?岁(?:以下|以内)?/gu,
  /不(?:超过|大于|高于)(?:6\d|70)周?岁|年龄不限|不限年龄/gu,
];

/** Public-welfare posts and those who find no work otherwise have age bands by law. */
const RESERVED = /公益性?岗|公岗|就业困难人员|大龄就业/u;

export const ageRule: Rule = {
  code: 'age',
  *find(text) {
    if (!RESERVED.test(text)) yield* findAll(text, patterns, lawful);
  },
};
