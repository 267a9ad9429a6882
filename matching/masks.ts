/**
 * Eligibility as bits. Each rule of eligibility.ts is asked once per pair of distinct features; its answers become
 * rows of bits over the vacancies, and a person's eligible vacancies are the AND of one row per rule. Where hardly
 * anybody shares a feature the rule is asked last, about the few pairs still open. No rule is written a second time
 * here.
 */
import { groupQuestions } from './classes.ts';
import type { Context } from './context.ts';
import { rules } from './eligibility.ts';
import { type Features, type Interned, nothing, seldomSeen } from './factor.ts';
import type { RefusalCode } from './refusals.ts';
import { type Passes, type Rows, rowsOf } from './rows.ts';

/** Enough to merge most rules, few enough to stay in the cache. */
const mergedClasses = 1024;

/** What one rule says about the vacancies. */
export interface RuleMask {
  readonly code: RefusalCode;
  /** true when it has nothing against any vacancy for person p */
  silent(p: number): boolean;
  /** clears the vacancies it refuses to person p */
  restrict(p: number, bits: Int32Array): void;
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
  const asked: AskedRule[] = [];
  for (const { code, refuse, ...sides } of rules) {
    const left = features.persons(sides.person);
    const right = features.vacancies(sides.vacancy);
    const passes: Passes = (i, j) => refuse(left.features[i]!, right.features[j]!, context) === undefined;
    if (sides.person === nothing) {
      const { bits } = rowsOf(left, right, words, passes);
      if (bits.length > 0) and(base, bits, 0);
      continue;
    }
    const seldom = seldomSeen(left, right);
    const rows = rowsOf(left, right, words, passes, seldom);
    if (rows.bits.length > 0 || seldom.includes(1))
      asked.push(askedRule(code, rows, left, right, seldom, passes));
  }

  const merged = mergeRules(asked, words, base);
  const singly = asked.filter((rule) => rule.singly);
  function eligible(p: number, out: Int32Array): void {
    out.set(base);
    for (const { rowOf, bits } of merged) and(out, bits, rowOf[p]!);
    for (const rule of singly) if (rule.rowOf[p]! < 0) rule.restrict(p, out);
  }
  return { words, base, rules: asked, eligible };
}

interface AskedRule extends RuleMask, Rows {
  /** some persons have no row: the pairs left to them are asked about one by one */
  readonly singly: boolean;
}

function askedRule(
  code: RefusalCode,
  { rowOf, bits }: Rows,
  left: Interned,
  right: Interned,
  seldom: Uint8Array,
  passes: Passes,
): AskedRule {
  return {
    code,
    rowOf,
    bits,
    singly: seldom.includes(1),
    silent: (p) => rowOf[p]! < 0 && seldom[left.keyOf[p]!] === 0,
    restrict(p, out) {
      const i = left.keyOf[p]!;
      if (rowOf[p]! >= 0) and(out, bits, rowOf[p]!);
      else if (seldom[i] === 1) keepIf(out, (v) => passes(i, right.keyOf[v]!));
    },
  };
}

/** Clears the bits the question answers with no. */
function keepIf(bits: Int32Array, keep: (v: number) => boolean): void {
  for (let w = 0; w < bits.length; w++) {
    for (let word = bits[w]!; word !== 0; word &= word - 1) {
      const low = word & -word;
      if (!keep((w << 5) + 31 - Math.clz32(low))) bits[w]! ^= low;
    }
  }
}

/** Rules that sort persons into few classes are and-ed beforehand, class by class. */
function mergeRules(rules: readonly Rows[], words: number, base: Int32Array): Rows[] {
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
