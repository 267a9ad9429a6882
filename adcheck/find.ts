import type { Hit, Severity } from './types.ts';

/** Where something is said: an expression, or what finds the places. */
export type Words = RegExp | Finder;
type Finder = (text: string) => Iterable<[from: number, to: number]>;

export interface Pattern {
  readonly severity: Severity;
  readonly words: Words;
  /** lawful readings of this pattern: a hit that overlaps one of these is none */
  readonly unless: readonly Words[];
  /** the rewrite, or how to make it from the folded phrase */
  readonly suggestion: string | ((phrase: string) => string);
}

type Make = (words: string | Finder, suggestion: Pattern['suggestion'], unless?: readonly Words[]) => Pattern;
const pattern =
  (severity: Severity): Make =>
  (words, suggestion, unless = []) => ({
    severity,
    words: typeof words === 'string' ? new RegExp(words, 'gu') : words,
    unless,
    suggestion,
  });
export const refuse = pattern('refuse');
export const warn = pattern('warn');

/** A promise to refuse nobody for what is named in it, a warning against those who do, what a law forbids. */
const SPOKEN_AGAINST: readonly Words[] = [
  /不(?:得|会|能|可)?(?:因|以|由于)(?:[^|]{1,10}\|){0,8}[^|]{1,20}?(?:拒绝|拒|限制|歧视|为由|而)[^|]{0,6}/gu,
  /不(?:将|把|以|列)[^|]{1,24}?(?:作为|列为|列入|纳入|当作|作)[^|]{0,10}/gu,
  upTo(
    /(?:是|属于?|系|算)(?:骗子|骗人|骗局|诈骗|违法|违规|违反|假的|假冒|冒充|黑中介|非法|歧视|犯法|不合法)[^|]{0,6}/gu,
    24,
  ),
  /(?:有人|谁|凡是?|要是|如果|假如|碰到)[^|]{1,20}(?:\|[^|]{1,16}){0,3}?(?:都|就|全|均|一律|准|肯定)(?:是|属于?)(?:骗|诈骗|假|违法|黑|非法|冒充)[^|]{0,4}/gu,
  /(?:《[^》|]{2,20}》|劳动合同法|劳动法|就业促进法|法律|法规|条例|(?:国家|有关|相关|明文|依)规定)[^|]{0,14}\|?[^|]{0,14}(?:不得|禁止|严禁|不准)[^|]{0,24}/gu,
  /(?:遇到?|发现|谁|要是|如果|有人|凡是?|如有|若有|谨防|警惕|当心|小心|远离)(?:[^|]{1,14}\|){0,8}[^|]{1,14}?(?:举报|投诉|报警|诈骗|骗局|骗子|拨打|打(?:电话)?1\d{2}|不要信|别信|上当|违法|违规|非法)[^|]{0,4}/gu,
  /(?:谨防|警惕|当心|小心|远离|防范|抵制|打击|曝光)[^|]{1,24}/gu,
  // 体检自理?不,公司付钱: asked only to be denied.
  upTo(/(?<![吗么])\|(?:不|没有|不是|错|当然不|绝不|才不)(?=\|)/gu, 14),
  /有权(?:拒绝|要求|投诉|举报)[^|]{1,24}/gu,
  /(?:禁止|严禁|杜绝|反对|不得|不准)[^|]{0,10}(?:限定|限制|歧视|设置)[^|]{1,12}/gu,
];

/** Every place where a pattern reads and no lawful reading, its own or a general one, touches it. */
export function* findAll(
  text: string,
  patterns: readonly Pattern[],
  lawful: readonly Words[] = [],
): Iterable<Hit> {
  let general: Uint8Array | undefined;
  for (const { severity, words, unless, suggestion } of patterns) {
    let own: Uint8Array | undefined;
    for (const [from, to] of spans(text, words)) {
      general ??= cover(text, [...SPOKEN_AGAINST, ...lawful]);
      own ??= cover(text, unless);
      if (touches(general, from, to) || touches(own, from, to)) continue;
      const rewrite = typeof suggestion === 'string' ? suggestion : suggestion(text.slice(from, to));
      yield { severity, from, to, suggestion: rewrite };
    }
  }
}

/** Where a pattern matches, without empty matches. */
export function* spans(text: string, pattern: Words): Iterable<[number, number]> {
  if (typeof pattern === 'function') {
    yield* pattern(text);
    return;
  }
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  for (const match of text.matchAll(global)) {
    if (match[0] !== '') yield [match.index, match.index + match[0].length];
  }
}

/**
 * Words together with at most `reach` signs before them, nothing up to a `stop`; by default that is their clause.
 * An expression that begins with "anything" would be tried at every place of the text.
 */
export function upTo(words: RegExp, reach: number, stop = /\|/u): Finder {
  const last = new RegExp(`[\\s\\S]*(?:${stop.source})`, 'u');
  return function* (text) {
    for (const [from, to] of spans(text, words)) {
      const before = text.slice(Math.max(0, from - reach), from);
      const begin = from - before.length + (last.exec(before)?.[0].length ?? 0);
      if (begin < from) yield [begin, to];
    }
  };
}

/** One byte a position, so that asking about a span stays linear however many readings there are. */
function cover(text: string, patterns: readonly Words[]): Uint8Array {
  const covered = new Uint8Array(text.length);
  for (const pattern of patterns) for (const [from, to] of spans(text, pattern)) covered.fill(1, from, to);
  return covered;
}

const touches = (covered: Uint8Array, from: number, to: number) => covered.subarray(from, to).includes(1);
