import { pinyinTokens } from './pinyin.ts';

const CHINESE_RUN = /\p{Script=Han}+/gu;
const LATIN_WORD = /[a-z0-9]+/g;
/** Latin tokens are stored with every prefix from this length on, so that equality serves as prefix search. */
const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 16;

/**
 * Terms that PostgreSQL searches with `@>` when Meilisearch is away: 1- and 2-grams of Chinese runs,
 * Latin words, and prefixes of pinyin and initials of the named texts.
 */
export function searchTerms(texts: readonly string[], named: readonly string[]): string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    for (const run of chineseRuns(text)) for (const gram of grams(run)) terms.add(gram);
    for (const word of latinWords(text)) terms.add(word);
  }
  for (const text of named) {
    const { py, ini } = pinyinTokens(text);
    for (const token of [...py, ...ini]) for (const prefix of prefixes(token)) terms.add(prefix);
  }
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

function prefixes(token: string): string[] {
  const longest = Math.min(token.length, LONGEST_PREFIX);
  const lengths = Array.from(
    { length: Math.max(0, longest - SHORTEST_PREFIX + 1) },
    (_, i) => i + SHORTEST_PREFIX,
  );
  return lengths.map((length) => token.slice(0, length));
}
