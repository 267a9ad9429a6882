/**
 * Start prices by a forward auction with ε-scaling (Bertsekas 1988; Bertsekas and Castañon 1989 for objects with
 * several places), in int32.
 *
 * A free person bids for her best object as much as keeps it within ε of her best; a full object drops its lowest
 * bid. A bid once made stays valid, because prices only rise within a phase. Prices count 64ths of a
 * score point and M is replaced by a small stand-in, so that every number stays below 2³⁰: the auction need not be
 * exact, it only has to end close to optimal prices, and the exact finish repairs the rest.
 */
import { FREE, OUTSIDE } from './matching.ts';
import type { Problem } from './problem.ts';

/** Prices per score point: finer prices leave fewer people for the exact finish. */
const SCALE = 64;
/** The first ε, in stand-ins for M: a war between tiers is fought in few large steps. */
const FIRST = 64;
/** ε falls by this factor from phase to phase. */
const FACTOR = 4;
/** Prices fall by this many ε before the next phase; less leaves overpriced objects, which are dear to repair. */
const DROP = 4;
/** The same once ε is at most four score points, where repairs are dearest and phases cheapest. */
const LATE_DROP = 6;
/** Edges looked at per edge of the problem before the auction gives up: a price war that the finish settles. */
const BUDGET = 60;

/** Larger score spans would leave 31 bits. */
export const MAX_UNIT = 65_536;

export interface Auctioned {
  /** [nP] object, OUTSIDE, or FREE when the budget ran out first */
  readonly match: Int32Array;
  /** [nO] prices in weight units, integers ≥ 0 */
  readonly price: Float64Array;
}

/** M is the problem's large unit, `unit` its largest score; `onPhase` is told the share of phases done. */
export function auction(
  problem: Problem,
  M: number,
  unit: number,
  onPhase: (share: number) => void = () => {},
): Auctioned {
  const { nP, nO, bits, cap, base, out, start, end, edge, degree } = problem;
  const mask = (1 << bits) - 1;
  const standIn = 4 * unit + 96;
  const small = (x: number): number => {
    const q = Math.round(x / M);
    return (q * standIn + (x - q * M)) * SCALE;
  };

  const zero = new Int32Array(nO); // eff at price 0
  for (let o = 0; o < nO; o++) zero[o] = -small(base[o]!);
  const eff = zero.slice(); // price − base
  const outside = new Int32Array(nP);
  for (let p = 0; p < nP; p++) outside[p] = small(out[p]!);

  // Accepted bids: one binary min-heap per object.
  const slot = new Int32Array(nO + 1);
  for (let o = 0; o < nO; o++) {
    slot[o + 1] = slot[o]! + Math.min(cap[o]!, degree[o]!);
    if (cap[o] === 0) eff[o] = 1 << 30;
  }
  const level = new Int32Array(slot[nO]!);
  const holder = new Int32Array(slot[nO]!);
  const used = new Int32Array(nO);

  const match = new Int32Array(nP);
  const stack = new Int32Array(nP);
  let budget = BUDGET * edge.length;

  for (let eps = FIRST * standIn; eps >= 1; eps = Math.floor(eps / FACTOR)) {
    used.fill(0);
    match.fill(FREE);
    for (let p = 0; p < nP; p++) stack[p] = nP - 1 - p;
    let free = nP;
    while (free > 0 && budget > 0) {
      const p = stack[--free]!;
      let best = outside[p]!;
      let second = -(1 << 30);
      let o = OUTSIDE;
      const first = start[p]!;
      const last = end[p]!;
      for (let e = first; e < last; e++) {
        const packed = edge[e]!;
        const i = packed >> bits;
        const net = (packed & mask) * SCALE - eff[i]!;
        if (net > second) {
          if (net > best) {
            second = best;
            best = net;
            o = i;
          } else second = net;
        }
      }
      budget -= last - first;
      match[p] = o;
      if (o < 0) continue;

      const bid = eff[o]! + (best - second) + eps;
      const root = slot[o]!;
      const size = slot[o + 1]! - root;
      let i: number;
      if (used[o]! < size) {
        i = used[o]!++;
        while (i > 0) {
          const parent = (i - 1) >> 1;
          if (level[root + parent]! <= bid) break;
          level[root + i] = level[root + parent]!;
          holder[root + i] = holder[root + parent]!;
          i = parent;
        }
      } else {
        const loser = holder[root]!;
        match[loser] = FREE;
        stack[free++] = loser;
        i = 0;
        for (;;) {
          let child = 2 * i + 1;
          if (child >= size) break;
          if (child + 1 < size && level[root + child + 1]! < level[root + child]!) child++;
          if (level[root + child]! >= bid) break;
          level[root + i] = level[root + child]!;
          holder[root + i] = holder[root + child]!;
          i = child;
        }
      }
      level[root + i] = bid;
      holder[root + i] = p;
      if (used[o] === size) eff[o] = level[root]!;
    }
    if (budget <= 0 || eps < FACTOR) break;
    onPhase(1 - Math.log2(eps) / Math.log2(FIRST * standIn));
    const fall = eps * (eps <= 4 * SCALE ? LATE_DROP : DROP);
    for (let o = 0; o < nO; o++) if (cap[o]! > 0) eff[o] = Math.max(zero[o]!, eff[o]! - fall);
  }

  const price = new Float64Array(nO);
  const m = standIn * SCALE;
  for (let o = 0; o < nO; o++) {
    const x = eff[o]! - zero[o]!;
    const q = Math.round(x / m);
    price[o] = cap[o] === 0 ? 18 * M : Math.max(0, q * M + Math.floor((x - q * m) / SCALE));
  }
  return { match, price };
}
