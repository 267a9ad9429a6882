import { settleGaps } from './gaps.ts';
import { dropDots, dropLonely, dropNumbering, joinSpelled } from './marks.ts';
import { readNumerals } from './numerals.ts';
import { boundAt, circledAt, pictureAt } from './picture.ts';
import { INVISIBLE, MEANINGFUL, reading, type Sign, WORD } from './sign.ts';
import { simplified } from './traditional.ts';

/** Ends a clause. Kept, so that words of two clauses are not read as one. */
const CLAUSE = /[,。;!?、,;!?|\n\r]/u;
const DASH = /[─━—–ー―~～〜﹣－−‐-]/u;
/** Circled digits that Unicode does not decompose. */
const DARK = [...'⓿❶❷❸❹❺❻❼❽❾❿'];
const LIGHT = [...'⓿➀➁➂➃➄➅➆➇➈➉'];
/** As Chinese numerals, so that Ⅲ5 and Ⅹ八 are read as one number. */
const ROMAN = [...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ'];
const TWELVE = 12;
const DARKER = [...'⓿➊➋➌➍➎➏➐➑➒➓'];

/**
 * Takes off the disguises that need no guessing: full-width and circled characters, spaces and symbols between
 * characters, invisible characters, pictures for words, traditional characters, Chinese numerals, words spelled out
 * with commas. `|` is left as the mark between clauses.
 */
export function fold(source: string) {
  return reading(
    source,
    readNumerals(dropLonely(joinSpelled(dropDots(dropNumbering(settleGaps(plain(source))))))),
  );
}

function plain(source: string): Sign[] {
  const written: Sign[] = [];
  let at = 0;
  for (const text of source) {
    written.push({ text, from: at, to: at + text.length });
    at += text.length;
  }
  return written.flatMap(({ text, from, to }, i) => {
    const meaning = circledAt(written, i) ?? boundAt(written, i) ?? pictureAt(written, i) ?? plainSigns(text);
    return [...meaning].map((part) => ({ text: part, from, to }));
  });
}

/** ǚ → v, as it is typed; lone surrogates and the unknown become gaps. */
const plainSigns = (sign: string): string =>
  [
    ...undark(sign)
      .toLowerCase()
      .replace(/[üǖǘǚǜ]/u, 'v')
      .normalize('NFKD'),
  ]
    .map(plainSign)
    .join('');

const undark = (sign: string): string => {
  const roman = ROMAN.indexOf(sign) % TWELVE;
  if (roman >= 0) return [...'一二三四五六七八九十', '十一', '十二'][roman] as string;
  const digit = Math.max(...[DARK, LIGHT, DARKER].map((row) => row.indexOf(sign)));
  return digit < 0 ? sign : String(digit);
};

/** Signs of other scripts and dialects that are only read as a Chinese one. */
const READ_AS: Readonly<Record<string, string>> = {
  エ: '工',
  ロ: '口',
  カ: '力',
  タ: '夕',
  ニ: '二',
  ハ: '八',
  ト: '卜',
  囗: '口',
  囡: '女',
  戸: '户',
  夲: '本',
  哋: '地',
  冇: '没',
  卅: '三十',
  廿: '二十',
  サ: '二十',
  卌: '四十',
  唔: '不',
  嘅: '的',
};

function plainSign(sign: string): string {
  if (CLAUSE.test(sign)) return '|';
  if (DASH.test(sign)) return '-';
  if (WORD.test(sign)) return READ_AS[sign] ?? simplified.get(sign) ?? sign;
  if (MEANINGFUL.test(sign)) return sign;
  return INVISIBLE.test(sign) ? '' : ' ';
}
