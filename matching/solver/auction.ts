/**
 * Start prices by a forward auction with ε-scaling (Bertsekas 1988; Bertsekas and Castañon 1989 for objects with
 * several places), in int32.
 *
 * A free person bids for her best object as much as keeps it within ε of her best; a full object drops its lowest
 * bid. A bid once made stays valid, because prices only rise within a phase. Prices count 64ths of a
 * score point and M is replaced by a small stand-in, so that every number stays below 2³⁰: the auction need not be
 * exact, it only has to end close to optimal prices, and the exact finish repairs the rest.
 */
import { CAP, type Hall, ROOM, ROOT, SHIFT, USED } from './bids.ts';
import { FREE } from './matching.ts';
import { ints, type Problem } from './problem.ts';
import { type Helpers, Team } from './team.ts';

const SCALE = 1 << SHIFT;
/** The first ε, in stand-ins for M: a war between tiers is fought in few large steps. */
const FIRST = SCALE;
/** ε falls by this factor from phase to phase. */
const FACTOR = 4;
/** Prices fall by this many ε before the next phase; less leaves overpriced objects, which are dear to repair. */
const DROP = 4;
/** The same once ε is at most `LATE`, where a phase costs little more than one look at every edge. */
const LATE_DROP = 16;
const LATE = SCALE / 4;
/** More overpriced objects than this share of all: a whole region is too dear, and prices fall so many times as far. */
const OVERPRICED = 0.001;
const DEEPER = 4;
/** Edges looked at per edge of the problem before the auction gives up: a price war that the finish settles. */
const BUDGET = 60;

/** Larger score spans would leave 31 bits. */
export const MAX_UNIT = 65_536;

/** Persons who bid at once: few enough that they seldom meet, enough to be shared out over threads. */
const blockOf = (nP: number): number => Math.min(1024, Math.max(16, nP >> 10));

export interface Auctioned {
  /** [nP] object, OUTSIDE, or FREE when the budget ran out first */
  readonly match: Int32Array;
  /** [nO] prices in weight units, integers ≥ 0 */
  readonly price: Float64Array;
}

export interface AuctionOptions {
  /** is told the share of phases done; may throw */
  readonly onPhase?: (share: number) => void;
  /** threads to share the work with; the problem then lies on SharedArrayBuffers */
  readonly helpers?: Helpers;
}

/** M is the problem's large unit, `unit` its largest score. The outcome is the same with and without helpers. */
export function auction(problem: Problem, M: number, unit: number, options: AuctionOptions = {}): Auctioned {
  const { nP, nO, cap, base, edge } = problem;
  const standIn = 4 * unit + 96;
  const small = (x: number): number => {
    const q = Math.round(x / M);
    return (q * standIn + (x - q * M)) * SCALE;
  };
  const zero = Int32Array.from({ length: nO }, (_, o) => -small(base[o]!)); // eff at price 0
  const block = blockOf(nP);
  const hall = openHall(problem, zero, small, block, options.helpers !== undefined);
  const { start, end, match, eff, desk, person, loser } = hall;
  const team = new Team(hall, options.helpers);
  const stack = new Int32Array(nP);
  let budget = BUDGET * edge.length;

  try {
    for (let eps = FIRST * standIn; eps >= 1; eps = Math.floor(eps / FACTOR)) {
      for (let o = 0; o < nO; o++) desk[4 * o + USED] = 0;
      match.fill(FREE);
      for (let p = 0; p < nP; p++) stack[p] = nP - 1 - p;
      let free = nP;
      while (free > 0 && budget > 0) {
        const n = Math.min(free, block);
        for (let k = 0; k < n; k++) {
          const p = stack[--free]!;
          person[k] = p;
          budget -= end[p]! - start[p]!;
        }
        team.bid(n, eps);
        team.accept(n);
        for (let k = n - 1; k >= 0; k--) if (loser[k]! >= 0) stack[free++] = loser[k]!;
      }
      if (budget <= 0 || eps < FACTOR) break;
      options.onPhase?.(1 - Math.log2(eps) / Math.log2(FIRST * standIn));
      let overpriced = 0;
      for (let o = 0; o < nO; o++) if (eff[o]! > zero[o]! && desk[4 * o + USED]! < cap[o]!) overpriced++;
      const drop = (eps <= LATE ? LATE_DROP : DROP) * (overpriced > OVERPRICED * nO ? DEEPER : 1);
      for (let o = 0; o < nO; o++) if (cap[o]! > 0) eff[o] = Math.max(zero[o]!, eff[o]! - eps * drop);
    }
  } finally {
    team.close();
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

function openHall(
  problem: Problem,
  zero: Int32Array,
  small: (x: number) => number,
  block: number,
  shared: boolean,
): Hall {
  const { nP, nO, bits, cap, out, start, end, edge, degree } = problem;
  const desk = ints(4 * nO, shared);
  let pairs = 0;
  for (let o = 0; o < nO; o++) {
    const room = Math.min(cap[o]!, degree[o]!);
    desk[4 * o + ROOT] = pairs;
    desk[4 * o + ROOM] = room;
    desk[4 * o + CAP] = cap[o]!;
    pairs += room;
  }
  const eff = ints(nO, shared);
  for (let o = 0; o < nO; o++) eff[o] = cap[o] === 0 ? 1 << 30 : zero[o]!;
  const outside = ints(nP, shared);
  for (let p = 0; p < nP; p++) outside[p] = small(out[p]!);
  return {
    ...{ bits, start, end, edge, outside, eff, desk },
    match: ints(nP, shared),
    heap: ints(2 * pairs, shared),
    person: ints(block, shared),
    target: ints(block, shared),
    offer: ints(block, shared),
    loser: ints(block, shared),
  };
}
