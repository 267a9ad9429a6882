import { components } from './components.ts';
import { readNumerals } from './numerals.ts';
import { type Reading, reading, type Sign } from './sign.ts';
import { latinSyllables, soundsOf, syllablesOf } from './sound.ts';
import { innocent, vocabulary } from './vocabulary.ts';

/**
 * A second reading of folded text in which disguised words of the vocabulary are put back: a character split into its
 * halves (扌甲金), a word written by its sound (压金, ya金, yajin) or with a clause mark or a letter inside (押|金, 押x金).
 * It guesses, so it only ever adds to what the first reading says.
 */
export function repair(folded: Reading): Reading {
  const kept = keptAsWritten(folded);
  return reading(
    folded.source,
    readNumerals(restoreWords(joinLetters(joinComponents(folded.signs, kept)), kept)),
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
function keptAsWritten({ text, signs }: Reading): Kept {
  const offsets = signs.flatMap((sign) => Array.from({ length: sign.text.length }, () => sign.from));
  const within = (from: number, length: number) => offsets.slice(from, from + length);
  return {
    innocent: new Set([...text.matchAll(innocent)].flatMap((match) => within(match.index, match[0].length))),
    inside: new Set(
      [...segmenter.segment(text)].flatMap(({ segment, index }) =>
        segment.length > 1 && /^\p{Script=Han}+$/u.test(segment) ? within(index + 1, segment.length - 1) : [],
      ),
    ),
  };
}

function joinComponents(signs: readonly Sign[], { innocent }: Kept): Sign[] {
  const joined: Sign[] = [];
  for (let i = 0; i < signs.length; i += 1) {
    const here = signs[i] as Sign;
    const next = signs[i + 1];
    const whole = next && !innocent.has(here.from) && components.get(here.text + next.text);
    joined.push(whole ? { text: whole, from: here.from, to: next.to } : here);
    if (whole) i += 1;
  }
  return joined;
}

/** Words written by their initials. */
const INITIALS: Record<string, string> = {
  sfz: '身份证',
  sfzyj: '身份证原件',
  byz: '毕业证',
  jsz: '驾驶证',
  bzj: '保证金',
  fzf: '服装费',
  pxf: '培训费',
  bmf: '报名费',
};

/** Letters that spell syllables become one sign a syllable. */
function joinLetters(signs: readonly Sign[]): Sign[] {
  const result: Sign[] = [];
  for (let i = 0; i < signs.length; ) {
    let end = i;
    while (/^[a-z]$/.test(signs[end]?.text ?? '')) end += 1;
    if (end === i) result.push(signs[i++] as Sign);
    const letters = signs.slice(i, end);
    const word = INITIALS[letters.map(({ text }) => text).join('')];
    if (word !== undefined) {
      const [from, to] = [letters[0]?.from ?? 0, letters.at(-1)?.to ?? 0];
      for (const text of word) result.push({ text, from, to });
      i = end;
      continue;
    }
    for (const part of latinSyllables(letters.map(({ text }) => text).join(''))) {
      result.push({ text: part, from: signs[i]?.from ?? 0, to: signs[i + part.length - 1]?.to ?? 0 });
      i += part.length;
    }
  }
  return result;
}

/** Words by their first syllable, longest first. */
const lexicon = Map.groupBy(
  vocabulary
    .map((word) => ({ signs: [...word], sounds: syllablesOf(word) }))
    .toSorted((a, b) => b.signs.length - a.signs.length),
  ({ sounds }) => sounds[0] ?? '',
);
/** Single syllables that mean something alone: in letters, or after a number. */
const ALONE: Record<string, string> = { nan: '男', nv: '女' };
const AFTER_NUMBER: Record<string, string> = { sui: '岁', yuan: '元' };

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
    const isNumber = /^[\d一二三四五六七八九十百]$/u.test(signs[i - 1]?.text ?? '');
    const [sound = ''] = soundsOf(here.text);
    const alone = ALONE[here.text] ?? (isNumber ? AFTER_NUMBER[sound] : undefined);
    restored.push(alone ? { ...here, text: alone } : here);
    i += 1;
  }
  return restored;
}

/** The longest word of the vocabulary that can be heard from here on. */
function wordAt(signs: readonly Sign[], start: number, { innocent, inside }: Kept) {
  for (const sound of soundsOf(signs[start]?.text ?? '')) {
    for (const word of lexicon.get(sound) ?? []) {
      const heard = hear(signs, start, word.sounds);
      if (!heard) continue;
      const end = (heard.at(-1) as number) + 1;
      const isSame = (k: number) => signs[heard[k] as number]?.text === word.signs[k];
      const isWritten = heard.every((_, k) => isSame(k));
      const cutsWord =
        (!isSame(0) && inside.has(signs[start]?.from ?? -1)) ||
        (!isSame(heard.length - 1) && inside.has(signs[end]?.from ?? -1));
      const isInnocent = heard.some((at) => innocent.has(signs[at]?.from ?? -1));
      if (!isWritten && (cutsWord || isInnocent)) continue;
      return {
        end,
        signs: heard.map((at, k): Sign => ({ ...(signs[at] as Sign), text: word.signs[k] as string })),
      };
    }
  }
  return undefined;
}

/** Where the syllables stand one after another, a clause mark or a stray letter between two of them allowed. */
function hear(signs: readonly Sign[], start: number, sounds: readonly string[]): number[] | undefined {
  const heard: number[] = [];
  let at = start;
  for (const sound of sounds) {
    if (heard.length > 0 && /^[|:a-z]$/.test(signs[at]?.text ?? '')) at += 1;
    if (!soundsOf(signs[at]?.text ?? '').includes(sound)) return undefined;
    heard.push(at);
    at += 1;
  }
  return heard;
}
