/**
 * The public door of the exact solver on flat arrays.
 *
 * transform the household rule away → find good prices → place everybody by shortest augmenting paths → lower the
 * prices of unused places. The result is optimal whatever prices it started from; certificate.ts checks it
 * independently.
 */
import type { Instance, Objective, Solution } from './instance.ts';
import { Forward } from './solver/forward.ts';
import { Heap } from './solver/heap.ts';
import { FREE, Matching } from './solver/matching.ts';
import { weightsOf } from './solver/objective.ts';
import { transpose } from './solver/problem.ts';
import { Reverse } from './solver/reverse.ts';
import { transform } from './solver/transform.ts';

/** Solves the instance to proven optimality. Deterministic: equal instances give equal solutions. */
export function solve(instance: Instance): Solution {
  const { nP, nV } = instance;
  const { problem, person } = transform(instance, weightsOf(instance));
  const state = new Matching(problem);
  const heap = new Heap(problem.nO);
  const forward = new Forward(state, heap);
  for (let p = 0; p < nP; p++) if (state.match[p] === FREE) forward.place(p);
  const reverse = new Reverse(state, transpose(problem), heap);
  for (let o = 0; o < problem.nO; o++) reverse.settle(o);

  const match = new Int32Array(nP).fill(-1);
  for (let i = 0; i < nP; i++) {
    const o = state.match[i]!;
    if (o >= 0 && o < nV) match[person[i]!] = o;
  }
  const price = new Float64Array(nV);
  for (let v = 0; v < nV; v++) price[v] = state.price(v);
  return { match, price, objective: objectiveOf(instance, match) };
}

/** The objective of a plan. A person with several equal pairs at her vacancy counts the best one. */
export function objectiveOf(instance: Instance, match: Int32Array): Objective {
  const { nP, nH, pHh, hTier, hCov, vKind, eStart, eV, eScore } = instance;
  const covered: [number, number, number] = [0, 0, 0];
  const done = new Uint8Array(nH);
  let publicPosts = 0;
  let placed = 0;
  let score = 0;
  for (let p = 0; p < nP; p++) {
    const v = match[p]!;
    if (v < 0) continue;
    let best = Number.NEGATIVE_INFINITY;
    for (let e = eStart[p]!; e < eStart[p + 1]!; e++) if (eV[e] === v && eScore[e]! > best) best = eScore[e]!;
    score += best;
    placed++;
    if (vKind[v] === 1) publicPosts++;
    const h = pHh[p]!;
    if (hCov[h] === 0 && done[h] === 0) {
      done[h] = 1;
      covered[hTier[h] as 0 | 1 | 2]++;
    }
  }
  return { covered, public: publicPosts, placed, score };
}
