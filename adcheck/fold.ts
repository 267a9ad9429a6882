import { asWords, components, simplified } from './disguises.ts';
import type { Folded } from './types.ts';

/** Ends a clause. Kept, so that words of two clauses are not read as one. */
const CLAUSE = /[,。;!?、,;!?|\n\r]/u;
/** Kept because they carry meaning between digits or units. */
const MEANINGFUL = /[-~/:.%]/u;
const DASH = /[—–―~～〜﹣－−-]/u;
const WORD = /[\p{L}\p{N}]/u;

interface Sign {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes the disguises off: full-width, spaces and decoration, zero-width signs, emoji that stand for words,
 * traditional and split characters, letters one by one between commas.
 */
export function fold(source: string): Folded {
  const signs = joinSpelled(joinComponents(dropLonely(plain(source))));
  const text = signs.map((sign) => sign.text).join('');
  const starts: number[] = [];
  const ends: number[] = [];
  for (const sign of signs) {
    for (let i = 0; i < sign.text.length; i += 1) {
      starts.push(sign.from);
      ends.push(sign.to);
    }
  }
  return {
    text,
    original: (from, to) =>
      source.slice(starts[from] ?? 0, ends[Math.min(to, ends.length) - 1] ?? source.length),
  };
}

function plain(source: string): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (const sign of source) {
    const from = at;
    at += sign.length;
    const word = asWords.get(sign);
    const text = word ?? [...sign.normalize('NFKC').toLowerCase()].map(plainSign).join('');
    for (const part of text) signs.push({ text: part, from, to: at });
  }
  return signs;
}

function plainSign(sign: string): string {
  if (CLAUSE.test(sign)) return '|';
  if (DASH.test(sign)) return '-';
  if (WORD.test(sign)) return simplified.get(sign) ?? sign;
  return MEANINGFUL.test(sign) ? sign : '';
}

/** A dash, slash, colon or dot between Chinese characters is decoration. */
function dropLonely(signs: readonly Sign[]): Sign[] {
  return signs.filter(({ text }, i) => {
    if (!MEANINGFUL.test(text)) return true;
    const near = [signs[i - 1]?.text, signs[i + 1]?.text];
    return near.some((sign) => sign !== undefined && /[\da-z元天月时]/.test(sign));
  });
}

/** 扌甲 is 押, 月干 is 肝: a character written as its two halves. */
function joinComponents(signs: readonly Sign[]): Sign[] {
  const joined: Sign[] = [];
  for (let i = 0; i < signs.length; i += 1) {
    const here = signs[i] as Sign;
    const next = signs[i + 1];
    const whole = next && components.get(here.text + next.text);
    if (whole) {
      joined.push({ text: whole, from: here.from, to: next.to });
      i += 1;
    } else joined.push(here);
  }
  return joined;
}

/** 限,男,性 is 限男性: three or more single characters between clause marks are one word spelled out. */
function joinSpelled(signs: readonly Sign[]): Sign[] {
  const drop = new Set<number>();
  const isMark = (i: number) => signs[i]?.text === '|';
  for (let i = 0; i < signs.length; i += 1) {
    let end = i;
    while (!isMark(end) && isMark(end + 1) && end + 2 < signs.length && !isMark(end + 2)) end += 2;
    // Only a run whose every piece is one character: i, i+2, i+4 …, begun after a mark or at the start.
    if (end - i >= 4) for (let mark = i + 1; mark < end; mark += 2) drop.add(mark);
    i = Math.max(i, end);
  }
  return signs.filter((_, i) => !drop.has(i));
}
