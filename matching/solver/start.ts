/**
 * Starts the exact finish from given prices of the vacancies and a suggested plan.
 *
 * Home prices follow from vacancy prices: with net offers r of its members, a household's home is worth
 * min(bonus, max(0, −max r)), the least price at which somebody goes to work, if that pays. Whoever then has her
 * suggested place among her best options is seated there; all others stay FREE. This restores invariant 2
 * whatever the prices were.
 */
import { type Matching, OUTSIDE } from './matching.ts';

/** `match` [nP] object or OUTSIDE or FREE, `price` [≥ nV] integers ≥ 0; nV is the first home object. */
export function startFrom(state: Matching, nV: number, match: Int32Array, price: Float64Array): void {
  const { eff, count, problem } = state;
  const { nP, nO, bits, base, out, cap, start, end, edge } = problem;
  const mask = (1 << bits) - 1;
  for (let v = 0; v < nV; v++) eff[v] = price[v]! - base[v]!;

  const best = new Float64Array(nP); // best net offer of a vacancy
  const held = new Float64Array(nP); // net value of the suggested vacancy
  const code = new Int32Array(nP);
  const home = new Int32Array(nP).fill(-1);
  const bestOf = new Float64Array(nO).fill(Number.NEGATIVE_INFINITY);
  const bonusOf = new Float64Array(nO);
  for (let p = 0; p < nP; p++) {
    const suggested = match[p]!;
    let most = Number.NEGATIVE_INFINITY;
    let here = Number.NEGATIVE_INFINITY;
    for (let e = start[p]!, last = end[p]!; e < last; e++) {
      const packed = edge[e]!;
      const o = packed >> bits;
      if (o >= nV) {
        home[p] = o;
        continue;
      }
      const net = (packed & mask) - eff[o]!;
      if (net > most) most = net;
      if (o === suggested && net > here) {
        here = net;
        code[p] = packed & mask;
      }
    }
    best[p] = most;
    held[p] = here;
    const h = home[p]!;
    if (h < 0) continue;
    if (most > bestOf[h]!) bestOf[h] = most;
    bonusOf[h] = -out[p]!;
  }
  for (let h = nV; h < nO; h++) eff[h] = Math.min(bonusOf[h]!, Math.max(0, -bestOf[h]!));

  for (let p = 0; p < nP; p++) {
    const suggested = match[p]!;
    const h = home[p]!;
    const rest = h >= 0 ? -eff[h]! : out[p]!; // the home price never exceeds the bonus
    const most = best[p]!;
    if (suggested >= 0 && suggested < nV && held[p]! === most && most >= rest) {
      if (count[suggested]! < cap[suggested]!) state.seat(p, suggested, code[p]!);
    } else if (most <= rest) {
      if (h >= 0 && count[h]! < cap[h]!) state.seat(p, h, 0);
      else if (rest === out[p]) state.match[p] = OUTSIDE;
    }
  }
}
