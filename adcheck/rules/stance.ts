import { spans } from '../find.ts';
import { APPROACH } from './phrases.ts';

/** What a post says of those it names: the first word about them decides, in their own clause or in the next ones. */

/** Ends what is said, so that 不收 means people and not 不收押金. */
const SAID = '(?=[|了的啊哦哈呢吧嘛啦呀哟咯喽你您他她这那]|人(?!民|社|才)|$)';
const CANNOT =
  '(?:不(?:太|大|怎么|再|予|便|宜|好|敢|能|可|得|会|想|给|让|准|许|愿意?){1,2}|暂不|无法|没法|没办法|难以|没得办法)(?:再|予以|给|为|帮)?';
/** 能不能来 is a question. */
const NOT = `(?<![能会可行要来用收])(?:不|${CANNOT})`;
/** Words that only people are turned away with. */
const REFUSED = [
  `${NOT}(?:录用?|录取|招收|聘用?|雇用?|考虑|接收|接纳|接待|接受|欢迎|合格|合适|适合|适宜|符合|达标|匹配|够格|够条件|放心|踏实|踏心|便接|面试|对接|办(?:理)?入职|入职|胜任|通过|上岗(?!证)|派(?:活|工|岗|班)|安排(?!夜|加|晚|重|高|倒|出|住|食|宿|上)|予)`,
  '不[能可得](?:做|干|从事)(?=[|了的]|$)|不优先|信不过|不相信|不敢用',
  `${NOT}(?:要|收|用|招|请|取|带|留|找|来|行|成|准|许|进|让|报名?|应聘|投递?)${SAID}`,
  `(?:勿|别|莫|甭|表(?=[来填问])|不建议|不推荐|休|慎|不要|不用|不必|无需|无须|不消|用不着)(?:再|就|又|过来|跑来)?${APPROACH}`,
  '免(?:谈|进|来|投|扰|问|聊|报|(?=\\||$))|谢绝|拒(?:绝(?![^|]{0,4}歧视)|收|招|录|之|聘|接)|恕不|不得[应报]',
  '暂缓|缓一?缓|无力|负担不起|退(?:回|(?=\\||$))|请走|请?(?:选择|考虑|应聘|投递|看看)[^|]{0,4}(?:其[他它]|别的|别家)|排队|劝退|劝返|清退|请回|打回|绕[行道开]|划走|滑走|划过|止步|回避|除外|另[谋寻找请]|留步|靠边|靠后|往后[排稍]|[刷筛]掉|筛下|淘汰|pass|out',
  '(?:没|莫得?)(?:戏|门|机会|资格|希望|搞|地方)|算[了逑球咯]|歇着|拜拜|哦豁|不跑|(?:找|去)别[处家]|免了|拉倒|抱歉|对不起|不好意思|遗憾|见谅|莫怪',
  '(?:[做干搞整拿吃受扛顶担应派接收用招带上进去]|胜任|适应|坚持)不(?:了|来|动|消|住|下)|[刷过录]不[过了去]|[用排]不上|跟不上|要不得|使不得|聊不到|轮不[到上]|排不上|容不[下得]|安不|养不起',
  '(?:以后|下次|下回|改天|回头|后面|[^|]{0,3}[生养]了|断奶|大了)(?:再|又)(?:说|来|看|考虑|联系)',
].join('|');
const WELCOME =
  '欢迎|不限|[都也均皆亦](?:可(?!靠)|能|行|要(?!求)|收|招|录|用|成|得行|没关系|没问题)|同样|同等|平等|一视同仁|照样|照收|优先|享受|保护|可以|没关系|没问题|无妨|不影响|不受|不歧视|放心来|尽管来|来者不拒|可(?=报|应|申|投|来|调|享|做)|提供|不[因以]';
const SAYS = new RegExp(`(?<no>${REFUSED})|${WELCOME}`, 'u');

/** What may lead to the refusal in a clause that names nobody else: 所以我们这趟就. */
const LEADS_ON =
  /^(?:所以|因此|因而|故|就|只好|只能|那|[这本][回次趟种个些批轮]|额|我?这里?[边儿]?|活路?|工[地作]|岗位?|我们?|咱们?|本[店厂]|公司|厂里?|店里?|老板|领导|说了?|讲了?|交代|厂长|经理|店长|客户|甲方|单位|这?[边里儿]|心里|实在|真的?|确实|暂时?|目前|现在|一般|原则上|请|麻烦|还是|最好|千万|自觉|直接|建议|都|也|一律|一概|统统|全部|概|均|先|你们?|您|大家|今年|坚决|一个|抱歉|对不起|不好意思|但是?|怕|敬){0,8}$/u;
/** Those named are cared for or sought, not judged. */
const FAVOURED =
  /(?:照顾|照看|照料|照护|看护|护理|陪护|陪伴|服务|接送|接待|辅导|教|适合|欢迎|优先|安置|面向|招|收|也要|为|给|替|帮|向|客户|顾客|对)[^|不]{0,6}$/u;
const REACH = 60;
const CLAUSES = 4;

/** Where those named are turned away, from their name to the refusal. */
export const turnedAway = (who: string) => {
  const mention = new RegExp(who, 'gu');
  return function* (text: string): Iterable<[number, number]> {
    for (const [from, to] of spans(text, mention)) {
      if (FAVOURED.test(clauseBefore(text, from))) continue;
      const end = refusalAfter(text, to);
      if (end !== undefined) yield [from, end];
    }
  };
};

const clauseBefore = (text: string, at: number) =>
  text.slice(Math.max(text.lastIndexOf('|', at - 1) + 1, at - 16), at);

function refusalAfter(text: string, at: number): number | undefined {
  const clauses = text.slice(at, at + REACH).split('|', CLAUSES);
  let from = at;
  // 腿脚有毛病的|走路一拐一拐的|就: a list of people shares what is said at its end.
  let isList = true;
  for (const [i, clause] of clauses.entries()) {
    const said = SAYS.exec(clause);
    if (said) {
      const { no } = said.groups ?? {};
      const isSame = i === 0 || isList || LEADS_ON.test(clause.slice(0, said.index));
      return isSame && no !== undefined ? from + said.index + no.length : undefined;
    }
    isList &&= /(?:[的者]|^)$/u.test(clause);
    from += clause.length + 1;
  }
  return undefined;
}
