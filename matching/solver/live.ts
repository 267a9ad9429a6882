/**
 * A problem that stays optimal while persons, objects, edges and places come and go, in the problem's own indices.
 *
 * It keeps the prices of the last optimum. A change disturbs the invariants of matching.ts in one place: somebody
 * becomes FREE (one forward search places her again) or an object becomes slack (reverse searches settle it).
 */
import { type FinishProgress, finish } from './finish.ts';
import { Forward } from './forward.ts';
import { Heap } from './heap.ts';
import { enlarge, GrowingLists } from './lists.ts';
import { FREE, Matching, OUTSIDE } from './matching.ts';
import { type Problem, transpose } from './problem.ts';
import { Reverse } from './reverse.ts';
import { startFrom } from './start.ts';

export class Live {
  readonly problem: Problem;
  readonly state: Matching;
  private readonly rows: GrowingLists;
  private readonly columns: GrowingLists;
  private readonly forward: Forward;
  private readonly reverse: Reverse;

  /** Takes the problem over and gives it room for so many persons and objects. Call `start` next. */
  constructor(problem: Problem, personRoom: number, objectRoom: number) {
    const columns = transpose(problem);
    this.problem = problem;
    this.rows = new GrowingLists(problem, personRoom);
    this.columns = new GrowingLists(columns, objectRoom);
    problem.cap = enlarge(problem.cap, objectRoom);
    problem.base = enlarge(problem.base, objectRoom);
    problem.out = enlarge(problem.out, personRoom);
    this.state = new Matching(problem);
    const heap = new Heap(objectRoom);
    this.forward = new Forward(this.state, heap);
    this.reverse = new Reverse(this.state, columns, heap);
  }

  /** Makes a suggested plan and its prices (see start.ts) optimal. */
  start(nV: number, match: Int32Array, price: Float64Array, onProgress?: FinishProgress): void {
    startFrom(this.state, nV, match, price);
    finish(this.state, onProgress);
  }

  /** A new object without places or edges, at price 0. */
  newObject(base: number): number {
    const { problem, state } = this;
    const o = problem.nO;
    if (o >= problem.cap.length) throw new RangeError('no room for more vacancies: build a new engine');
    problem.nO++;
    problem.base[o] = base;
    state.eff[o] = -base;
    return o;
  }

  /** A new person without edges, FREE. */
  newPerson(out: number): number {
    const { problem, state } = this;
    const i = problem.nP;
    if (i >= problem.out.length) throw new RangeError('no room for more persons: build a new engine');
    problem.nP++;
    problem.out[i] = out;
    state.match[i] = FREE;
    return i;
  }

  /** Adds an edge; a hidden person keeps it for the day she is shown again. */
  link(i: number, o: number, code: number, shown = true): void {
    const { bits } = this.problem;
    this.rows.add(i, (o << bits) | code);
    if (shown) this.columns.add(o, (i << bits) | code);
  }

  unlink(i: number, o: number, shown = true): void {
    this.rows.remove(i, this.problem.bits, o);
    if (shown) this.columns.remove(o, this.problem.bits, i);
  }

  /** Score code of an edge, undefined when there is none. */
  codeOf(i: number, o: number): number | undefined {
    const { start, end, edge, bits } = this.problem;
    for (let e = start[i]!; e < end[i]!; e++) if (edge[e]! >> bits === o) return edge[e]! & ((1 << bits) - 1);
    return undefined;
  }

  /** Unseats a person and hides her from all objects; returns what she held. Her own list stays. */
  hide(i: number): number {
    const { start, end, edge, bits } = this.problem;
    const held = this.state.match[i]!;
    this.state.unseat(i);
    this.state.match[i] = OUTSIDE;
    for (let e = start[i]!; e < end[i]!; e++) this.columns.remove(edge[e]! >> bits, bits, i);
    return held;
  }

  /** Undoes `hide`; she is FREE. */
  show(i: number): void {
    const { start, end, edge, bits } = this.problem;
    const mask = (1 << bits) - 1;
    for (let e = start[i]!; e < end[i]!; e++)
      this.columns.add(edge[e]! >> bits, (i << bits) | (edge[e]! & mask));
    this.state.match[i] = FREE;
  }

  /** Forgets the edges of a hidden person. */
  forget(i: number): void {
    this.problem.end[i] = this.problem.start[i]!;
  }

  /** Finds a place for a FREE person. */
  place(i: number): void {
    this.forward.place(i);
  }

  /** Lowers the price of an object that has places to spare. */
  settle(o: number): void {
    this.reverse.settle(o);
  }

  /** Places a person anew, after `change` of her options, and settles what she left. */
  replace(i: number, change: () => void = () => {}): void {
    const held = this.state.match[i]!;
    this.state.unseat(i);
    change();
    this.forward.place(i);
    if (held >= 0) this.reverse.settle(held);
  }

  /** Changes the places of an object and restores the optimum. */
  resize(o: number, places: number): void {
    const { state, problem } = this;
    problem.cap[o] = places;
    while (state.count[o]! > places) {
      const i = state.head[o]!;
      state.unseat(i);
      this.forward.place(i);
    }
    this.reverse.settle(o);
  }
}
