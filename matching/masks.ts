/**
 * Eligibility as bits. Each rule of eligibility.ts is asked once per pair of distinct features; its answers become
 * rows of bits over the vacancies, and a person's eligible vacancies are the AND of one row per rule. No rule is
 * written a second time here.
 */
import type { Context } from './context.ts';
import { rules } from './eligibility.ts';
import { type Interned, intern, nothing } from './factor.ts';
import type { RefusalCode } from './refusals.ts';
import type { Person, Vacancy } from './types.ts';

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

export function openMasks(
  persons: readonly Person[],
  vacancies: readonly Vacancy[],
  context: Context,
): Masks {
  const words = (vacancies.length + 31) >>> 5;
  const base = allOnes(vacancies.length);
  const masks: RuleMask[] = [];
  for (const rule of rules) {
    const left = intern(persons, (person) => rule.person(person, context));
    const right = intern(vacancies, (vacancy) => rule.vacancy(vacancy, context));
    const passes = (i: number, j: number) =>
      rule.refuse(left.features[i]!, right.features[j]!, context) === undefined;
    const mask = { code: rule.code, ...rowsOf(left, right, words, passes) };
    if (mask.bits.length === 0) continue;
    if (rule.person === nothing) and(base, mask.bits, 0);
    else masks.push(mask);
  }

  function eligible(p: number, out: Int32Array): void {
    out.set(base);
    for (const { rowOf, bits } of masks) {
      const row = rowOf[p]!;
      if (row >= 0) and(out, bits, row);
    }
  }
  return { words, base, rules: masks, eligible };
}

export function and(out: Int32Array, bits: Int32Array, offset: number): void {
  for (let w = 0; w < out.length; w++) out[w]! &= bits[offset + w]!;
}

export function allOnes(count: number): Int32Array {
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

/** One row per distinct feature of the persons that meets a refusal; rows without one are not stored. */
function rowsOf(
  left: Interned,
  right: Interned,
  words: number,
  passes: (i: number, j: number) => boolean,
): { rowOf: Int32Array; bits: Int32Array } {
  const rowOfFeature = new Int32Array(left.features.length).fill(-1);
  const rows: Int32Array[] = [];
  const silent = new Uint8Array(right.features.length);
  for (let i = 0; i < left.features.length; i++) {
    let refused = false;
    for (let j = 0; j < silent.length; j++) {
      silent[j] = passes(i, j) ? 1 : 0;
      refused ||= silent[j] === 0;
    }
    if (!refused) continue;
    const row = new Int32Array(words);
    for (let v = 0; v < right.keyOf.length; v++) row[v >>> 5]! |= silent[right.keyOf[v]!]! << (v & 31);
    rowOfFeature[i] = rows.push(row) * words - words;
  }
  const bits = new Int32Array(rows.length * words);
  rows.forEach((row, i) => bits.set(row, i * words));
  return { rowOf: left.keyOf.map((k) => rowOfFeature[k]!), bits };
}
