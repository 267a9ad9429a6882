import type { Hit, Severity } from './types.ts';

export interface Pattern {
  readonly severity: Severity;
  readonly words: RegExp;
  /** lawful readings of this pattern: a hit that overlaps one of these is none */
  readonly unless: readonly RegExp[];
  /** the rewrite, or how to make it from the folded phrase */
  readonly suggestion: string | ((phrase: string) => string);
}

type Make = (words: string, suggestion: Pattern['suggestion'], unless?: readonly RegExp[]) => Pattern;
const pattern =
  (severity: Severity): Make =>
  (words, suggestion, unless = []) => ({ severity, words: new RegExp(words, 'gu'), unless, suggestion });
export const refuse = pattern('refuse');
export const warn = pattern('warn');

/** Every place where a pattern reads and no lawful reading, its own or a general one, touches it. */
export function* findAll(
  text: string,
  patterns: readonly Pattern[],
  lawful: readonly RegExp[] = [],
): Iterable<Hit> {
  const general = cover(text, lawful);
  for (const { severity, words, unless, suggestion } of patterns) {
    let own: Uint8Array | undefined;
    for (const [from, to] of spans(text, words)) {
      own ??= cover(text, unless);
      if (touches(general, from, to) || touches(own, from, to)) continue;
      const rewrite = typeof suggestion === 'string' ? suggestion : suggestion(text.slice(from, to));
      yield { severity, from, to, suggestion: rewrite };
    }
  }
}

/** Where a pattern matches, without empty matches. */
export function* spans(text: string, pattern: RegExp): Iterable<[number, number]> {
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  for (const match of text.matchAll(global)) {
    if (match[0] !== '') yield [match.index, match.index + match[0].length];
  }
}

/** One byte a position, so that asking about a span stays linear however many readings there are. */
function cover(text: string, patterns: readonly RegExp[]): Uint8Array {
  const covered = new Uint8Array(text.length);
  for (const pattern of patterns) for (const [from, to] of spans(text, pattern)) covered.fill(1, from, to);
  return covered;
}

const touches = (covered: Uint8Array, from: number, to: number) => covered.subarray(from, to).includes(1);
