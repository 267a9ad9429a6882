/**
 * The state of the solver: who holds which place, and the price of every object.
 *
 * Invariants that hold between searches, and prove optimality once nobody is FREE and no object is slack
 * (complementary slackness; Ahuja, Magnanti, Orlin, ch. 12):
 *   1. price ≥ 0;
 *   2. everybody who is not FREE has an option of greatest net value (value − price);
 *   3. an object is slack when its price is positive and a place is unused: only `Reverse` may leave none.
 */
import type { Problem } from './problem.ts';

/** `match` of somebody on her outside option. */
export const OUTSIDE = -1;
/** `match` of somebody the solver has not yet placed. */
export const FREE = -2;

export class Matching {
  readonly problem: Problem;
  /** [nO] price − base, so that the net value of an edge is code − eff */
  eff: Float64Array;
  /** [nP] object held, OUTSIDE or FREE */
  match: Int32Array;
  /** [nP] score code of the edge held */
  code: Int32Array;
  /** [nO] places in use */
  count: Int32Array;
  /** [nO] first holder, then [nP] doubly linked lists of holders; −1 ends */
  head: Int32Array;
  next: Int32Array;
  prev: Int32Array;

  /** Everybody FREE, all prices 0. */
  constructor(problem: Problem) {
    const { nO, base, cap, out } = problem;
    this.problem = problem;
    this.eff = new Float64Array(cap.length);
    for (let o = 0; o < nO; o++) this.eff[o] = -base[o]!;
    this.match = new Int32Array(out.length).fill(FREE);
    this.code = new Int32Array(out.length);
    this.count = new Int32Array(cap.length);
    this.head = new Int32Array(cap.length).fill(-1);
    this.next = new Int32Array(out.length);
    this.prev = new Int32Array(out.length);
  }

  price(o: number): number {
    return this.eff[o]! + this.problem.base[o]!;
  }

  /** Gives FREE person p a place at o. */
  seat(p: number, o: number, code: number): void {
    const { head, next, prev } = this;
    const first = head[o]!;
    next[p] = first;
    prev[p] = -1;
    if (first >= 0) prev[first] = p;
    head[o] = p;
    this.match[p] = o;
    this.code[p] = code;
    this.count[o]!++;
  }

  /** Takes p's place or outside option away; she is FREE afterwards. */
  unseat(p: number): void {
    const o = this.match[p]!;
    this.match[p] = FREE;
    if (o < 0) return;
    const { head, next, prev } = this;
    const before = prev[p]!;
    const after = next[p]!;
    if (before >= 0) next[before] = after;
    else head[o] = after;
    if (after >= 0) prev[after] = before;
    this.count[o]!--;
  }

  move(p: number, o: number, code: number): void {
    this.unseat(p);
    if (o >= 0) this.seat(p, o, code);
    else this.match[p] = OUTSIDE;
  }

  /** Net value of what p holds now. */
  net(p: number): number {
    const o = this.match[p]!;
    return o >= 0 ? this.code[p]! - this.eff[o]! : this.problem.out[p]!;
  }
}
