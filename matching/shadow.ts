/**
 * What one more place would be worth, exactly, at every vacancy at once.
 *
 * A new place at v sets off a chain: somebody moves in, somebody takes the place she left, and so on, until
 * somebody without work comes in (a household is covered, or one more person works) or the last place left stays
 * empty. The loss along the chain against the price of v is a shortest-path distance
 *   D(v) = min(price(v), min over persons p: D(p) + what p holds is worth to her − what v is),
 * and the gain is price(v) − D(v). Who holds a place at w has D(p) = D(w), who has none 0. When somebody alone
 * covers her household, another of its members may do so in her stead, from the place she leaves: the rule of the
 * household needs nothing more. One Dijkstra from the ends of the chains finds all distances (sensitivity of the
 * dual; Ahuja, Magnanti, Orlin, ch. 9), and the end of a chain splits the gain into its terms.
 */
import type { Instance, Solution } from './instance.ts';
import { Heap } from './solver/heap.ts';
import { placeValue, weightsOf, withUnit } from './solver/objective.ts';

export interface Gains {
  /** [nV] growth of the objective by one more place, in score points of weight (see solver/objective.ts) */
  readonly gain: Float64Array;
  /** [nV] person who comes to work at the end of the chain, −1 when nobody does */
  readonly person: Int32Array;
  /** [nV] household newly covered, −1 when none */
  readonly household: Int32Array;
}

/** End of a chain: a place left empty, or the person who comes to work. */
const LEFT_EMPTY = -1;

/** `solution` is optimal by its own prices: certificate.ts finds it valid. */
export function placeGains(instance: Instance, solution: Solution): Gains {
  const { nH, nP, nV, pHh, hCov, hTier, vKind, eStart, eV, eScore } = instance;
  const { match, price, M } = solution;
  const least = weightsOf(instance);
  const weights = M === undefined ? least : withUnit(least, M);
  const cost = price.map((value, v) => value - placeValue(weights, vKind[v]!));

  const holders = new Grouped(match, nV);
  const members = new Grouped(pHh, nH);
  const working = new Int32Array(nH);
  for (let p = 0; p < nP; p++) if (match[p]! >= 0) working[pHh[p]!]!++;
  const covers = (p: number): boolean => hCov[pHh[p]!] === 0 && working[pHh[p]!] === 0;

  const heap = new Heap(nV);
  const { key } = heap;
  const end = new Int32Array(nV).fill(LEFT_EMPTY);
  for (let v = 0; v < nV; v++) heap.lower(v, price[v]!);

  /** D(p) + what p holds is worth to her is `offset`. */
  const relax = (p: number, offset: number, last: number): void => {
    for (let e = eStart[p]!, until = eStart[p + 1]!; e < until; e++) {
      const v = eV[e]!;
      const distance = offset - eScore[e]! + cost[v]!;
      if (distance >= key[v]!) continue; // so with every vacancy that has left the heap: no step is negative
      heap.lower(v, distance);
      end[v] = last;
    }
  };
  /** What p holds is the best she can get (complementary slackness). */
  const worth = (p: number): number => {
    let best = Number.NEGATIVE_INFINITY;
    for (let e = eStart[p]!, until = eStart[p + 1]!; e < until; e++) {
      const net = eScore[e]! - cost[eV[e]!]!;
      if (net > best) best = net;
    }
    return best;
  };

  for (let p = 0; p < nP; p++)
    if (match[p]! < 0) relax(p, covers(p) ? -weights.bonus[hTier[pHh[p]!]!]! : 0, p);
  while (heap.size > 0) {
    const v = heap.pop();
    for (let p = holders.first[v]!; p >= 0; p = holders.next[p]!) {
      const offset = key[v]! + worth(p);
      relax(p, offset, end[v]!);
      const h = pHh[p]!;
      if (offset >= 0 || hCov[h] !== 0 || working[h] !== 1) continue;
      for (let q = members.first[h]!; q >= 0; q = members.next[q]!) if (q !== p) relax(q, offset, end[v]!);
    }
  }

  const gain = price.map((value, v) => value - key[v]!);
  const person = end.map((last, v) => (gain[v] === 0 ? -1 : last));
  return { gain, person, household: person.map((p) => (p >= 0 && covers(p) ? pHh[p]! : -1)) };
}

/** The persons of each key as linked lists, −1 ends; a negative key is none. */
class Grouped {
  readonly first: Int32Array;
  readonly next: Int32Array;

  constructor(keyOf: Int32Array, keys: number) {
    this.first = new Int32Array(keys).fill(-1);
    this.next = new Int32Array(keyOf.length);
    for (let p = keyOf.length - 1; p >= 0; p--) {
      const key = keyOf[p]!;
      if (key < 0) continue;
      this.next[p] = this.first[key]!;
      this.first[key] = p;
    }
  }
}
