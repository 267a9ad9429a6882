/**
 * Second half of a round of the auction: the objects accept the block's bids, each in the order of the block and by
 * one thread, so a round ends the same however many threads there are.
 * A bid on a price that has risen since stays right (she would bid less now): if too low, it is turned down.
 */
import { AHEAD, CAP, DESK, type Hall, ROOM, ROOT, USED } from './hall.ts';

/** `loser` of a bid by which nobody lost. */
const NOBODY = -1;

/**
 * Objects o with o % parts = part accept the first n bids of the block; a full object drops its lowest.
 * The result means nothing: it keeps the early reads alive.
 */
export function accept(hall: Hall, n: number, part: number, parts: number): number {
  const { eff, desk, heap, person, target, offer, loser } = hall;
  let touched = 0;
  for (let k = 0; k < n; k++) {
    if (k % AHEAD === 0)
      for (let j = k, until = Math.min(n, k + AHEAD); j < until; j++)
        if (target[j]! >= 0) touched |= heap[2 * desk[DESK * target[j]! + ROOT]!]!;

    const o = target[k]!;
    if (o < 0) {
      loser[k] = NOBODY;
      continue;
    }
    if (parts > 1 && o % parts !== part) continue;
    const p = person[k]!;
    const sum = offer[k]!;
    const at = DESK * o;
    const root = 2 * desk[at + ROOT]!;
    const room = desk[at + ROOM]!;
    const used = desk[at + USED]!;
    if (used < room) {
      loser[k] = NOBODY;
      rise(heap, root, used, sum, p);
      desk[at + USED] = used + 1;
    } else if (sum <= heap[root]!) {
      loser[k] = p;
      continue;
    } else {
      loser[k] = heap[root + 1]!;
      sink(heap, root, room, sum, p);
    }
    // An object with more places than suitors never fills, and stays free of charge.
    if (desk[at + USED] === desk[at + CAP]) eff[o] = heap[root]!;
  }
  return touched;
}

/**
 * Between phases: lowers every price by `fall`, at most to `zero`, and every bid by `less` more, which keeps its
 * bidder within the next ε of her best. A bid that is still at least the price stays; `held` marks who stays.
 */
export function lower(hall: Hall, zero: Int32Array, fall: number, less: number, held: Uint8Array): void {
  const { eff, desk, heap } = hall;
  held.fill(0);
  for (let o = 0; o < zero.length; o++) {
    const at = DESK * o;
    if (desk[at + CAP] === 0) continue;
    const price = Math.max(zero[o]!, eff[o]! - fall);
    const root = 2 * desk[at + ROOT]!;
    let kept = 0;
    for (let i = 0, used = desk[at + USED]!; i < used; i++) {
      const sum = heap[root + 2 * i]! - fall - less;
      const p = heap[root + 2 * i + 1]!;
      if (sum < price) continue;
      held[p] = 1;
      rise(heap, root, kept++, sum, p);
    }
    const lowest = heap[root]!; // read whether it counts or not: code first run later would be compiled again
    desk[at + USED] = kept;
    eff[o] = kept === desk[at + CAP] ? lowest : price;
  }
}

/** Adds a bid to the heap from `root` on, at its end i. */
function rise(heap: Int32Array, root: number, i: number, sum: number, p: number): void {
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[root + 2 * parent]! <= sum) break;
    heap[root + 2 * i] = heap[root + 2 * parent]!;
    heap[root + 2 * i + 1] = heap[root + 2 * parent + 1]!;
    i = parent;
  }
  heap[root + 2 * i] = sum;
  heap[root + 2 * i + 1] = p;
}

/** Replaces the lowest bid of a heap of `size`. */
function sink(heap: Int32Array, root: number, size: number, sum: number, p: number): void {
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (child + 1 < size && heap[root + 2 * child + 2]! < heap[root + 2 * child]!) child++;
    if (heap[root + 2 * child]! >= sum) break;
    heap[root + 2 * i] = heap[root + 2 * child]!;
    heap[root + 2 * i + 1] = heap[root + 2 * child + 1]!;
    i = child;
  }
  heap[root + 2 * i] = sum;
  heap[root + 2 * i + 1] = p;
}
