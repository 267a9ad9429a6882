import { expect, it } from 'vitest';
import { checkAdvertisement } from '../../adcheck/check.ts';
import type { RuleCode } from '../../adcheck/types.ts';
import { standards } from './labelled.ts';

/**
 * Every turn of phrase with every kind of people: a rule that knows 汉族优先 has to know 信教的优先 too, and what makes
 * one group welcome makes all of them.
 */
const people: Partial<Record<RuleCode, readonly string[]>> = {
  sex: ['男性', '女士', '男生', '女工', '女的', '小伙子'],
  ethnicity: ['汉族', '苗族人', '少数民族', '维吾尔族', '回民'],
  religion: ['信教的', '有宗教信仰的', '基督徒', '信佛的', '穆斯林'],
  household_registration: ['本地人', '外地户口', '外省人', '本市户籍', '河南人', '农村户口'],
  marriage_birth: ['已婚', '未婚未育', '单身', '离异', '已育'],
  hepatitis_b: ['乙肝', '乙肝携带者', '大三阳', 'HBV携带者'],
  disability: ['残疾人', '残障人士', '聋哑人', '有残疾的'],
};
const words = (list: string) => list.trim().split(/\s+/u);

const REFUSED = words(`
  X勿扰 X不要 X免谈 X不招 X不收 X请勿投递 X谢绝 X除外 X莫来 X慎投 X请绕行 X止步 X不考虑 X暂不招 X一律不收 X恕不接待
  X不予录用 X拒收 X请勿报名 X不合适 X就算了 X不能做 X请回 X别打电话 不要X 不招X 谢绝X 拒绝X 不考虑X 不录用X 不欢迎X
  暂不接收X 坚决不要X 不适合X X以外的都可以 除X外均可 排除X
`);
const PREFERRED = words(`
  限X 仅限X 只要X 只招X 仅收X 专招X 只考虑X 仅面向X 要求X 必须是X 须X 需X X优先 X优先录用 优先X 优先招收X X为主 X最好
  最好是X 希望是X 首选X X者佳 X更好 条件：X 招聘对象：X 非X勿扰 不是X不要 X才要 是X就行 想找X 招的是X
`);
const WELCOMED = words(`
  X都可以 X都欢迎 X也可以 X也行 不限X X一视同仁 X同样欢迎 欢迎X报名 不歧视X 不排斥X X照样录用 不因X拒绝录用
  X享有同等机会 X不受限制 X也要 X一样录用 X同等对待 X不影响录用 是不是X都行 不管是不是X X放心来 X没关系 X照收 没有X限制
`);

const verdictOn = (phrase: string) =>
  checkAdvertisement(`服务员2名，${phrase}，月薪3500元，双休`, standards).verdict;

const said = (turns: readonly string[], who: readonly string[]) =>
  turns.flatMap((turn) => who.map((name) => turn.replace('X', name)));

it.each(Object.entries(people))('finds %s in every turn of phrase', (rule, who) => {
  // A carrier or a disabled person is never asked for; to prefer the disabled is what the law wants.
  const turns = ['hepatitis_b', 'disability'].includes(rule) ? REFUSED : [...REFUSED, ...PREFERRED];
  expect(said(turns, who).filter((phrase) => verdictOn(phrase) === 'ok')).toEqual([]);
});

it.each(Object.entries(people))('leaves those of %s alone who are made welcome', (rule, who) => {
  // 男性都可以 leaves the other sex out.
  if (rule === 'sex') return;
  expect(said(WELCOMED, who).filter((phrase) => verdictOn(phrase) !== 'ok')).toEqual([]);
});

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['男性', '女性'],
  ['汉族', '少数民族'],
  ['信教', '不信教'],
  ['本地户口', '外地户口'],
  ['已婚', '未婚'],
  ['单身', '已婚'],
];
const BOTH = words(`
  A、B均可 A或B均可 A和B都要 AB都行 无论A还是B都欢迎 不论AB 不分AB A、B不限 A、B一视同仁 AB同工同酬 A、B都可以报名
  A也行B也行 不管A、B，能干就行 A、B待遇相同
`);

it('leaves both sides alone when both are welcome', () => {
  const phrases = BOTH.flatMap((turn) =>
    OPPOSITES.map(([a, b]) => turn.replaceAll('A', a).replaceAll('B', b)),
  );
  expect(phrases.filter((phrase) => verdictOn(phrase) !== 'ok')).toEqual([]);
});

it('finds one condition beside others that are lifted', () => {
  const phrases = [
    '仅限汉族，男女不限',
    '限女性，学历不限',
    '外地人不要，已婚未婚均可',
    '信教的勿扰，民族不限',
  ];
  expect(phrases.filter((phrase) => verdictOn(phrase) === 'ok')).toEqual([]);
});
