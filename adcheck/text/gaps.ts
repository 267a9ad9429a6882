import { isDigit, ORNAMENT, type Sign } from './sign.ts';

/** Letters that are drawn like digits. */
const AS_DIGIT: Readonly<Record<string, string>> = { o: '0', l: '1' };
const LONG_RUN = 4;
const FROM_TWENTY = /^[二三四五六]$/u;

/**
 * Gaps go, but 3000 2000 stay two numbers while 3 0 0 0 is one; 3,500 is one number too. Signs drawn like another in
 * a number become that one.
 */
export function settleGaps(all: readonly Sign[]): Sign[] {
  // 【2】【0】: a run of gaps is one.
  const signs = all.filter((sign, i) => !isGap(sign) || !isGap(all[i - 1]));
  const longRun = separatesByGaps(signs) ? 2 : LONG_RUN;
  return signs.flatMap((sign, i) => {
    const drawn = drawnFor(signs, i);
    if (drawn !== undefined) return [{ ...sign, text: drawn }];
    const before = signs[i - 1];
    const after = signs[i + 1];
    if (isGap(sign)) {
      if (!isDigit(before) || !isDigit(after))
        return sign.text === ' ' && isPause(signs, i, longRun) ? [{ ...sign, text: '|' }] : [];
      return isDigit(signs[i - 2]) || isDigit(signs[i + 2]) ? [{ ...sign, text: '|' }] : [];
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

const isGap = (sign: Sign | undefined) => sign?.text === ' ' || sign?.text === ORNAMENT;

/** 月嫂 汉族 月薪8000元 包吃住: a post written in words with gaps, most of them long, and not in single characters. */
function separatesByGaps(signs: readonly Sign[]): boolean {
  if (signs.filter(({ text }) => text === ' ').length < 3) return false;
  const lengths = signs
    .map((sign) => (isGap(sign) || sign.text === '|' ? ' ' : 'x'))
    .join('')
    .split(/ +/)
    .map(({ length }) => length)
    .toSorted((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= LONG_RUN;
}

/**
 * A gap between two long runs ends a clause (有经验者优先 宝妈宝爸均可); between short ones it is a disguise, and so it
 * is where syllables are spelled in letters or characters are marked off (海/员/证).
 */
function isPause(signs: readonly Sign[], i: number, longRun: number): boolean {
  const isRun = (k: number) =>
    /^[\p{Script=Han}\d]$/u.test(signs[k]?.text ?? '') ||
    // 8000元/月
    (/^[/.+-]$/.test(signs[k]?.text ?? '') && /^[元块\d]$/u.test(signs[k - 1]?.text ?? ''));
  for (const step of [-1, 1]) {
    for (let k = 1; k <= longRun; k += 1) if (!isRun(i + step * k)) return false;
  }
  return true;
}

/** 9OO: past signs that are drawn like digits, too. */
function isNumberAlong(signs: readonly Sign[], start: number, step: number): boolean {
  let at = start;
  while (AS_DIGIT[signs[at]?.text ?? ''] !== undefined) at += step;
  return isDigit(signs[at]);
}

/** What a sign in a number stands for: 5O岁 and l8岁, 三+五岁, 18一35. */
function drawnFor(signs: readonly Sign[], i: number): string | undefined {
  const at = (k: number) => signs[k]?.text ?? '';
  const digit = AS_DIGIT[at(i)];
  if (digit !== undefined) {
    const isPoint = at(i + 1) === '.' && isDigit(signs[i + 2]);
    const besideDigit = isPoint || [-1, 1].some((step) => isNumberAlong(signs, i + step, step));
    const isLetter = (k: number) => /[a-z]/.test(at(k)) && AS_DIGIT[at(k)] === undefined;
    return besideDigit && !isLetter(i - 1) && !isLetter(i + 1) ? digit : undefined;
  }
  if (at(i) === '+' && FROM_TWENTY.test(at(i - 1)) && /[一二三四五六七八九岁周]/u.test(at(i + 1)))
    return '十';
  if (at(i) === '一' && [-2, -1, 1, 2].every((step) => isDigit(signs[i + step]))) return '-';
  return undefined;
}
