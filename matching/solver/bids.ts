/**
 * One round of the auction: a block of free persons bids at today's prices, then the objects accept.
 *
 * Both halves split over threads without locks: persons bid on their own, and every object's bids are accepted in
 * the order of the block by one thread. So a round ends the same however many threads there are.
 * A bid on a price that has risen since stays right (she would bid less now): if too low, it is turned down.
 */
import { FREE, OUTSIDE } from './matching.ts';
import type { Problem } from './problem.ts';

/** Prices per score point, as a shift: finer prices leave fewer people for the exact finish. */
export const SHIFT = 6;
/** Cells of a desk: first pair of the heap, how many fit in, how many are there, places. */
export const ROOT = 0;
export const ROOM = 1;
export const USED = 2;
export const CAP = 3;
/** `loser` of a bid by which nobody lost. */
export const NOBODY = -1;

/** What the threads of an auction share: Int32Arrays, on SharedArrayBuffers when there are several threads. */
export interface Hall extends Pick<Problem, 'bits' | 'start' | 'end' | 'edge'> {
  /** [nP] value of the outside option */
  readonly outside: Int32Array;
  /** [nP] object, OUTSIDE or FREE */
  readonly match: Int32Array;
  /** [nO] price − base */
  readonly eff: Int32Array;
  /** [nO × 4] of each object ROOT, ROOM, USED, CAP, side by side because they are read together */
  readonly desk: Int32Array;
  /** accepted bids: per object a binary min-heap of USED pairs (bid, person), from pair ROOT on */
  readonly heap: Int32Array;
  /** the block: persons, what they bid for, their bids, and who lost a place, or the bid, by each */
  readonly person: Int32Array;
  readonly target: Int32Array;
  readonly offer: Int32Array;
  readonly loser: Int32Array;
}

/** Persons from … to − 1 of the block bid for their best object as much as keeps them within eps of their best. */
export function bid(hall: Hall, eps: number, from: number, to: number): void {
  const { bits, start, end, edge, outside, match, eff, person, target, offer } = hall;
  const mask = (1 << bits) - 1;
  for (let k = from; k < to; k++) {
    const p = person[k]!;
    let best = outside[p]!;
    let second = -(1 << 30);
    let o = OUTSIDE;
    for (let e = start[p]!, last = end[p]!; e < last; e++) {
      const packed = edge[e]!;
      const i = packed >> bits;
      const net = ((packed & mask) << SHIFT) - eff[i]!;
      if (net > second) {
        if (net > best) {
          second = best;
          best = net;
          o = i;
        } else second = net;
      }
    }
    target[k] = o;
    if (o >= 0) offer[k] = eff[o]! + (best - second) + eps;
    else match[p] = OUTSIDE;
  }
}

/** Objects o with o % parts = part accept the first n bids of the block; a full object drops its lowest. */
export function accept(hall: Hall, n: number, part: number, parts: number): void {
  const { match, eff, desk, heap, person, target, offer, loser } = hall;
  for (let k = 0; k < n; k++) {
    const o = target[k]!;
    if (o < 0) {
      loser[k] = NOBODY;
      continue;
    }
    if (parts > 1 && o % parts !== part) continue;
    const p = person[k]!;
    const sum = offer[k]!;
    const at = 4 * o;
    const root = 2 * desk[at + ROOT]!;
    const room = desk[at + ROOM]!;
    const used = desk[at + USED]!;
    let i = 0;
    if (used < room) {
      loser[k] = NOBODY;
      i = used;
      while (i > 0) {
        const parent = (i - 1) >> 1;
        if (heap[root + 2 * parent]! <= sum) break;
        heap[root + 2 * i] = heap[root + 2 * parent]!;
        heap[root + 2 * i + 1] = heap[root + 2 * parent + 1]!;
        i = parent;
      }
      desk[at + USED] = used + 1;
    } else if (sum <= heap[root]!) {
      loser[k] = p;
      continue;
    } else {
      const outbid = heap[root + 1]!;
      match[outbid] = FREE;
      loser[k] = outbid;
      for (;;) {
        let child = 2 * i + 1;
        if (child >= room) break;
        if (child + 1 < room && heap[root + 2 * child + 2]! < heap[root + 2 * child]!) child++;
        if (heap[root + 2 * child]! >= sum) break;
        heap[root + 2 * i] = heap[root + 2 * child]!;
        heap[root + 2 * i + 1] = heap[root + 2 * child + 1]!;
        i = child;
      }
    }
    heap[root + 2 * i] = sum;
    heap[root + 2 * i + 1] = p;
    match[p] = o;
    // An object with more places than suitors never fills, and stays free of charge.
    if (desk[at + USED] === desk[at + CAP]) eff[o] = heap[root]!;
  }
}
