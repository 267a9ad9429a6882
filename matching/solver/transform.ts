/**
 * Dissolves the household rule into objects.
 *
 * A household that still earns its bonus and has k members with offers gets a home object of k − 1 places worth
 * 0; the outside option of its members is worth −bonus. Everybody is then always somewhere, and the last one who
 * stays at home pays the bonus: the coverage rule has become a price. Members of a household that earns no bonus
 * simply have an outside option worth 0.
 *
 * Persons and homes are numbered by settlement, so that the searches walk through neighbouring memory.
 */
import type { Instance } from '../instance.ts';
import { placeValue, type Weights } from './objective.ts';
import { ints, type Problem } from './problem.ts';

export interface Transformed {
  readonly problem: Problem;
  /** [nP] person of the instance behind each person of the problem; objects below nV are its vacancies */
  readonly person: Int32Array;
  /** [nH] home object of each household, −1 when it has none */
  readonly home: Int32Array;
}

export interface TransformOptions {
  /** give every household a home and every person an edge to it, for the incremental engine */
  readonly dynamic?: boolean;
  /** let other threads see the edges */
  readonly shared?: boolean;
}

export function transform(
  instance: Instance,
  weights: Weights,
  { dynamic = false, shared = false }: TransformOptions = {},
): Transformed {
  const { nH, nP, nV, nE, hTier, hCov, pHh, vCap, vKind, eStart, eV, eScore } = instance;
  const person = orderOf(instance);

  const members = new Int32Array(nH);
  for (let p = 0; p < nP; p++) if (dynamic || eStart[p + 1]! > eStart[p]!) members[pHh[p]!]!++;
  let nO = nV;
  let homeEdges = 0;
  for (let h = 0; h < nH; h++) {
    if (!dynamic && (hCov[h]! !== 0 || members[h]! < 2)) continue;
    nO++;
    homeEdges += members[h]!;
  }

  const bits = 32 - Math.clz32(weights.maxScore - weights.minScore);
  if (Math.max(nO, nP) >= 2 ** (31 - bits))
    throw new RangeError(`${nO} objects and ${nP} persons with ${bits}-bit scores do not fit one edge`);

  const cap = ints(nO, shared);
  const base = new Float64Array(nO);
  for (let v = 0; v < nV; v++) {
    cap[v] = Math.max(0, vCap[v]!);
    base[v] = placeValue(weights, vKind[v]!) + weights.minScore;
  }

  const out = new Float64Array(nP);
  const start = ints(nP, shared);
  const end = ints(nP, shared);
  const edge = ints(nE + homeEdges, shared);
  const degree = new Int32Array(nO);
  const home = new Int32Array(nH).fill(-1);
  const { bonus, minScore } = weights;
  let homes = nV;
  let n = 0;
  for (let i = 0; i < nP; i++) {
    const p = person[i]!;
    const h = pHh[p]!;
    const from = eStart[p]!;
    const to = eStart[p + 1]!;
    start[i] = n;
    for (let e = from; e < to; e++) {
      const v = eV[e]!;
      degree[v]!++;
      edge[n++] = (v << bits) | (eScore[e]! - minScore);
    }
    if (dynamic || (to > from && hCov[h]! === 0)) {
      out[i] = -bonus[hTier[h]!]!;
      if (dynamic || members[h]! > 1) {
        let o = home[h]!;
        if (o < 0) {
          o = homes++;
          home[h] = o;
          cap[o] = members[h]! - 1;
        }
        degree[o]!++;
        edge[n++] = o << bits;
      }
    }
    end[i] = n;
  }
  if (dynamic) for (let h = 0; h < nH; h++) if (home[h]! < 0) home[h] = homes++;
  return { problem: { nP, nO, bits, cap, degree, base, out, start, end, edge }, person, home };
}

/** Persons by settlement; those of a household mostly follow each other already. Only a hint: any order will do. */
function orderOf({ nH, nP, hSett, pHh }: Instance): Int32Array {
  let low = 0;
  let high = 0;
  for (let h = 0; h < nH; h++) {
    if (hSett[h]! < low) low = hSett[h]!;
    else if (hSett[h]! > high) high = hSett[h]!;
  }
  const settlements = Math.min(high - low + 1, nH + 1); // strange numbers share the last bucket
  const bucket = new Int32Array(nP);
  for (let p = 0; p < nP; p++) bucket[p] = Math.min(hSett[pHh[p]!]! - low, settlements - 1);
  return countingSort(bucket, settlements);
}

/** The indices of the buckets in the order of the buckets. */
function countingSort(bucket: Int32Array, buckets: number): Int32Array {
  const next = new Int32Array(buckets + 1);
  for (let i = 0; i < bucket.length; i++) next[bucket[i]! + 1]!++;
  for (let b = 0; b < buckets; b++) next[b + 1]! += next[b]!;
  const order = new Int32Array(bucket.length);
  for (let i = 0; i < bucket.length; i++) order[next[bucket[i]!]!++] = i;
  return order;
}
