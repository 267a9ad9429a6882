/**
 * Proves a plan optimal without a solver, by linear-programming duality.
 *
 * For any prices π ≥ 0 of the vacancies no plan is worth more than
 *   Σ_v π_v · places_v + Σ_h (the most household h can earn when members pay π for their places),
 * because a household's best answer ignores everybody else. Equality with the value of a feasible plan proves that
 * plan optimal. The household's best answer: every member with a positive net offer takes it; a household without
 * one sends its best member when the coverage bonus pays for it. Sums are exact: integers below 2^53, checked.
 */
import { objectiveOf } from './flow.ts';
import type { Instance, Objective, Solution } from './instance.ts';
import { placeValue, weightsOf, withUnit, worthOf } from './solver/objective.ts';

export interface Certificate {
  /** the plan is feasible, the prices are not negative, and value = dualBound */
  readonly valid: boolean;
  /** worth of the plan and upper bound for every plan, in score points */
  readonly value: number;
  readonly dualBound: number;
  readonly objective: Objective;
  /** why it is not valid */
  readonly reason?: string;
}

export function certify(instance: Instance, solution: Solution): Certificate {
  const least = weightsOf(instance);
  const fault = infeasibility(instance, solution) ?? unitFault(solution.M, least.M);
  if (fault !== undefined) {
    const objective: Objective = { covered: [0, 0, 0], public: 0, placed: 0, score: 0 };
    return { valid: false, value: Number.NaN, dualBound: Number.NaN, objective, reason: fault };
  }
  const objective = objectiveOf(instance, solution.match);
  const weights = solution.M === undefined ? least : withUnit(least, solution.M);
  const value = worthOf(weights, objective);
  const dualBound = boundOf(instance, solution.price, weights);
  const sums = { value, dualBound, objective };
  if (!Number.isSafeInteger(value) || !Number.isSafeInteger(dualBound))
    return { valid: false, ...sums, reason: 'sums leave the safe integers' };
  if (value !== dualBound)
    return { valid: false, ...sums, reason: `not proved optimal: gap ${dualBound - value}` };
  return { valid: true, ...sums };
}

/** Upper bound on the value of every plan, from prices alone. */
export function boundOf(instance: Instance, price: Float64Array, weights = weightsOf(instance)): number {
  const { nH, nP, nV, hTier, hCov, pHh, vCap, vKind, eStart, eV, eScore } = instance;
  let bound = 0;
  const cost = new Float64Array(nV);
  for (let v = 0; v < nV; v++) {
    bound += price[v]! * vCap[v]!;
    cost[v] = price[v]! - placeValue(weights, vKind[v]!);
  }
  const bestOf = new Float64Array(nH).fill(Number.NEGATIVE_INFINITY);
  for (let p = 0; p < nP; p++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let e = eStart[p]!; e < eStart[p + 1]!; e++) {
      const net = eScore[e]! - cost[eV[e]!]!;
      if (net > best) best = net;
    }
    if (best > 0) bound += best;
    const h = pHh[p]!;
    if (best > bestOf[h]!) bestOf[h] = best;
  }
  for (let h = 0; h < nH; h++)
    if (hCov[h] === 0) bound += Math.max(0, weights.bonus[hTier[h]!]! + Math.min(0, bestOf[h]!));
  return bound;
}

/** Any M from the least one up is lexicographic. */
function unitFault(M: number | undefined, least: number): string | undefined {
  return M !== undefined && !(M >= least) ? `M = ${M} is less than ${least}` : undefined;
}

function infeasibility(instance: Instance, { match, price }: Solution): string | undefined {
  const { nP, nV, vCap, eStart, eV } = instance;
  if (match.length !== nP || price.length !== nV) return 'arrays of the wrong length';
  const used = new Int32Array(nV);
  for (let p = 0; p < nP; p++) {
    const v = match[p]!;
    if (v === -1) continue;
    if (eV.subarray(eStart[p]!, eStart[p + 1]!).indexOf(v) < 0)
      return `person ${p} is not eligible for vacancy ${v}`;
    used[v]!++;
  }
  for (let v = 0; v < nV; v++) {
    if (used[v]! > Math.max(0, vCap[v]!)) return `vacancy ${v} has ${used[v]} persons on ${vCap[v]} places`;
    if (!(price[v]! >= 0)) return `vacancy ${v} has a negative price`;
  }
  return undefined;
}
