/**
 * Lowers the price of a slack object until somebody takes the unused place or the price is 0.
 *
 * Dijkstra against the edges: how far must the price fall until p is indifferent (her net value − net value
 * there), then p's own object is short of a holder and follows. A search ends at somebody who leaves her outside
 * option, or at an object whose price reaches 0 and may stay unused. Settled prices fall by (length − distance).
 * Nobody may be FREE.
 */
import type { Heap } from './heap.ts';
import { type Matching, OUTSIDE } from './matching.ts';
import type { Transpose } from './problem.ts';

export class Reverse {
  private readonly state: Matching;
  private readonly transpose: Transpose;
  private readonly heap: Heap;
  /** [nO] holder through whom an object was reached, where she would go, and by which code */
  private readonly via: Int32Array;
  private readonly to: Int32Array;
  private readonly viaCode: Int32Array;
  private readonly settled: Int32Array;
  work = 0;

  constructor(state: Matching, transpose: Transpose, heap: Heap) {
    const n = state.problem.cap.length;
    this.state = state;
    this.transpose = transpose;
    this.heap = heap;
    this.via = new Int32Array(n);
    this.to = new Int32Array(n);
    this.viaCode = new Int32Array(n);
    this.settled = new Int32Array(n);
  }

  /** Repeats `fill` until object o is not slack. */
  settle(o: number): void {
    const { state } = this;
    while (state.price(o) > 0 && state.count[o]! < state.problem.cap[o]!) this.fill(o);
  }

  private fill(root: number): void {
    const { heap, via, to, viaCode, settled, state } = this;
    const { eff, match, code } = state;
    const { out, base, bits } = state.problem;
    const { start, end, edge } = this.transpose;
    const mask = (1 << bits) - 1;
    const key = heap.key;

    let best = Number.POSITIVE_INFINITY;
    let bestObject = OUTSIDE; // object whose price reaches 0, or OUTSIDE: bestPerson comes in from outside
    let bestPerson = -1;
    let bestTo = root;
    let bestCode = 0;
    let nSettled = 0;

    heap.lower(root, 0);
    while (heap.min() < best) {
      const o = heap.pop();
      settled[nSettled++] = o;
      const distance = key[o]!;
      const down = distance + eff[o]! + base[o]!;
      if (down < best) {
        best = down;
        bestObject = o;
      }
      const offset = distance + eff[o]!;
      const last = end[o]!;
      for (let e = start[o]!; e < last; e++) {
        const packed = edge[e]!;
        const p = packed >> bits;
        const held = match[p]!;
        const reach = offset - (packed & mask);
        if (held < 0) {
          const d = reach + out[p]!;
          if (d < best) {
            best = d;
            bestObject = OUTSIDE;
            bestPerson = p;
            bestTo = o;
            bestCode = packed & mask;
          }
          continue;
        }
        const d = reach + code[p]! - eff[held]!;
        if (d >= best || d >= key[held]! || held === o) continue;
        via[held] = p;
        to[held] = o;
        viaCode[held] = packed & mask;
        heap.lower(held, d);
      }
      this.work += last - start[o]!;
    }

    for (let i = 0; i < nSettled; i++) {
      const o = settled[i]!;
      eff[o] = eff[o]! - (best - key[o]!);
    }
    heap.clear();

    let short = bestObject;
    if (short === OUTSIDE) {
      state.move(bestPerson, bestTo, bestCode);
      short = bestTo;
      if (short === root) return;
      // the newcomer took the place that the next mover on the path leaves
    }
    while (short !== root) {
      const target = to[short]!;
      state.move(via[short]!, target, viaCode[short]!);
      short = target;
    }
  }
}
