/**
 * Start prices by a forward auction with ε-scaling (Bertsekas 1988; Bertsekas and Castañon 1989 for objects with
 * several places), in int32.
 *
 * A free person bids for her best object as much as keeps it within ε of her best; a full object drops its lowest
 * bid. A bid once made stays valid, because prices only rise within a phase. Prices count 64ths of a
 * score point and M is replaced by a small stand-in, so that every number stays below 2³⁰: the auction need not be
 * exact, it only has to end close to optimal prices, and the exact finish repairs the rest.
 */
import { lower } from './desks.ts';
import { CAP, DESK, type Hall, openHall, ROOT, SHIFT, USED } from './hall.ts';
import { FREE, OUTSIDE } from './matching.ts';
import type { Problem } from './problem.ts';
import { type Helpers, Team } from './team.ts';

const SCALE = 1 << SHIFT;
/** The first ε, in stand-ins for M: a war between tiers is fought in few large steps. */
const FIRST = SCALE;
/** ε falls by this power of two from phase to phase. */
const FACTOR = 3;
/** Persons of a region where the search that repairs one price grows long. */
const LARGE = 400_000;
/** Bids per person before the auction gives up: a price war that the finish settles. */
const BUDGET = 80;

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

/**
 * M is the problem's large unit, `unit` its largest score. The outcome is the same with and without helpers.
 * Reorders the edges of each person.
 */
export function auction(problem: Problem, M: number, unit: number, options: AuctionOptions = {}): Auctioned {
  const { nP, nO, base } = problem;
  const standIn = 4 * unit + 96;
  const small = (x: number): number => {
    const q = Math.round(x / M);
    return (q * standIn + (x - q * M)) * SCALE;
  };
  const zero = new Int32Array(nO); // eff at price 0
  for (let o = 0; o < nO; o++) zero[o] = -small(base[o]!);
  const block = blockOf(nP);
  const hall = openHall(problem, zero, small, block, options.helpers !== undefined);
  const team = new Team(hall, options.helpers);
  const stack = new Int32Array(nP);
  const held = new Uint8Array(nP);
  let free = 0;
  let fallen = 0;
  let budget = BUDGET * nP;

  try {
    for (let eps = FIRST * standIn; ; ) {
      free = standUp(held, stack);
      const before = budget;
      while (free > 0 && budget > 0) {
        const n = Math.min(free, block);
        free = round(hall, team, stack, free, n, eps, fallen);
        budget -= n;
      }
      if (budget <= 0 || eps === 1) break;
      options.onPhase?.(1 - Math.log2(eps) / Math.log2(FIRST * standIn));

      const first = eps === FIRST * standIn;
      const fall = eps * fallOf(eps, (before - budget) / nP, overpriced(hall, zero), first, nP > LARGE);
      const next = Math.max(1, eps >> FACTOR);
      lower(hall, zero, fall, eps - next, held);
      fallen += fall;
      eps = next;
    }
  } finally {
    team.close();
  }

  const match = new Int32Array(nP).fill(OUTSIDE);
  for (let i = 0; i < free; i++) match[stack[i]!] = FREE;
  return { match, price: readDesks(hall, zero, M, standIn * SCALE, match) };
}

/** Persons without a bid that counts, the first on top of the stack; returns how many. */
function standUp(held: Uint8Array, stack: Int32Array): number {
  let free = 0;
  for (let p = held.length - 1; p >= 0; p--) if (held[p] === 0) stack[free++] = p;
  return free;
}

/** The last n of the free persons bid; returns how many are free afterwards. */
function round(
  { person, loser }: Hall,
  team: Team,
  stack: Int32Array,
  free: number,
  n: number,
  eps: number,
  fallen: number,
): number {
  const rest = free - n;
  for (let k = 0; k < n; k++) person[k] = stack[free - 1 - k]!;
  team.bid(n, eps, fallen);
  team.accept(n);
  let left = rest;
  for (let k = n - 1; k >= 0; k--) if (loser[k]! >= 0) stack[left++] = loser[k]!;
  return left;
}

/** Share of the objects that are not full above price 0. */
function overpriced({ eff, desk }: Hall, zero: Int32Array): number {
  let n = 0;
  for (let o = 0; o < zero.length; o++)
    if (eff[o]! > zero[o]! && desk[DESK * o + USED]! < desk[DESK * o + CAP]!) n++;
  return n / zero.length;
}

/** Prices in weight units, of which one M is `m` here; marks in `match` who holds what. */
function readDesks(
  { eff, desk, heap }: Hall,
  zero: Int32Array,
  M: number,
  m: number,
  match: Int32Array,
): Float64Array {
  const price = new Float64Array(zero.length);
  for (let o = 0; o < zero.length; o++) {
    const root = desk[DESK * o + ROOT]!;
    for (let i = 0, used = desk[DESK * o + USED]!; i < used; i++) match[heap[2 * (root + i) + 1]!] = o;
    const x = eff[o]! - zero[o]!;
    const q = Math.round(x / m);
    price[o] = desk[DESK * o + CAP] === 0 ? 18 * M : Math.max(0, q * M + Math.floor((x - q * m) / SCALE));
  }
  return price;
}

/**
 * How far prices fall after a phase, in its ε; less leaves overpriced objects, which are dear to repair, more is
 * fought over again. `bids` per person in the phase, `overpriced` the share of objects not full above price 0.
 */
function fallOf(eps: number, bids: number, overpriced: number, first: boolean, large: boolean): number {
  if (bids > 8) return 2; // ties: every step of a fall costs everybody a bid
  if (first && bids > 3) return 2; // places are scarce everywhere: what is too dear finds its takers again
  // Once ε is small against the differences of scores a phase costs little more than one look at every edge.
  const fall = eps <= SCALE / 4 && bids < 3 ? 16 : large ? 4 : 3;
  // A whole region is too dear.
  return overpriced > 0.001 ? 2 * fall : fall;
}
