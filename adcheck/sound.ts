import { pinyin } from 'pinyin-pro';
import type { Hit, RuleCode } from './types.ts';

/**
 * Words written by their sound: 压金 for 押金, 限nan性 for 限男性. Only long or telling words: two syllables of
 * everyday speech sound like too much else.
 */
const SPOKEN: readonly (readonly [RuleCode, readonly string[], string])[] = [
  [
    'sex',
    [
      '限男性',
      '限女性',
      '仅限男',
      '仅限女',
      '只招男',
      '只招女',
      '只要男',
      '只要女',
      '男士优先',
      '女士优先',
      '男性优先',
      '女性优先',
      '女生优先',
      '男生优先',
      '男性勿扰',
      '女性勿扰',
      '男士勿扰',
      '女士勿扰',
      '男工优先',
      '女工优先',
    ],
    '删去性别条件,写“男女不限”',
  ],
  [
    'ethnicity',
    ['少数民族勿扰', '不要少数民族', '不招少数民族', '仅限汉族', '只招汉族', '限汉族', '少数民族免谈'],
    '删去民族条件',
  ],
  ['religion', ['信教勿扰', '不招信教', '不要信教', '无宗教信仰'], '删去宗教条件'],
  [
    'household_registration',
    [
      '外地人勿扰',
      '外地勿扰',
      '不招外地人',
      '不要外地人',
      '仅限本地人',
      '限本地户口',
      '本地户口优先',
      '只招本地人',
      '限本地人',
      '本地人优先',
      '外地人免谈',
    ],
    '删去户籍条件,写“户籍不限”',
  ],
  [
    'marriage_birth',
    [
      '已婚已育',
      '未婚优先',
      '已婚优先',
      '已育优先',
      '怀孕勿扰',
      '不得怀孕',
      '孕妇勿扰',
      '限未婚',
      '限已婚',
      '不招孕妇',
      '需孕检',
      '未婚未育',
    ],
    '删去婚育条件',
  ],
  ['hepatitis_b', ['乙肝', '两对半', '小三阳', '大三阳', '乙肝勿扰'], '删去乙肝检测要求'],
  ['disability', ['残疾勿扰', '残疾人勿扰', '不要残疾', '不招残疾', '残疾免谈'], '删去对残疾人的排斥'],
  [
    'deposit',
    [
      '交押金',
      '收押金',
      '押金',
      '服装费',
      '保证金',
      '报名费',
      '工装费',
      '培训费',
      '体检费自理',
      '中介费',
      '押一个月工资',
    ],
    '删去收费要求,写“不收任何费用”',
  ],
  ['training_loan', ['培训贷', '招转培', '贷款培训', '分期学费'], '删去;不得诱导贷款培训'],
  [
    'withheld_papers',
    ['扣押身份证', '扣身份证', '押身份证', '身份证抵押', '上交身份证', '收身份证', '身份证代管'],
    '删去;证件原件当面归还',
  ],
  ['minor', ['招童工', '童工'], '不得招用未满 16 周岁的人'],
];

interface Spoken {
  readonly rule: RuleCode;
  readonly word: string;
  readonly syllables: string;
  readonly suggestion: string;
}

const spoken: readonly Spoken[] = SPOKEN.flatMap(([rule, words, suggestion]) =>
  words.map((word) => ({ rule, word, syllables: syllablesOf(word).join(' '), suggestion })),
);

/** Words that are lawful although they sound the same. */
const INNOCENT =
  /培训带|一干|亚金|雅金|雅津|以干|译干|易干|押金属|压紧|一竿|意甘|童功|同工|统工|通工|保证今|服装飞|咽津/u;

export interface SpokenHit extends Hit {
  readonly rule: RuleCode;
}

/** Words found by sound that are not there as written: those the rules have read already. */
export function* findSpoken(text: string): Iterable<SpokenHit> {
  const tokens = tokensOf(text);
  const starts = new Map<number, number>();
  let line = '';
  tokens.forEach((token, i) => {
    starts.set(line.length, i);
    line += `${token.sound} `;
  });
  for (const { rule, word, syllables, suggestion } of spoken) {
    for (let at = line.indexOf(`${syllables} `); at >= 0; at = line.indexOf(`${syllables} `, at + 1)) {
      const first = starts.get(at);
      if (first === undefined) continue;
      const count = syllables.split(' ').length;
      const last = tokens[first + count - 1];
      const from = tokens[first]?.from ?? 0;
      const to = last?.to ?? text.length;
      const written = text.slice(from, to);
      if (written === word || INNOCENT.test(text.slice(Math.max(0, from - 1), to + 1))) continue;
      yield { rule, severity: 'refuse', from, to, suggestion };
    }
  }
}

interface Token {
  readonly sound: string;
  readonly from: number;
  readonly to: number;
}

const LATIN = /[a-z]/;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(i) as number);
    if (LATIN.test(sign)) {
      const run = /^[a-z]+/.exec(text.slice(i))?.[0] as string;
      let at = i;
      for (const part of splitPinyin(run)) {
        tokens.push({ sound: part, from: at, to: at + part.length });
        at += part.length;
      }
      i += run.length;
    } else {
      tokens.push({ sound: syllablesOf(sign)[0] ?? sign, from: i, to: i + sign.length });
      i += sign.length;
    }
  }
  return tokens;
}

const SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)/;

/** Greedy split of a Latin run into syllables; what is no syllable stays whole. */
function splitPinyin(run: string): string[] {
  const parts: string[] = [];
  let rest = run;
  while (rest !== '') {
    const found = SYLLABLE.exec(rest)?.[0];
    if (!found) return [run];
    parts.push(found);
    rest = rest.slice(found.length);
  }
  return parts;
}

function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true });
}
