import { isDigit, MEANINGFUL, NUMERAL, type Sign } from './sign.ts';

/** 2.女性 at the start of a clause is the second item of a list. */
export function dropNumbering(signs: readonly Sign[]): Sign[] {
  return signs.filter((sign, i) => {
    const isStart = (k: number) => signs[k] === undefined || signs[k].text === '|';
    const isLast = signs[i + 1]?.text === '.' && !isDigit(signs[i + 2]);
    return !(isDigit(sign) && isStart(i - 1) && isLast);
  });
}

/** 3.5.-.4.0.岁 is 35-40岁: dots that stand between all signs of a number, not only between two digits, are no points. */
export function dropDots(signs: readonly Sign[]): Sign[] {
  const text = signs.map((sign) => sign.text[0] ?? ' ').join('');
  const dots = new Set<number>();
  for (const { 0: run, index } of text.matchAll(/\d(?:\.?[-\d])*\.?/g)) {
    const isSpelled = (run.match(/\./g)?.length ?? 0) > 1 && /\.(?!\d)/.test(run) && !/\d\d/.test(run);
    if (isSpelled) for (let k = 0; k < run.length; k += 1) if (run[k] === '.') dots.add(index + k);
  }
  return signs.filter((_, i) => !dots.has(i));
}

/** A dash, slash or dot that touches no digit, letter or unit is decoration, and so is a lonely 〇. */
export function dropLonely(signs: readonly Sign[]): Sign[] {
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
    if (text === '-' && NUMERAL.test(before) && NUMERAL.test(after)) return true;
    return before !== text && (/[\da-z元块]/.test(before) || /[\da-z]/.test(after));
  });
}

/**
 * Signs marked off one by one (限,男,性 is 限男性, 3-5-岁-以-下 is 35岁以下), in signs of Han, other signs and one mark.
 * Between two marks three are enough, and two signs may stand together (4,5以,下); inside a sentence it takes five.
 */
const SPELLED = ['\\|', '/', '-', '\\.'].map(
  (mark) => new RegExp(`(?<=^|[|./-])[Hx](?:${mark}[Hx]{1,2}(?![Hx])){2,}|[Hx](?:${mark}[Hx]){4,}`, 'g'),
);

export function joinSpelled(signs: readonly Sign[]): Sign[] {
  const kinds = signs
    .map(({ text }) => (/^[|./-]$/.test(text) ? text : /\p{Script=Han}/u.test(text) ? 'H' : 'x'))
    .join('');
  const drop = new Set<number>();
  for (const pattern of SPELLED) {
    for (const { 0: found, index } of kinds.matchAll(pattern)) {
      const run = found.replace(/(?:[|./-][Hx]{2})+$/, '');
      const parts = run.split(/[|./-]/);
      const singles = parts.filter((part) => part.length === 1).length;
      // 8-1-2 and 3.5.1 are numbers of something.
      if (!run.includes('H') || singles < 3 || singles * 3 < parts.length * 2) continue;
      for (let k = 0; k < run.length; k += 1) if (/[|./-]/.test(run[k] ?? '')) drop.add(index + k);
    }
  }
  return signs.filter((_, i) => !drop.has(i));
}
