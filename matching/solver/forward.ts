/**
 * Places one FREE person by a shortest augmenting path (successive shortest paths with potentials: Dijkstra over
 * the objects, reduced cost = net value now − net value there ≥ 0 by invariant 2).
 *
 * The search ends at the nearest unused place or outside option. Objects settled before that are full, and their
 * prices rise by (length − distance), which keeps the invariants and never makes an object slack.
 */
import type { Heap } from './heap.ts';
import { FREE, type Matching, OUTSIDE } from './matching.ts';

export class Forward {
  private readonly state: Matching;
  private readonly heap: Heap;
  /** [nO] person through whom an object was reached, and the code of her edge */
  private readonly via: Int32Array;
  private readonly viaCode: Int32Array;
  private readonly settled: Int32Array;
  /** edges looked at, the unit of the work budgets */
  work = 0;

  constructor(state: Matching, heap: Heap) {
    const n = state.problem.cap.length;
    this.state = state;
    this.heap = heap;
    this.via = new Int32Array(n);
    this.viaCode = new Int32Array(n);
    this.settled = new Int32Array(n);
  }

  place(root: number): void {
    const { heap, via, viaCode, settled, state } = this;
    const { eff, match, code, count, head, next, problem } = state;
    const { cap, out, start, end, edge, bits } = problem;
    const mask = (1 << bits) - 1;
    const key = heap.key;

    let best = Number.POSITIVE_INFINITY;
    let bestObject = OUTSIDE;
    let bestPerson = root;
    let work = 0;
    let nSettled = 0;

    // The root has no net value of its own: measure from the best she could get.
    let top = out[root]!;
    for (let e = start[root]!; e < end[root]!; e++) {
      const packed = edge[e]!;
      const net = (packed & mask) - eff[packed >> bits]!;
      if (net > top) top = net;
    }

    let person = root;
    let object = FREE;
    let base = 0;
    for (;;) {
      const held = object === FREE ? top : code[person]! - eff[object]!;
      const offset = base + held;
      const leave = offset - out[person]!;
      if (leave < best) {
        best = leave;
        bestObject = OUTSIDE;
        bestPerson = person;
      }
      const last = end[person]!;
      for (let e = start[person]!; e < last; e++) {
        const packed = edge[e]!;
        const o = packed >> bits;
        const distance = offset - (packed & mask) + eff[o]!;
        if (distance >= best || distance >= key[o]! || o === object) continue;
        via[o] = person;
        viaCode[o] = packed & mask;
        if (count[o]! < cap[o]!) {
          best = distance;
          bestObject = o;
        } else heap.lower(o, distance);
      }
      work += last - start[person]!;
      person = object === FREE ? -1 : next[person]!;
      while (person < 0) {
        if (heap.min() >= best) break;
        object = heap.pop();
        settled[nSettled++] = object;
        base = key[object]!;
        person = head[object]!;
      }
      if (person < 0) break;
    }

    for (let i = 0; i < nSettled; i++) {
      const o = settled[i]!;
      eff[o] = eff[o]! + (best - key[o]!);
    }
    heap.clear();
    this.work += work;

    // Shift everybody along the path, from its end back to the root.
    let target = bestObject;
    let mover = target === OUTSIDE ? bestPerson : via[target]!;
    for (;;) {
      const from = match[mover]!;
      state.move(mover, target, target === OUTSIDE ? 0 : viaCode[target]!);
      if (mover === root) break;
      target = from;
      mover = via[target]!;
    }
  }
}
