/** Everyday words for codes: the label itself and what people write instead. */
import { fold, listed } from '../normalise/text.ts';

export interface WordTable<C extends string> {
  /** the code a whole text means; null when it means none */
  read(text: string): C | null;
  /** codes of all known words in a text, each once, longer words before shorter, and what is left of the text */
  find(text: string): { readonly codes: C[]; readonly rest: string };
}

/** `aliases` map a code to its words, separated by blanks. The code itself and its label are words too. */
export function wordTable<C extends string>(
  labels: Readonly<Record<C, string>>,
  aliases: Partial<Readonly<Record<C, string>>>,
): WordTable<C> {
  const words = new Map<string, C>();
  for (const code of Object.keys(labels) as C[])
    for (const word of [code, labels[code], ...(aliases[code]?.split(' ') ?? [])])
      words.set(fold(word), code);
  // a code such as 1 or A is a word only when it stands alone
  const longestFirst = [...words.keys()].filter((word) => word.length > 1 && !/^[\da-z-]{1,2}$/.test(word));
  longestFirst.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'g',
  );
  return {
    read: (text) => words.get(fold(text)) ?? null,
    find(text) {
      const codes = new Set<C>();
      const rest = fold(text).replace(pattern, (word) => {
        codes.add(words.get(word)!);
        return ' ';
      });
      return { codes: [...codes], rest };
    },
  };
}

/** Words nobody knew in what `find` left over; single marks and particles are grammar, not words. */
export function unknownWords(rest: string): string[] {
  return listed(rest.replace(/[.+()和与及会做懂等有能]+/g, ' ')).filter((word) => word.length > 1);
}
