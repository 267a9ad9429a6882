/** What the threads of an auction share, laid out so that what is read together lies together. */
import { ints, type Problem } from './problem.ts';

/** Prices per score point, as a shift: finer prices leave fewer people for the exact finish. */
export const SHIFT = 6;

/** Cells of a person's card: her edges, the end of the front ones (see bids.ts), value of her outside option. */
export const CARD = 8;
export const START = 0;
export const FRONT = 1;
export const END = 2;
export const OUT = 3;
/** At her last full look: the most an edge behind the front was worth, less what prices had fallen by then. */
export const REST = 4;

/** Cells of an object's desk: first pair of its heap, how many fit in, how many are there, places. */
export const DESK = 4;
export const ROOT = 0;
export const ROOM = 1;
export const USED = 2;
export const CAP = 3;

/** Persons or bids whose memory is touched ahead of their turn, so that its latencies overlap. */
export const AHEAD = 16;

/** Int32Arrays, on SharedArrayBuffers when there are several threads. */
export interface Hall {
  /** edges of the problem; those of a person change their order */
  readonly bits: number;
  readonly edge: Int32Array;
  /** [nP × CARD] */
  readonly card: Int32Array;
  /** [nO] price − base */
  readonly eff: Int32Array;
  /** [nO × DESK] */
  readonly desk: Int32Array;
  /** accepted bids: per object a binary min-heap of USED pairs (bid, person), from pair ROOT on */
  readonly heap: Int32Array;
  /** the block: persons, what they bid for, their bids, and who lost a place, or the bid, by each */
  readonly person: Int32Array;
  readonly target: Int32Array;
  readonly offer: Int32Array;
  readonly loser: Int32Array;
}

/** Everybody free and her front empty, prices at `zero`; `small` turns weights into prices, `block` persons bid at once. */
export function openHall(
  { nP, nO, bits, cap, out, start, end, edge, degree }: Problem,
  zero: Int32Array,
  small: (weight: number) => number,
  block: number,
  shared: boolean,
): Hall {
  const desk = ints(DESK * nO, shared);
  const eff = ints(nO, shared);
  let pairs = 0;
  for (let o = 0; o < nO; o++) {
    const room = Math.min(cap[o]!, degree[o]!);
    desk[DESK * o + ROOT] = pairs;
    desk[DESK * o + ROOM] = room;
    desk[DESK * o + CAP] = cap[o]!;
    pairs += room;
    eff[o] = cap[o] === 0 ? 1 << 30 : zero[o]!;
  }
  const card = ints(CARD * nP, shared);
  for (let p = 0; p < nP; p++) {
    card[CARD * p + START] = start[p]!;
    card[CARD * p + FRONT] = start[p]!;
    card[CARD * p + END] = end[p]!;
    card[CARD * p + OUT] = small(out[p]!);
  }
  return {
    ...{ bits, edge, card, eff, desk },
    heap: ints(2 * (pairs + 1), shared), // one more: the heap of an object without edges is read too
    person: ints(block, shared),
    target: ints(block, shared),
    offer: ints(block, shared),
    loser: ints(block, shared),
  };
}
