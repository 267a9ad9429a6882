import { settleGaps } from './gaps.ts';
import { dropDots, dropLonely, dropNumbering, joinSpelled } from './marks.ts';
import { readNumerals } from './numerals.ts';
import { boundAt, circledAt, pictureAt } from './picture.ts';
import { INVISIBLE, MEANINGFUL, ORNAMENT, reading, type Sign, WORD } from './sign.ts';
import { simplified } from './traditional.ts';

/** Ends a clause. Kept, so that words of two clauses are not read as one. */
const CLAUSE = /[,。;!?、,;!?|\n\r]/u;
const DASH = /[─━—–ー―~～〜﹣－−‐-]/u;
const listed = (signs: string, as = (index: number) => String(index)) =>
  [...signs].map((sign, index) => [sign, as(index)] as const);
const NUMERALS = ['', ...'一二三四五六七八九十', '十一', '十二'];
/**
 * Circled digits that Unicode does not decompose; Roman numerals as Chinese ones, so that Ⅲ5 and Ⅹ八 are one number.
 */
const DRAWN: ReadonlyMap<string, string> = new Map([
  ['㊣', '证'],
  ...['⓿❶❷❸❹❺❻❼❽❾❿', '⓿➀➁➂➃➄➅➆➇➈➉', '⓿➊➋➌➍➎➏➐➑➒➓'].flatMap((row) => listed(row)),
  ...['ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ', 'ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ'].flatMap((row) => listed(row, (index) => NUMERALS[index + 1] ?? '')),
]);
/** Has no meaning beside its own. */
const ORDINARY = /^[\p{Script=Han}\w]$/u;

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
    const meaning =
      (ORDINARY.test(text)
        ? undefined
        : (circledAt(written, i) ?? boundAt(written, i) ?? pictureAt(written, i))) ?? plainSigns(text);
    return [...meaning].map((part) => ({ text: part, from, to }));
  });
}

const known = new Map<string, string>();

/** ǚ → v, as it is typed; lone surrogates and the unknown become gaps. */
function plainSigns(sign: string): string {
  const cached = known.get(sign);
  if (cached !== undefined) return cached;
  const drawn = DRAWN.get(sign) ?? sign;
  const decomposed = drawn
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/u, 'v')
    .normalize('NFKD');
  const plain = [...decomposed].map(plainSign).join('');
  known.set(sign, plain);
  return plain;
}

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
  奻: '女',
  釹: '女',
  侽: '男',
  戸: '户',
  夲: '本',
  哋: '地',
  冇: '没',
  卅: '三十',
  𡻕: '岁',
  // Greek, Cyrillic and Armenian letters drawn like Latin ones.
  ...Object.fromEntries(
    ['аa еe оo рp сc уy хx іi ѕs јj һh нh вb кk мm тt', 'αa ιi κk νv οo ρp υu χx', 'ոn օo սu']
      .flatMap((row) => row.split(' '))
      .map(([drawn = '', as = '']) => [drawn, as]),
  ),
  // Strokes put between characters.
  ノ: ORNAMENT,
  丿: ORNAMENT,
  丶: ORNAMENT,
  丨: ORNAMENT,
  廿: '二十',
  仨: '三',
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
  if (INVISIBLE.test(sign)) return '';
  return /\s/u.test(sign) ? ' ' : ORNAMENT;
}
