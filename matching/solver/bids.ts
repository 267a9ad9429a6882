/**
 * First half of a round of the auction: a block of free persons bids at today's prices. Persons bid on their own, so
 * threads share the block without locks.
 *
 * A person's FRONT edges lead her list: those within some width of her second best when she last looked at all.
 * Prices only rise within a phase and fall by a known amount between phases, so while her second best among them is
 * worth more than the others can be by now, the front alone decides her bid. Within it her two leaders come first: they
 * mostly lead again, and a scan whose maximum hardly ever changes is one whose branches the processor foresees.
 */
import { AHEAD, CARD, END, FRONT, type Hall, OUT, REST, SHIFT, START } from './hall.ts';
import { OUTSIDE } from './matching.ts';

/** Width of the front in ε: a price seldom rises by more before the next full look. */
const WIDTH = 16;
/** Less than any net value. */
const LEAST = -(1 << 30);

/**
 * The groups of the first n persons of the block that are this part's bid for their best object as much as keeps
 * them within eps of their best; prices have `fallen` by at most so much in all. Groups alternate between the parts,
 * because those who lost a place last come first and are quickest. The result means nothing: it keeps the early
 * reads alive.
 */
export function bid(hall: Hall, n: number, eps: number, fallen: number, part: number, parts: number): number {
  const { bits, edge, card, eff, person, target, offer } = hall;
  const mask = (1 << bits) - 1;
  const width = WIDTH * eps;
  const sorts = width <= mask << SHIFT; // a wider front would hold every edge
  let touched = 0;
  for (let group = AHEAD * part; group < n; group += AHEAD * parts) {
    const until = Math.min(n, group + AHEAD);
    for (let k = group; k < until; k++) touched |= edge[card[CARD * person[k]! + START]!]!;
    for (let k = group; k < until; k++) {
      const at = CARD * person[k]!;
      const first = card[at + START]!;
      const front = card[at + FRONT]!;
      const last = card[at + END]!;
      let best = card[at + OUT]!;
      let second = LEAST;
      let o = OUTSIDE;
      let bestAt = -1;
      let secondAt = -1;
      // The same loop twice: over the front, then over the rest if it may matter. | 0 spares overflow checks.
      for (let e = first; e < front; e++) {
        const packed = edge[e]!;
        const net = (((packed & mask) << SHIFT) - eff[packed >> bits]!) | 0;
        if (net > second) {
          if (net > best) {
            second = best;
            secondAt = bestAt;
            best = net;
            bestAt = e;
            o = packed >> bits;
          } else {
            second = net;
            secondAt = e;
          }
        }
      }
      if (front === first || (front === last && sorts) || second < card[at + REST]! + fallen) {
        for (let e = front; e < last; e++) {
          const packed = edge[e]!;
          const net = (((packed & mask) << SHIFT) - eff[packed >> bits]!) | 0;
          if (net > second) {
            if (net > best) {
              second = best;
              best = net;
              o = packed >> bits;
            } else second = net;
          }
        }
        // No edge falls behind a front of all, yet a few are sorted out then too: code first run in a late phase would
        // have everything compiled again.
        const behind = second - width;
        const cut = sorts ? behind : LEAST;
        let kept = last;
        if (sorts || k === 0) {
          kept = first;
          for (let e = first; e < last; e++) {
            const packed = edge[e]!;
            if (((packed & mask) << SHIFT) - eff[packed >> bits]! <= cut) continue;
            edge[e] = edge[kept]!;
            edge[kept++] = packed;
          }
        }
        card[at + FRONT] = kept;
        card[at + REST] = cut - fallen;
      } else lead(edge, first, bestAt, secondAt);
      target[k] = o;
      if (o >= 0) offer[k] = eff[o]! + (best - second) + eps;
    }
  }
  return touched;
}

/** Swaps the two best edges of a list to its head; −1 is none. */
function lead(edge: Int32Array, first: number, best: number, second: number): void {
  if (second > first + 1) swap(edge, first + 1, second);
  if (best > first) swap(edge, first, best === first + 1 && second > best ? second : best);
}

function swap(edge: Int32Array, i: number, j: number): void {
  const packed = edge[i]!;
  edge[i] = edge[j]!;
  edge[j] = packed;
}
