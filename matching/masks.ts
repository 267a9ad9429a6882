/**
 * Eligibility as bits. Each rule of eligibility.ts is asked once per pair of distinct features; its answers become
 * rows of bits over the vacancies, and a person's eligible vacancies are the AND of one row per rule. No rule is
 * written a second time here.
 */
import { groupQuestions } from './classes.ts';
import type { Context } from './context.ts';
import { rules } from './eligibility.ts';
import { type Features, type Interned, nothing } from './factor.ts';
import type { RefusalCode } from './refusals.ts';

/** Enough to merge most rules, few enough to stay in the cache. */
const mergedClasses = 1024;

export interface RuleMask {
  readonly code: RefusalCode;
  /** [persons] offset of the person's row in `bits`, −1 when the rule lets every vacancy pass */
  readonly rowOf: Int32Array;
  /** rows of `words` words; bit v set = the rule is silent about vacancy v */
  readonly bits: Int32Array;
}

export interface Masks {
  /** 32-bit words per row */
  readonly words: number;
  /** rules that depend on the vacancy alone, and-ed */
  readonly base: Int32Array;
  /** rules that can tell persons apart and refuse somebody something */
  readonly rules: readonly RuleMask[];
  /** writes the eligible vacancies of person p into `out` */
  eligible(p: number, out: Int32Array): void;
}

/** Masks over `nV` vacancies. */
export function openMasks(features: Features, nV: number, context: Context): Masks {
  const words = (nV + 31) >>> 5;
  const base = allOnes(nV);
  const masks: RuleMask[] = [];
  for (const rule of rules) {
    const left = features.persons(rule.person);
    const right = features.vacancies(rule.vacancy);
    const passes = (i: number, j: number) =>
      rule.refuse(left.features[i]!, right.features[j]!, context) === undefined;
    const mask = { code: rule.code, ...rowsOf(left, right, words, passes) };
    if (mask.bits.length === 0) continue;
    if (rule.person === nothing) and(base, mask.bits, 0);
    else masks.push(mask);
  }

  const merged = mergeRules(masks, words, base);
  function eligible(p: number, out: Int32Array): void {
    out.set(base);
    for (const { rowOf, bits } of merged) and(out, bits, rowOf[p]!);
  }
  return { words, base, rules: masks, eligible };
}

/** Rules that sort persons into few classes are and-ed beforehand, class by class. */
function mergeRules(rules: readonly RuleMask[], words: number, base: Int32Array): Omit<RuleMask, 'code'>[] {
  const groups = groupQuestions(
    rules.map((rule) => rule.rowOf.map((row) => Math.floor(row / words) + 1)),
    mergedClasses,
  );
  return groups.map(({ questions, classOf, sample }) => {
    const bits = new Int32Array(sample.length * words);
    sample.forEach((p, c) => {
      const row = bits.subarray(c * words, (c + 1) * words);
      row.set(base);
      for (const q of questions) {
        const { rowOf, bits } = rules[q]!;
        if (rowOf[p]! >= 0) and(row, bits, rowOf[p]!);
      }
    });
    return { rowOf: classOf.map((c) => c * words), bits };
  });
}

export function and(out: Int32Array, bits: Int32Array, offset: number): void {
  for (let w = 0; w < out.length; w++) out[w]! &= bits[offset + w]!;
}

function allOnes(count: number): Int32Array {
  const bits = new Int32Array((count + 31) >>> 5).fill(-1);
  if (count & 31) bits[bits.length - 1] = (1 << (count & 31)) - 1;
  return bits;
}

/** Number of set bits of a word. */
export function popCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** One row per distinct list of answers with a refusal in it; rows without one are not stored. */
function rowsOf(
  left: Interned,
  right: Interned,
  words: number,
  passes: (i: number, j: number) => boolean,
): { rowOf: Int32Array; bits: Int32Array } {
  const rowOfFeature = new Int32Array(left.features.length).fill(-1);
  const rows: Int32Array[] = [];
  const rowOfAnswers = new Map<string, number>();
  const silent = new Uint8Array(right.features.length);
  const packed = new Uint16Array((silent.length + 15) >>> 4);
  for (let i = 0; i < left.features.length; i++) {
    let refused = false;
    packed.fill(0);
    for (let j = 0; j < silent.length; j++) {
      silent[j] = passes(i, j) ? 1 : 0;
      packed[j >>> 4]! |= silent[j]! << (j & 15);
      refused ||= silent[j] === 0;
    }
    if (!refused) continue;
    const answers = String.fromCharCode(...packed);
    let row = rowOfAnswers.get(answers);
    if (row === undefined) {
      row = rows.push(spread(silent, right.keyOf, words)) - 1;
      rowOfAnswers.set(answers, row);
    }
    rowOfFeature[i] = row * words;
  }
  const bits = new Int32Array(rows.length * words);
  rows.forEach((row, i) => {
    bits.set(row, i * words);
  });
  return { rowOf: left.keyOf.map((k) => rowOfFeature[k]!), bits };
}

/** The answers by feature as bits by vacancy. */
function spread(silent: Uint8Array, keyOf: Int32Array, words: number): Int32Array {
  const row = new Int32Array(words);
  const nV = keyOf.length;
  for (let v = 0, word = 0; v < nV; v++) {
    word |= silent[keyOf[v]!]! << (v & 31);
    if ((v & 31) === 31 || v === nV - 1) {
      row[v >>> 5] = word;
      word = 0;
    }
  }
  return row;
}
