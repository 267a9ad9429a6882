/**
 * What one more place would be worth, exactly, at every vacancy at once.
 *
 * A new place at o sets off a chain: somebody moves in, somebody takes the place she left, and so on, until
 * somebody comes in from her outside option (a household is covered, or one more person works) or the last place
 * left stays empty. The loss along the chain against the price of o is a shortest-path distance
 *   D(o) = min(price(o), min over persons p: slack(p, o) + D(what p holds)),   D(outside) = 0,
 * and the gain is price(o) − D(o). One Dijkstra from the ends of the chains finds all of them. The end also tells
 * what the chain achieves, so the gain splits into its terms.
 */
import type { Instance, Solution } from './instance.ts';
import { Heap } from './solver/heap.ts';
import { OUTSIDE } from './solver/matching.ts';
import { resume } from './solver/resume.ts';

export interface Gains {
  /** [nV] growth of the objective by one more place, in score points of weight (see solver/objective.ts) */
  readonly gain: Float64Array;
  /** [nV] person who comes to work at the end of the chain, −1 when nobody does */
  readonly person: Int32Array;
  /** [nV] household newly covered, −1 when none */
  readonly household: Int32Array;
}

/** Ends of chains: an object left empty, or persons shifted by this. */
const LEFT_EMPTY = -1;

export function placeGains(instance: Instance, solution: Solution): Gains {
  const { nV, pHh, hCov } = instance;
  const { state, problem, person } = resume(instance, solution);
  const { nP, nO, bits, start, end, edge, out } = problem;
  const { eff, match, code, head, next } = state;
  const mask = (1 << bits) - 1;
  const heap = new Heap(nO);
  const { key } = heap;
  const endOf = new Int32Array(nO).fill(LEFT_EMPTY);
  for (let o = 0; o < nO; o++) heap.lower(o, state.price(o));

  const relax = (p: number, offset: number, endPerson: number): void => {
    for (let e = start[p]!; e < end[p]!; e++) {
      const packed = edge[e]!;
      const o = packed >> bits;
      const distance = offset - (packed & mask) + eff[o]!;
      if (distance >= key[o]!) continue; // so with every object that has left the heap: slacks are not negative
      heap.lower(o, distance);
      endOf[o] = endPerson;
    }
  };
  for (let p = 0; p < nP; p++) if (match[p] === OUTSIDE) relax(p, out[p]!, p);
  while (heap.size > 0) {
    const o = heap.pop();
    for (let p = head[o]!; p >= 0; p = next[p]!) {
      // A chain that ends by leaving a home empty brings the one who leaves it to work.
      const last = endOf[o] === LEFT_EMPTY && o >= nV ? p : endOf[o]!;
      relax(p, key[o]! + code[p]! - eff[o]!, last);
    }
  }

  const gain = new Float64Array(nV);
  const worker = new Int32Array(nV).fill(-1);
  const household = new Int32Array(nV).fill(-1);
  for (let v = 0; v < nV; v++) {
    gain[v] = state.price(v) - key[v]!;
    const last = endOf[v]!;
    if (last === LEFT_EMPTY || gain[v] === 0) continue;
    worker[v] = person[last]!;
    const h = pHh[person[last]!]!;
    if (match[last] === OUTSIDE && hCov[h] === 0) household[v] = h;
  }
  return { gain, person: worker, household };
}
