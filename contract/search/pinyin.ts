import { pinyin } from 'pinyin-pro';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const CHINESE = /\p{Script=Han}/u;

/** Full pinyin of Chinese text without tones or spaces; Latin letters stay as they are. */
export function toPinyin(text: string): string {
  return syllables(text).join('');
}

/** A shorter sound fits too many words to stand for one. */
const SHORTEST_SOUND = 4;

/** The sound of a query that found nothing as written, for a second try: mends 保潔員 and 缝刃工. */
export function soundOf(query: string): string | undefined {
  const sound = toPinyin(query);
  return sound.length >= SHORTEST_SOUND ? sound : undefined;
}

/**
 * Pinyin and initials of every suffix of a text that begins at a word, so that a prefix search finds
 * 缝纫工 in 女装缝纫工 by `fengren` and by `frg`. A whole suffix is one token: prefix matching does the rest.
 */
export function pinyinTokens(text: string): { readonly py: string[]; readonly ini: string[] } {
  const words = [...segmenter.segment(text)]
    .map((part) => part.segment)
    .filter((word) => CHINESE.test(word))
    .map(syllables);
  const py: string[] = [];
  const ini: string[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const suffix = words.slice(start).flat();
    py.push(suffix.join(''));
    ini.push(suffix.map((syllable) => syllable[0]).join(''));
  }
  return { py: unique(py), ini: unique(ini) };
}

const syllables = (text: string) =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');

const unique = (items: string[]) => [...new Set(items)];
