import { INVISIBLE, NUMERAL, type Sign, WORD } from './sign.ts';
import { bounds, pictures, picturesBefore } from './signs.ts';

/** What only a number stands before. */
const UNIT = /^(?:周?岁|块|元(?!旦|宵)|天|个钟|小时|点钟|h)/u;
const CIRCLED = /[①-⑳⓪⓿❶-❿➀-➓]/u;
const CLOCK = /[早晚休歇到至满]/u;
/** Characters in squares (🈳): decoration, though Unicode decomposes them to what is inside. */
const SQUARED = /[\u{1f210}-\u{1f251}]/u;
const JOINER = '\u200d';

/**
 * ① before a word numbers a clause, and 本①地②人 is fenced in; undefined where a circled number is a number:
 * ①⑧ and 十⑧ are a disguised 18, ⑭小时 is 14 hours, 大③阳 hides a word.
 */
export function circledAt(written: readonly Sign[], i: number): string | undefined {
  const at = (k: number) => written[k]?.text ?? '';
  if (!CIRCLED.test(at(i))) return undefined;
  if (
    [i - 2, i + 2].some((k) => CIRCLED.test(at(k))) &&
    WORD.test(at(i - 1)) &&
    // 早⑥晚⑨ are hours.
    !CLOCK.test(at(i - 1)) &&
    !CLOCK.test(at(i - 3)) &&
    !NUMERAL.test(at(i - 1)) &&
    !NUMERAL.test(at(i + 1)) &&
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
export function boundAt(written: readonly Sign[], i: number): string | undefined {
  const word = bounds.get(written[i]?.text ?? '');
  if (word === undefined) return undefined;
  const beside = word.startsWith('以')
    ? written[i - 1]
    : written.slice(i + 1).find(({ text }) => text !== ' ');
  return /[\d岁歲嵗０-９]/u.test(beside?.text ?? '') ? word : undefined;
}

/** The word for a picture. In 👩‍🍳 and the like the person is decoration; a refusing gesture stays one. */
export function pictureAt(written: readonly Sign[], i: number): string | undefined {
  const picture = written[i]?.text ?? '';
  const word = pictures.get(picture) ?? wordBefore(written, i);
  if (word === undefined) return SQUARED.test(picture) ? ' ' : undefined;
  const isFence = [-3, -2, 2, 3].some((step) => written[i + step]?.text === picture);
  if (word === '不要') return isFence && !endsRow(written, i) ? '' : word;
  // 女♀ says the word twice.
  if ([1, 2].some((back) => written[i - back]?.text === word)) return '';
  const isJoined = written.slice(i + 1, i + 4).some(({ text }) => text === JOINER);
  const isSought = /[要限招]/u.test(written[i - 1]?.text ?? '');
  return (isJoined && !isSought) || written[i - 1]?.text === JOINER ? '' : word;
}

function wordBefore(written: readonly Sign[], i: number): string | undefined {
  const known = picturesBefore.get(written[i]?.text ?? '');
  if (known === undefined) return undefined;
  const [followed, word] = known;
  const next = written.slice(i + 1, i + 4).find(({ text }) => !INVISIBLE.test(text) && text !== ' ');
  return followed.test(next?.text ?? '') ? word : undefined;
}

/** One picture again and again is a fence between characters (加❌班❌费); at the end of the clause it refuses (外❌省❌人❌). */
function endsRow(written: readonly Sign[], i: number): boolean {
  const after = written.slice(i + 1).find(({ text }) => !INVISIBLE.test(text));
  return after === undefined || /\p{P}/u.test(after.text);
}
