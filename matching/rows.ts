/** The answers of one rule as rows of bits over the vacancies. */
import type { Interned } from './factor.ts';

export interface Rows {
  /** [persons] offset of the person's row in `bits`, −1 when there is none */
  readonly rowOf: Int32Array;
  /** rows of 32-bit words; bit v set = the rule is silent about vacancy v */
  readonly bits: Int32Array;
}

/** Whether the rule is silent about feature i of persons and j of vacancies. */
export type Passes = (i: number, j: number) => boolean;

/**
 * One row per distinct list of answers with a refusal in it; a list without one is not stored, nor are the answers of
 * the features of persons marked in `without`.
 */
export function rowsOf(
  left: Interned,
  right: Interned,
  words: number,
  passes: Passes,
  without?: Uint8Array,
): Rows {
  const rowOfFeature = new Int32Array(left.features.length).fill(-1);
  const rows: Int32Array[] = [];
  const rowOfAnswers = new Map<string, number>();
  const silent = new Uint8Array(right.features.length);
  const packed = new Uint16Array((silent.length + 15) >>> 4);
  for (let i = 0; i < left.features.length; i++) {
    if (without?.[i] === 1) continue;
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
