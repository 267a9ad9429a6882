import { pinyinTokens, toPinyin } from './pinyin.ts';

const CHINESE_RUN = /\p{Script=Han}+/gu;
const LATIN_WORD = /[a-z0-9]+/g;
/** Latin tokens are stored with every prefix from this length on, so that equality serves as prefix search. */
const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 16;

/** A whole word's sound is found from this many letters on. */
const SHORTEST_SOUND = 4;

export interface TermSources {
  /** 1- and 2-grams of Chinese runs and Latin words */
  readonly texts: readonly string[];
  /** found by pinyin and initials from any word in them */
  readonly named: readonly string[];
  /** found by the pinyin of the whole */
  readonly sounded: readonly string[];
}

/** Terms that PostgreSQL searches with `@>` when Meilisearch is away. */
export function searchTerms({ texts, named, sounded }: TermSources): string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    for (const run of chineseRuns(text)) for (const gram of grams(run)) terms.add(gram);
    for (const word of latinWords(text)) {
      terms.add(word);
      for (const prefix of prefixes(word, SHORTEST_SOUND)) terms.add(prefix);
    }
  }
  for (const text of named) {
    const { py, ini } = pinyinTokens(text);
    for (const token of [...py, ...ini]) {
      for (const prefix of prefixes(token, SHORTEST_PREFIX)) terms.add(prefix);
    }
  }
  for (const text of sounded)
    for (const prefix of prefixes(toPinyin(text), SHORTEST_SOUND)) terms.add(prefix);
  return [...terms].sort();
}

/** The terms every hit must hold for a query as typed. */
export function queryTerms(query: string): string[] {
  const chinese = chineseRuns(query).flatMap((run) => (run.length === 1 ? [run] : bigrams(run)));
  const latin = latinWords(query).map((word) => word.slice(0, LONGEST_PREFIX));
  return [...new Set([...chinese, ...latin])];
}

const chineseRuns = (text: string) => text.match(CHINESE_RUN) ?? [];
const latinWords = (text: string) => text.toLowerCase().match(LATIN_WORD) ?? [];
const bigrams = (run: string) => {
  const signs = [...run];
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
};
const grams = (run: string) => [...new Set([...run, ...bigrams(run)])];

function prefixes(token: string, shortest: number): string[] {
  const longest = Math.min(token.length, LONGEST_PREFIX);
  const lengths = Array.from({ length: Math.max(0, longest - shortest + 1) }, (_, i) => i + shortest);
  return lengths.map((length) => token.slice(0, length));
}
