import { readNumerals } from './numerals.ts';
import { isDigit, reading, type Sign } from './sign.ts';
import { bounds, pictures, picturesBefore } from './signs.ts';
import { simplified } from './traditional.ts';

/** Ends a clause. Kept, so that words of two clauses are not read as one. */
const CLAUSE = /[,。;!?、,;!?|\n\r]/u;
/** Carry meaning next to digits and units: 18-35, 20/小时, 8:00, 0.8, 底薪+提成. */
const MEANINGFUL = /[-/:.%+]/u;
const DASH = /[─━—–ー―~～〜﹣－−‐-]/u;
const WORD = /[\p{L}\p{N}]/u;
/** Neither a sign nor a gap: accents, keycaps, variation selectors, zero-width characters, skin tones. */
const INVISIBLE = /\p{M}|\p{Cf}|\p{Emoji_Modifier}/u;
/** What only a number stands before. */
const UNIT = /^(?:周?岁|块|元(?!旦|宵)|天|个钟|小时|点钟|h)/u;
const NUMERAL = /[\d〇零一二三四五六七八九十百千]/u;
const CIRCLED = /[①-⑳⓪⓿❶-❿➀-➓]/u;
/** Circled digits that Unicode does not decompose. */
const DARK = [...'⓿❶❷❸❹❺❻❼❽❾❿'];
const LIGHT = [...'⓿➀➁➂➃➄➅➆➇➈➉'];
const DARKER = [...'⓿➊➋➌➍➎➏➐➑➒➓'];
/** Characters in squares (🈳): decoration, though Unicode decomposes them to what is inside. */
const SQUARED = /[\u{1f210}-\u{1f251}]/u;
const JOINER = '\u200d';

/**
 * Takes off the disguises that need no guessing: full-width and circled characters, spaces and symbols between
 * characters, invisible characters, pictures for words, traditional characters, Chinese numerals, words spelled out
 * with commas. `|` is left as the mark between clauses.
 */
