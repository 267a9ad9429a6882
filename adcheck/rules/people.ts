import { type Pattern, refuse, upTo, type Words } from '../find.ts';
import { EXCLUDE, FILL, PREFER, REFUSING } from './phrases.ts';
import { turnedAway } from './stance.ts';

/** What may stand between those meant and what is said of them. */
const TAIL =
  '(?:的|者|人|们|人员|人士|员工|朋友|兄弟|姐妹|姊妹|老表|同志|同胞|群众|老乡|家属|家庭|女性|男性|妇女|应聘者|求职者|情况|证件|身份证|这[类种些]|那[类种些]){0,4}';
/** What may stand between a refusal and those refused. */
const SOME = '(?:任何|一切|所有|有|是|身体|录用|招|收|带|那些|这些|患|为|持|拿){0,4}';

/** Prefers what follows. */
const PREFERRING =
  '(?:最好|首选|优先|尽量|希望|倾向于?|偏向于?|偏[好爱]|更?看重|更?喜欢|先?[紧尽]着|先(?:照顾|考虑|顾|用|招|收))(?:都|全)?(?:就?是|要|招|找|录用|考虑|为)?';

/** Says that they are as welcome as others, or that nobody asks. */
export const WELCOMED: readonly Words[] = [
  /[也还](?:招|收|欢迎|接收)[^|不]{1,8}(?=\||$)/gu,
  upTo(
    /(?:也)?不(?:问|看|查|管|限|论|在乎|挑|计较|作(?:为)?条件|做要求|作要求)(?=[也了的]|\||$)/gu,
    20,
    /不[^|]*\|?|\|/u,
  ),
  // 结没结婚、有没有娃都不问: two of a list; but 仅限汉族、男女不限 lifts only one condition.
  upTo(
    /(?:都|均|一律|全|概)不(?:问|看|查|管|限|论|在乎|挑|计较|作(?:为)?条件|做要求|作要求)(?=[也了的]|\||$)/gu,
    20,
    /不[^|]*\|?|\|(?=[^|]*\|)/u,
  ),
  upTo(
    /(?:同样|一样|照样|同等|平等|也|均|都|皆)(?:可以?(?:报|来|应)|欢迎|录用|对待|收|招(?!聘)|享受|待遇|可(?=\||$))/gu,
    24,
    /[|除勿不拒免谢]|外(?![地省来县市村乡面])/u,
  ),
  upTo(/(?:一样|相同)(?=\||$)|不(?:影响|妨碍)(?:录用|入职|应聘|报名|上班|上岗)/gu, 24),
  upTo(/(?:一视同仁|一律平等|平等对待|同等待遇|同等对待|都欢迎|都一样|同工同酬)/gu, 24),
];

const YES =
  '(?:(?:[都均皆也亦]|一律|一概)(?:可以?|能|行|要(?!求)|收|招(?!聘)|录|欢迎|接收|有机会)|可(?:以)?(?:放心)?(?:报|来|应聘|做|入职|投|胜任)|(?:同样|照样?|一样|平等|同等|一视同仁)(?:可|能|行|要|收|招|录|欢迎|对待|待遇|录用|享|有|(?=\\||$))|放心(?:来|报)|尽管|没关系|无所谓|没问题|不(?:限(?!于)|受限|受影响|受任何限制|要紧|影响|作要求|做要求)|享有|照收|与否|待遇(?:相同|一样|同等)|同工同酬)';
const listOf = (who: string) => `${who}${TAIL}(?:(?:\\||和|或|与|及|跟|还是)?${who}${TAIL}){0,5}`;
/** A condition, not a welcome: 只要女的都行, 有本地户口的均可. */
const CONDITION = '(?<!只要是?|凡是?|[只仅限须需有持]|不[要招收用]|[拒谢]绝|除了?)';

/**
 * Those of a rule made welcome, alone or in a list: 乙肝携带者也可报名, 男性、女性均可, 不论汉族苗族, 不歧视残疾人.
 * `who` as for `about`, with its opposites (不信教).
 */
export const welcomed = (who: string): readonly Words[] => [
  // The look-ahead keeps the condition from being asked at every place.
  new RegExp(`(?=${who})${CONDITION}${listOf(who)}[^|不方才除外免勿别拒谢]{0,4}?${YES}`, 'gu'),
  new RegExp(
    `(?:不限(?!于)|不(?:会|得|能)?(?:歧视|排斥|拒绝|嫌弃|区别对待)|(?<!不)欢迎|尊重|(?:不(?:管|论|问|看|分)|无论)(?:你|您)?(?:是不是|是否|是|有没有)?|是不是)${listOf(who)}`,
    'gu',
  ),
  new RegExp(`(?:没有|无|不设)${who}${TAIL}(?:限制|要求|歧视|门槛)`, 'gu'),
  new RegExp(`不(?:会|得|能)?(?:因为?|以)是?${who}${TAIL}[^|]{0,3}(?:就|而)?(?:不|拒)[^|]{0,3}`, 'gu'),
];

const ONLY_THEY = '[^|不]{0,3}(?:才|方)(?:[可能给准要收招行得有会考符])';
const NEED_MORE =
  '[^|不]{0,4}(?:需|须|要)(?:通过|经过|接受)?(?:另|单独|另外|额外|特殊)[^|]{0,3}(?:商量|审核|面谈|面试|审批|考虑|协商|谈)';

/**
 * The relations in which a post puts those it names: shut out, turned away in the next clause, refused, preferred,
 * everybody but them. `who` is the source of an expression; whom the law protects may be preferred.
 */
export const about = (
  who: string,
  suggestion: string,
  { make = refuse, unless = [] as readonly Words[], mayPrefer = false } = {},
): readonly Pattern[] => [
  make(`${who}${TAIL}${FILL}${EXCLUDE}`, suggestion, unless),
  make(turnedAway(`${who}${TAIL}`), suggestion, unless),
  // Only they may, they need more than others, all but they may: tried at once, the search for `who` is what costs.
  make(`${who}${TAIL}(?:${ONLY_THEY}|${NEED_MORE}|[以之]外的?(?:人|其他)?(?:都|均|皆))`, suggestion, unless),
  make(`${REFUSING}${SOME}${who}${TAIL}`, suggestion, unless),
  ...(mayPrefer ? [] : [make(`${who}${TAIL}${PREFER}|${PREFERRING}${who}`, suggestion, unless)]),
  make(`除了?${SOME}${who}${TAIL}[以之]?外`, suggestion, unless),
  make(`是(?<!(?:不管|无论|不论)是)${who}${TAIL}(?:就行|就要|就收|即可|就可以|才行)`, suggestion, unless),
];

/** Asked to tell what is nobody's business: before or after the matter, in one clause. */
export const ASKED =
  '(?:注明|说明|写明|写清楚?|填写?|填报|告知|告诉|询问|问清?|登记|提供|讲清|讲明|标注|备注|了解|报备|如实|汇报|交代|介绍|核实|申报|出具)';
