/**
 * Among all optimal plans, the one that keeps most people where they are today.
 *
 * Every optimal plan obeys complementary slackness with the prices of any optimum: it uses only tight pairs,
 * fills every object with a positive price, and leaves people out only where that is tight. So the optimal plans
 * are the b-matchings of the tight subgraph that meet these musts, and keeping people is a second, small problem
 * of the same kind: a must is worth `big`, a kept pair 1.
 */
import { objectiveOf } from './flow.ts';
import type { Instance, Solution } from './instance.ts';
import { finish } from './solver/finish.ts';
import { Matching, OUTSIDE } from './solver/matching.ts';
import type { Problem } from './solver/problem.ts';
import { resume } from './solver/resume.ts';

/** An optimal plan with the same prices; `today` [nP] holds vacancies or −1. Locked-in optimum: no term is traded. */
export function closestTo(instance: Instance, solution: Solution, today: Int32Array): Solution {
  const { nP, nV } = instance;
  const { state, problem, person } = resume(instance, solution);
  const big = nP + 1;
  const { nO, cap, start, end, edge, bits, out } = problem;
  const mask = (1 << bits) - 1;

  const tight: number[] = [];
  const tightStart = new Int32Array(nP);
  const tightEnd = new Int32Array(nP);
  const tightOut = new Float64Array(nP);
  const degree = new Int32Array(nO);
  for (let p = 0; p < nP; p++) {
    tightStart[p] = tight.length;
    const net = state.net(p);
    const now = today[person[p]!]!;
    for (let e = start[p]!; e < end[p]!; e++) {
      const o = edge[e]! >> bits;
      if ((edge[e]! & mask) - state.eff[o]! !== net) continue;
      tight.push((o << 1) | ((o < nV ? o === now : now < 0) ? 1 : 0));
      degree[o]!++;
    }
    tightEnd[p] = tight.length;
    if (out[p] !== net) tightOut[p] = -big;
    else if (now < 0) tightOut[p] = 1;
  }
  const base = new Float64Array(nO);
  for (let o = 0; o < nO; o++) if (state.price(o) > 0) base[o] = big;
  const second: Problem = {
    ...{ nP, nO, bits: 1, cap, base, degree, out: tightOut },
    ...{ start: tightStart, end: tightEnd, edge: Int32Array.from(tight) },
  };

  // Prices of `big` on the musts make today's optimum a start: only those who could be kept and are not move.
  const kept = new Matching(second);
  kept.eff.fill(0);
  for (let p = 0; p < nP; p++) {
    let top = tightOut[p]!;
    let here = -1;
    for (let e = tightStart[p]!; e < tightEnd[p]!; e++) {
      top = Math.max(top, tight[e]! & 1);
      if (tight[e]! >> 1 === state.match[p]) here = Math.max(here, tight[e]! & 1);
    }
    if (here === top) kept.seat(p, state.match[p]!, here);
    else if (state.match[p] === OUTSIDE && tightOut[p] === top) kept.match[p] = OUTSIDE;
  }
  finish(kept);

  const match = new Int32Array(nP).fill(-1);
  for (let p = 0; p < nP; p++) {
    const o = kept.match[p]!;
    if (o >= 0 && o < nV) match[person[p]!] = o;
  }
  return { ...solution, match, objective: objectiveOf(instance, match) };
}
