import { pinyin } from 'pinyin-pro';
import { whole } from './components.ts';
import { readNumerals } from './numerals.ts';
import { NUMERAL, type Reading, reading, type Sign } from './sign.ts';
import { latinSyllables, lookalikes, soundsOf, syllablesOf } from './sound.ts';
import { innocent, spelled, vocabulary } from './vocabulary.ts';

/**
 * A second reading of folded text in which disguised words of the vocabulary are put back: a character split into its
 * halves (扌甲金), a word written by its sound (压金, ya金, yajin) or with a clause mark or a letter inside (押|金, 押x金).
 * It guesses, so it only ever adds to what the first reading says.
 */
export function repair(folded: Reading): Reading {
  const kept = keptAsWritten(folded);
  return reading(
    folded.source,
    readNumerals(restoreWords(dropGlosses(joinLetters(joinComponents(folded.signs, kept))), kept)),
  );
}

interface Kept {
  /** inside an innocent word */
  readonly innocent: ReadonlySet<number>;
  /** not at the start of a word: a restored word neither begins nor ends here */
  readonly inside: ReadonlySet<number>;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Both by offset in the source. */
function keptAsWritten({ text, at }: Reading): Kept {
  const kept = { innocent: new Set<number>(), inside: new Set<number>() };
  const keep = (set: Set<number>, from: number, to: number) => {
    for (const sign of at.slice(from, to)) set.add(sign.from);
  };
  for (const { 0: word, index } of text.matchAll(innocent)) keep(kept.innocent, index, index + word.length);
  for (const { segment, index } of segmenter.segment(text)) {
    if (segment.length > 1 && /^\p{Script=Han}+$/u.test(segment)) {
      keep(kept.inside, index + 1, index + segment.length);
    }
  }
  return kept;
}

/** Halves that are words of their own (人介, 日免) are put together only where that cuts no longer word (人|介绍). */
function joinComponents(signs: readonly Sign[], { innocent, inside }: Kept): Sign[] {
  const startsWord = (i: number) => !inside.has(signs[i]?.from ?? -1);
  const joined: Sign[] = [];
  for (let i = 0; i < signs.length; i += 1) {
    const here = signs[i] as Sign;
    const next = signs[i + 1];
    const made = next && !innocent.has(here.from) ? whole(here.text, next.text) : undefined;
    const joins = made !== undefined && (!made.isPlain || (startsWord(i) && startsWord(i + 2)));
    joined.push(joins ? { text: made.text, from: here.from, to: next?.to ?? here.to } : here);
    if (joins) i += 1;
  }
  return joined;
}

/** Words written by their initials or in English. */
const INITIALS: Record<string, string> = {
  sfz: '身份证',
  sfzyj: '身份证原件',
  byz: '毕业证',
  jsz: '驾驶证',
  bzj: '保证金',
  fzf: '服装费',
  pxf: '培训费',
  bmf: '报名费',
  hj: '户籍',
  ysl: '伊斯兰',
  yhyy: '已婚已育',
  whwy: '未婚未育',
  age: '年龄',
  baby: '孩子',
  idcard: '身份证',
  male: '男',
  female: '女',
  deposit: '押金',
  trainingloan: '培训贷',
  ok: '可以',
};

/** Letters that spell syllables become one sign a syllable; marks between letters (y-a-j-i-n) count for nothing. */
function joinLetters(signs: readonly Sign[]): Sign[] {
  const result: Sign[] = [];
  for (let i = 0; i < signs.length; ) {
    const letters: Sign[] = [];
    let end = i;
    while (isLetter(signs[end]) || (letters.length > 0 && isMark(signs[end]) && isLetter(signs[end + 1]))) {
      if (isLetter(signs[end])) letters.push(signs[end] as Sign);
      end += 1;
    }
    if (end === i) result.push(signs[i++] as Sign);
    else {
      const word = INITIALS[letters.map(({ text }) => text).join('')];
      const [from, to] = [letters[0]?.from ?? 0, letters.at(-1)?.to ?? 0];
      const parts = word === undefined ? syllables(letters) : [...word].map((text) => ({ text, from, to }));
      for (const part of parts) result.push(part);
      i = end;
    }
  }
  return result;
}

/** 证zheng says its sound twice. */
const dropGlosses = (signs: readonly Sign[]): Sign[] =>
  signs.filter(({ text }, i) => {
    const before = signs[i - 1]?.text ?? '';
    return (
      !isSyllable(signs[i]) || isSyllable(signs[i - 1]) || !soundsOf(before).includes(soundsOf(text)[0] ?? '')
    );
  });

const isLetter = (sign: Sign | undefined) =>
  sign !== undefined && sign.text.length === 1 && sign.text >= 'a' && sign.text <= 'z';
const isSyllable = (sign: Sign | undefined) => /^[a-z]{2,}$/.test(sign?.text ?? '');
const isMark = (sign: Sign | undefined) => /^[-./]$/.test(sign?.text ?? '');

/** Where somebody wrote gaps that cut the letters into syllables (he nan), those; else as they are spelled. */
function syllables(letters: readonly Sign[]): Sign[] {
  const words: Sign[][] = [];
  for (const letter of letters) {
    const last = words.at(-1);
    if (last && last.at(-1)?.to === letter.from) last.push(letter);
    else words.push([letter]);
  }
  const spell = (word: readonly Sign[]) => {
    let at = 0;
    return latinSyllables(word.map(({ text }) => text).join('')).map((text): Sign => {
      const [first, last] = [word[at] as Sign, word[at + text.length - 1] as Sign];
      at += text.length;
      return { text, from: first.from, to: last.to };
    });
  };
  const apart = words.map(spell);
  return apart.some((parts) => parts.some(({ text }) => text.length === 1)) ? spell(letters) : apart.flat();
}

interface Word {
  readonly signs: readonly string[];
  readonly sounds: readonly string[];
  /** looked for only where a syllable is spelled in letters */
  readonly needsLetters: boolean;
}

const heardAnywhere = new Set(vocabulary);
const longestFirst = (a: Word, b: Word) => b.signs.length - a.signs.length;
const words = [...new Set([...vocabulary, ...spelled])]
  .filter((word) => word.length > 1)
  .map(
    (word): Word => ({
      signs: [...word],
      sounds: syllablesOf(word),
      needsLetters: !heardAnywhere.has(word),
    }),
  )
  .toSorted(longestFirst);
/** By the first syllable, then by the second. */
const lexicon = new Map(
  Array.from(
    Map.groupBy(words, ({ sounds }) => sounds[0] ?? ''),
    ([first, those]) => [first, Map.groupBy(those, ({ sounds }) => sounds[1] ?? '')] as const,
  ),
);
/** Single syllables that mean something alone: in letters, after a number, or before what is counted. */
const ALONE: Record<string, string> = { nan: '男', nv: '女', nu: '女', yun: '孕' };
const AFTER_NUMBER: Record<string, string> = { sui: '岁', yuan: '元' };
/** The same, only in letters: 七 and 骑 are what they are. */
const SPELLED_AFTER_NUMBER: Record<string, string> = { qi: '期', tian: '天', kuai: '块' };
/** Ends the name of a people: 傣zu. */
const PEOPLES = /[汉回藏苗彝壮满侗瑶白傣佤黎畲羌佬依家古尔]/u;
/** Signs written for a numeral that sounds the same, beside a numeral: 八白五, 石六岁. */
const NUMERAL_SOUND: Record<string, string> = { 白: '百', 石: '十' };
const NUMBER: Record<string, string> = Object.fromEntries(
  [...'零一二三四五六七八九十百千万'].map((numeral) => [pinyin(numeral, { toneType: 'none' }), numeral]),
);

function restoreWords(signs: readonly Sign[], kept: Kept): Sign[] {
  const restored: Sign[] = [];
  for (let i = 0; i < signs.length; ) {
    const here = signs[i] as Sign;
    const word = wordAt(signs, i, kept);
    if (word) {
      restored.push(...word.signs);
      i = word.end;
      continue;
    }
    const alone = aloneAt(signs, i);
    restored.push(alone ? { ...here, text: alone } : here);
    i += 1;
  }
  return restored;
}

/** The sign that a syllable, or a sign that sounds like a numeral, stands for by itself. */
function aloneAt(signs: readonly Sign[], i: number): string | undefined {
  const here = signs[i]?.text ?? '';
  if (here === 'zu' && PEOPLES.test(signs[i - 1]?.text ?? '')) return '族';
  const counted = SPELLED_AFTER_NUMBER[here] ?? AFTER_NUMBER[soundsOf(here)[0] ?? ''];
  if (counted === undefined && !isSyllable(signs[i]) && NUMERAL_SOUND[here] === undefined) return undefined;
  const next = signs[i + 1]?.text ?? '';
  const isNumber = /^[\d一二三四五六七八九十百]$/u.test(signs[i - 1]?.text ?? '');
  return (
    ALONE[here] ??
    (isNumber ? counted : undefined) ??
    (/^[天岁元块个小百千万名]$/u.test(next) ? NUMBER[here] : undefined) ??
    (isNumber || NUMERAL.test(next) ? NUMERAL_SOUND[here] : undefined)
  );
}

/** Words by their first letter, for those written by initials: sfz, y金. */
const lexiconByInitial = Map.groupBy(words, ({ sounds }) => sounds[0]?.[0] ?? '');

/** The words whose first two syllables can be heard from here on, longest first. */
function candidatesAt(signs: readonly Sign[], start: number): readonly Word[] {
  const first = signs[start]?.text ?? '';
  if (isLetter(signs[start])) {
    const second = soundsAfter(signs, start);
    const begun = lexiconByInitial.get(first) ?? [];
    return second === undefined ? begun : begun.filter(({ sounds }) => second.includes(sounds[1] ?? ''));
  }
  const starts = soundsOf(first).flatMap((sound) => lexicon.get(sound) ?? []);
  if (starts.length === 0) return [];
  const second = soundsAfter(signs, start);
  const found = starts.flatMap((bySecond) =>
    second === undefined
      ? [...bySecond.values()].flat()
      : second.flatMap((sound) => bySecond.get(sound) ?? []),
  );
  return found.length > 1 ? found.toSorted(longestFirst) : found;
}

/** The longest word of the vocabulary that can be heard from here on. */
function wordAt(signs: readonly Sign[], start: number, { innocent, inside }: Kept) {
  for (const word of candidatesAt(signs, start)) {
    const heard = hear(signs, start, word.sounds);
    if (!heard || !areEnough(signs, start, heard)) continue;
    const end = (heard.at(-1) as number) + 1;
    const written = (k: number) => signs[heard[k] as number]?.text ?? '';
    const isWritten = heard.every((_, k) => written(k) === word.signs[k]);
    // 诚|意|金: long enough to be meant though marks stand between.
    const isSpelledOut = isWritten && word.signs.length > 2;
    if (word.needsLetters && !isSpelledOut && !heard.some((at) => isSyllable(signs[at]))) continue;
    const looksSo = (k: number) => [written(k), lookalikes[written(k)]].includes(word.signs[k]);
    const cutsWord =
      (!looksSo(0) && inside.has(signs[start]?.from ?? -1)) ||
      (!looksSo(heard.length - 1) && inside.has(signs[end]?.from ?? -1));
    const isInnocent = heard.some((at) => innocent.has(signs[at]?.from ?? -1));
    const crossesClause = signs.slice(start, end).some(({ text }) => text === '|');
    if (!isWritten && (cutsWord || isInnocent || crossesClause)) continue;
    return {
      end,
      signs: heard.map((at, k): Sign => ({ ...(signs[at] as Sign), text: word.signs[k] as string })),
    };
  }
  return undefined;
}

/** Where the syllables stand one after another, a mark, a picture or a stray letter between two of them allowed. */
function hear(signs: readonly Sign[], start: number, sounds: readonly string[]): number[] | undefined {
  const heard: number[] = [];
  let at = start;
  for (const sound of sounds) {
    if (heard.length > 0 && (isHint(signs, at, sound) || !says(signs[at], sound))) at = afterStray(signs, at);
    if (!says(signs[at], sound)) return undefined;
    heard.push(at);
    at += 1;
  }
  return heard;
}

/** 教t徒: the letter only hints at what follows. */
const isHint = (signs: readonly Sign[], at: number, sound: string) =>
  isLetter(signs[at]) && !isLetter(signs[at + 1]) && says(signs[at + 1], sound);

/** Every sound that the next syllable can have, to pass over most words at once; undefined beside a letter, which may be any. */
function soundsAfter(signs: readonly Sign[], start: number): readonly string[] | undefined {
  const near = [signs[start + 1], signs[afterStray(signs, start + 1)]];
  return near.some(isLetter) ? undefined : near.flatMap((sign) => soundsOf(sign?.text ?? ''));
}

const says = (sign: Sign | undefined, sound: string) =>
  sign !== undefined &&
  (soundsOf(sign.text).includes(sound) || (isLetter(sign) && sound.startsWith(sign.text)));

function afterStray(signs: readonly Sign[], at: number): number {
  const stray = signs[at];
  if (stray === undefined || /^[-|:./+a-z]$/.test(stray.text)) return at + 1;
  // A picture stands for one or more signs, all at its place.
  if (stray.to - stray.from < 2 || stray.text.length > 1) return at;
  let end = at;
  while (signs[end]?.from === stray.from) end += 1;
  return end;
}

/** Two initials that stand for a word by themselves: 户口 残疾 押金 乙肝 贷款. */
const USUAL_INITIALS: ReadonlySet<string> = new Set(['hk', 'cj', 'yj', 'yg', 'dk']);

/** Initials are guessed only beside a written character, or when three stand for themselves: sfz, but not ok. */
function areEnough(signs: readonly Sign[], start: number, heard: readonly number[]): boolean {
  const letters = heard.filter((at) => isLetter(signs[at])).length;
  if (letters === 0) return true;
  const end = (heard.at(-1) as number) + 1;
  const isCut = (a: number, b: number) => isLetter(signs[a]) && isLetter(signs[b]);
  if (isCut(start - 1, start) || isCut(end - 1, end)) return false;
  if (letters < heard.length) return letters === 1 || letters * 2 <= heard.length;
  return letters >= 3 || USUAL_INITIALS.has(heard.map((at) => signs[at]?.text).join(''));
}
