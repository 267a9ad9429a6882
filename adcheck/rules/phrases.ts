/** Turns of phrase by which a post asks for, prefers or shuts out people; sources of regular expressions. */

/** asks for what follows */
export const WANT =
  '(?:只|仅|限|限定|限制|只限|仅限|只要|只招|仅招|专招|仅收|只收|只用|要求|必须是?|须是?|须为|需为|需要|要|招|招收|招聘|招录|录取|急招|急聘|诚聘|诚招|直招|聘|聘请|招募|找|录用|寻|只考虑|仅考虑|只聘|仅聘|只录|仅面向|只面向|希望是?|倾向|偏向|优先(?:录用|考虑|招收|招聘|聘用|安排|选用)):?(?:应聘者|应聘人员|求职者|报名者|本人|员工|人选)?(?:为|是|须为?|必须为?)?';
/** wants only what follows */
export const ONLY =
  '(?:只|仅|限|限定|只限|仅限|只要|只招|仅招|仅收|只收|只用|要求|要|必须是?|须是?|须为|需为|需要|需|最好是?|只考虑|仅考虑|只聘|仅聘|只录|仅面向|只面向|只接受|优先(?:录用|考虑|招收|招聘|聘用|安排|选用)):?(?:应聘者|应聘人员|求职者|报名者|本人|员工|人选)?(?:为|是|须为?|必须为?)?';
/** prefers what comes before */
export const PREFER =
  '(?:(?:者|的)?(?:优先|为主|为佳|更佳|尤佳|最佳|为宜|最好|更好|专岗|专属|先要|先录|限定|专场|尤其欢迎)(?:考虑|录用|录取|安排)?)';
/** shuts out what comes before */
export const EXCLUDE =
  '(?:一律|一概|都|均|也|概|就|请|坚决|朋友|们|暂|的话){0,6}(?:勿|别打|不用(?![交缴办付带考加])|免(?![费试押收体培])|(?:别|莫|休|慎)(?:来|投|报|联系|扰|打扰|应聘|面试|问)|不要(?!求)|不收(?!取|费|任何|押|钱|服|中)|不招收?|不聘|不考虑|不予|不录|不接受|不接收|不合适|不适合|不适宜|不符合|不可报|不得应聘|不得报|不能报|除外|谢绝|拒绝|拒收|止步|回避|走开|绕道|绕行|(?:请)?绕)(?:考虑|录用|录取|聘用|扰|投递?|来|应聘|道|行|打扰|报名)?';
/** a few words between those meant and those that shut them out; none that could turn the meaning */
export const FILL = '[^|不可均都欢也优无男女]{0,6}';
/** shuts out what follows */
export const REFUSING =
  '(?:不要(?!求)|不招收?|不收(?!取|费)|不聘用?|不录用?|不录取|不予录用|不考虑|不接受|不接收|不欢迎|谢绝|拒绝|拒招|拒收|禁止|严禁|别要|排除)';
/** a number of places */
export const COUNT = '(?:\\d+(?:名|个|人|位)|若干|[名个位]|一名|一个|一位|两名|两个|几个|几名)?';
/** begin and end of a clause */
export const BEGIN = '(?:^|(?<=[|:]))';
export const END = '(?=[|:]|$)';
