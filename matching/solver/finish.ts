/** The exact finish: place everybody who is FREE, then settle every slack object. */
import { Forward } from './forward.ts';
import { Heap } from './heap.ts';
import { FREE, type Matching } from './matching.ts';
import { transpose } from './problem.ts';
import { Reverse } from './reverse.ts';

/** Objects or persons between two calls of `onProgress`. */
const STRIDE = 256;

/** Told now and then the share done of a stage; may throw to cancel. */
export type FinishProgress = (stage: 'place' | 'settle', share: number) => void;

export function finish(state: Matching, onProgress: FinishProgress = () => {}): void {
  const { nP, nO, cap } = state.problem;
  const heap = new Heap(nO);
  const forward = new Forward(state, heap);
  for (let p = 0, done = 0; p < nP; p++) {
    if (state.match[p] !== FREE) continue;
    forward.place(p);
    if (++done % STRIDE === 0) onProgress('place', p / nP);
  }
  let reverse: Reverse | undefined;
  for (let o = 0, done = 0; o < nO; o++) {
    if (state.count[o]! >= cap[o]! || state.price(o) <= 0) continue;
    reverse ??= new Reverse(state, transpose(state.problem), heap);
    reverse.settle(o);
    if (++done % STRIDE === 0) onProgress('settle', o / nO);
  }
}
