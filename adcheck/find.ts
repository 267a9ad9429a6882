import type { Hit, Severity } from './types.ts';

export interface Pattern {
  readonly severity: Severity;
  /** on folded text; must not be sticky, need not be global */
  readonly words: RegExp;
  /** lawful readings: a hit that overlaps one of these is none */
  readonly unless?: readonly RegExp[];
  readonly suggestion: string;
}

/** Every place where a pattern reads and no lawful reading covers it. */
export function* findAll(
  text: string,
  patterns: readonly Pattern[],
  lawful: readonly RegExp[] = [],
): Iterable<Hit> {
  const general = spans(text, lawful);
  for (const { severity, words, unless = [], suggestion } of patterns) {
    const own = spans(text, unless);
    for (const [from, to] of spans(text, [words])) {
      if ([...general, ...own].some(([start, end]) => start < to && from < end)) continue;
      yield { severity, from, to, suggestion };
    }
  }
}

export function spans(text: string, patterns: readonly RegExp[]): [number, number][] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))].map(
      (match): [number, number] => [match.index, match.index + match[0].length],
    ),
  );
}