export function fold(source: string) {
  return reading(
    source,
    readNumerals(dropLonely(joinSpelled(dropDots(dropNumbering(settleGaps(oneGap(plain(source)))))))),
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

/**
 * ① before a word numbers a clause, and 本①地②人 is fenced in; undefined where a circled number is a number:
 * ①⑧ and 十⑧ are a disguised 18, ⑭小时 is 14 hours, 大③阳 hides a word.
 */
function circledAt(written: readonly Sign[], i: number): string | undefined {
  const at = (k: number) => written[k]?.text ?? '';
  if (!CIRCLED.test(at(i))) return undefined;
  if (
    [i - 2, i + 2].some((k) => CIRCLED.test(at(k))) &&
    WORD.test(at(i - 1)) &&
    ![at(i - 1), at(i + 1)].some((near) => CIRCLED.test(near))
  )
    return '';
  const isNumber =
    WORD.test(at(i - 1)) ||
    UNIT.test((at(i + 1) + at(i + 2) + at(i + 3)).trimStart()) ||
    CIRCLED.test(at(i + 1)) ||
    NUMERAL.test(at(i + 1));
  return isNumber ? undefined : '|';
}

/** 35↓ and ≤45 are bounds; elsewhere an arrow only points. */
function boundAt(written: readonly Sign[], i: number): string | undefined {
  const word = bounds.get(written[i]?.text ?? '');
  if (word === undefined) return undefined;
  const beside = word.startsWith('以')
    ? written[i - 1]
    : written.slice(i + 1).find(({ text }) => text !== ' ');
  return /[\d岁０-９]/u.test(beside?.text ?? '') ? word : undefined;
}

/** The word for a picture. In 👩‍🍳 and the like the person is decoration; a refusing gesture stays one. */
function pictureAt(written: readonly Sign[], i: number): string | undefined {
  const picture = written[i]?.text ?? '';
  const word = pictures.get(picture) ?? wordBefore(written, i);
  if (word === undefined) return SQUARED.test(picture) ? ' ' : undefined;
  const isFence = [-3, -2, 2, 3].some((step) => written[i + step]?.text === picture) && !endsRow(written, i);
  if (word === '不要') return isFence ? '' : word;
  // 女♀ says the word twice.
  if ([1, 2].some((back) => written[i - back]?.text === word)) return '';
  const isJoined = written.slice(i + 1, i + 4).some(({ text }) => text === JOINER);
  return isJoined || written[i - 1]?.text === JOINER ? '' : word;
}

function wordBefore(written: readonly Sign[], i: number): string | undefined {
  const [followed, word] = picturesBefore.get(written[i]?.text ?? '') ?? [];
  const next = written.slice(i + 1, i + 4).find(({ text }) => !INVISIBLE.test(text) && text !== ' ');
  return followed?.test(next?.text ?? '') ? word : undefined;
}

/**
 * One picture again and again is a fence between characters (加❌班❌费), unless a clause ends with it: 维❌藏❌回❌
 * refuses each.
 */
function endsRow(written: readonly Sign[], i: number): boolean {
  const picture = written[i]?.text;
  let last = i;
  for (let k = i; k < Math.min(written.length, i + 12); k += 1) if (written[k]?.text === picture) last = k;
  const after = written.slice(last + 1).find(({ text }) => !INVISIBLE.test(text));
  return after === undefined || /\p{P}/u.test(after.text);
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

/** 【2】【0】: a run of gaps is one. */
const oneGap = (signs: readonly Sign[]): Sign[] =>
  signs.filter(({ text }, i) => text !== ' ' || signs[i - 1]?.text !== ' ');

/** Letters that are drawn like digits. */
const AS_DIGIT: Readonly<Record<string, string>> = { o: '0', l: '1' };

/** Between a digit or a mark and a unit, a dash or another digit; never beside a letter that is none of these. */
function drawsDigit(signs: readonly Sign[], i: number): boolean {
  const at = (k: number) => signs[k]?.text ?? '';
  const isOther = (k: number) => /[a-z]/.test(at(k)) && AS_DIGIT[at(k)] === undefined;
  return !isOther(i - 1) && !isOther(i + 1) && (isDigit(signs[i - 1]) || isDigit(signs[i + 1]));
}

/** Gaps go, but 3000 2000 stay two numbers while 3 0 0 0 is one; 3,500 is one number too. */
function settleGaps(signs: readonly Sign[]): Sign[] {
  return signs.flatMap((sign, i) => {
    const before = signs[i - 1];
    const after = signs[i + 1];
    // 5O岁, l8岁: letters drawn as digits.
    const digit = AS_DIGIT[sign.text];
    if (digit !== undefined && drawsDigit(signs, i)) return [{ ...sign, text: digit }];
    // 18一35: a numeral drawn as a dash.
    if (
      sign.text === '一' &&
      isDigit(before) &&
      isDigit(after) &&
      isDigit(signs[i - 2]) &&
      isDigit(signs[i + 2])
    )
      return [{ ...sign, text: '-' }];
    if (sign.text === ' ') {
      if (!isDigit(nearest(signs, i, -1)) || !isDigit(nearest(signs, i, 1))) return [];
      const areSingle = isDigit(before) && !isDigit(signs[i - 2]) && isDigit(after) && !isDigit(signs[i + 2]);
      return areSingle || before?.text === ' ' ? [] : [{ ...sign, text: '|' }];
    }
    const isThousands =
      sign.text === '|' &&
      isDigit(before) &&
      [1, 2, 3].every((step) => isDigit(signs[i + step])) &&
      !isDigit(signs[i + 4]) &&
      !isDigit(signs[i - 4]);
    return isThousands ? [] : [sign];
  });
}

/** 2.女性 at the start of a clause is the second item of a list. */
function dropNumbering(signs: readonly Sign[]): Sign[] {
  return signs.filter((sign, i) => {
    const isStart = (k: number) => signs[k] === undefined || signs[k].text === '|';
    const isLast = signs[i + 1]?.text === '.' && !isDigit(signs[i + 2]);
    return !(isDigit(sign) && isStart(i - 1) && isLast);
  });
}

/** The next sign that is no gap; at most a few steps, so that long gaps cost nothing. */
function nearest(signs: readonly Sign[], i: number, step: 1 | -1): Sign | undefined {
  for (let k = i + step; Math.abs(k - i) < 4; k += step) if (signs[k]?.text !== ' ') return signs[k];
  return undefined;
}

/** 3.5.-.4.0.岁 is 35-40岁: dots that stand between all signs of a number, not only between two digits, are no points. */
function dropDots(signs: readonly Sign[]): Sign[] {
  const text = signs.map((sign) => sign.text[0] ?? ' ').join('');
  const dots = new Set<number>();
  for (const { 0: run, index } of text.matchAll(/\d(?:\.?[-\d])*\.?/g)) {
    const isSpelled = (run.match(/\./g)?.length ?? 0) > 1 && /\.(?!\d)/.test(run) && !/\d\d/.test(run);
    if (isSpelled) for (let k = 0; k < run.length; k += 1) if (run[k] === '.') dots.add(index + k);
  }
  return signs.filter((_, i) => !dots.has(i));
}

/** A dash, slash or dot that touches no digit, letter or unit is decoration, and so is a lonely 〇. */
function dropLonely(signs: readonly Sign[]): Sign[] {
  return signs.filter(({ text }, i) => {
    if (text === '〇')
      return [signs[i - 1], signs[i + 1]].some(
        (near) => NUMERAL.test(near?.text ?? '') || near?.text === '天',
      );
    if (!MEANINGFUL.test(text)) return true;
    const before = signs[i - 1]?.text ?? '';
    const after = signs[i + 1]?.text ?? '';
    if (text === '+' || text === ':') return true;
    if (text === '.') return /\d/.test(before) && /\d/.test(after);
    return before !== text && (/[\da-z元块]/.test(before) || /[\da-z]/.test(after));
  });
}

/**
 * 限,男,性 is 限男性 and 3-5-岁-以-下 35岁以下: one word spelled out, most of it sign by sign, 4 signs or more.
 * Two signs may stand together (4,5以,下), but a list of short words is none.
 */
function joinSpelled(signs: readonly Sign[]): Sign[] {
  const isMark = (i: number) => signs[i] === undefined || /[|./-]/.test(signs[i].text);
  const isHan = (i: number) => /\p{Script=Han}/u.test(signs[i]?.text ?? '');
  // 须在3,5,岁,以,下行: five signs or more with a mark between any two, though more is written before and after.
  const endOfAlternating = (from: number): number => {
    let at = from;
    let hasHan = false;
    while (!isMark(at) && signs[at] !== undefined) {
      hasHan ||= isHan(at);
      if (signs[at + 1] === undefined || signs[at + 1]?.text !== signs[from + 1]?.text || !isMark(at + 1))
        break;
      at += 2;
    }
    return hasHan && at - from >= 8 && !isMark(at) ? at + 1 : from;
  };
  const drop = new Set<number>();
  for (let i = 0; i < signs.length; ) {
    const mark = signs[i + 1]?.text;
    let [at, end, singles, pairs, hasHan] = [i, i, 0, 0, false];
    // A run begins and ends with a single sign and keeps to one mark.
    while (isMark(at - 1) && !isMark(at) && (isMark(at + 1) || (at > i && isMark(at + 2)))) {
      const isSingle = isMark(at + 1);
      // 8-1-2 and 3.5.1 are numbers of something.
      hasHan ||= isHan(at);
      if (isSingle) singles += 1;
      else pairs += 1;
      at += isSingle ? 2 : 3;
      if (isSingle) end = at - 1;
      if (signs[at - 1]?.text !== mark) break;
    }
    if (!hasHan || singles < 3 || singles < 2 * pairs) end = endOfAlternating(i);
    for (let k = i; k < end; k += 1) if (isMark(k)) drop.add(k);
    i = Math.max(i + 1, end);
  }
  return signs.filter((_, i) => !drop.has(i));
}
