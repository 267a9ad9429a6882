/**
 * The lexicographic objective as one integer per unit of flow.
 *
 * covered A > covered B > covered C > fewest public posts > placed > score becomes
 * 16M, 8M, 4M, −2M, M, 1 with M = unit·min(nP, nV) + 1, unit = the largest score difference (≥ 1000).
 *
 * Why this M is large enough although places may outnumber vacancies: a flow is optimal for a cost in any
 * ordered group exactly when its residual graph has no improving simple cycle (Ahuja, Magnanti, Orlin,
 * Network Flows, ch. 9), so scalar and lexicographic optimum agree when every simple cycle has the same sign
 * under both. In the circulation g → household → person → vacancy → g a simple cycle passes g at most once,
 * hence it is one of: place one more (household tier t or none, post public or not), its reverse, swap the
 * covered household, swap the used post, or a rotation. These change the leading terms by at least M in the
 * lexicographic direction (4M − 2M + M when covering costs a public post, −2M + M for a public post that
 * covers nobody, ±4M, ±2M, ±M), while each person and each vacancy is met once, so the score changes by at
 * most unit·min(nP, nV) = M − 1.
 */
import type { Instance, Objective } from '../instance.ts';

/** Weights in score points. */
export interface Weights {
  readonly M: number;
  /** bonus for covering a household of tier A, B, C */
  readonly bonus: readonly [number, number, number];
  /** largest difference between two scores, or a score and 0 */
  readonly unit: number;
  /** smallest score */
  readonly minScore: number;
  /** largest score */
  readonly maxScore: number;
}

/**
 * Weights of an instance. `cycle` bounds the vacancies or persons on a simple cycle, min(nP, nV) unless the caller
 * wants room to grow. Throws RangeError when a sum of weights could leave the safe integers.
 */
export function weightsOf(instance: Instance, cycle = Math.min(instance.nP, instance.nV)): Weights {
  const { eScore, nE, nP, nH } = instance;
  let minScore = 0;
  let maxScore = 1000;
  for (let e = 0; e < nE; e++) {
    const s = eScore[e]!;
    if (s < minScore) minScore = s;
    else if (s > maxScore) maxScore = s;
  }
  const unit = maxScore - minScore;
  const M = unit * cycle + 1;
  if (18 * M * (nP + nH + 1) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`scores over a span of ${unit} on ${nP} persons exceed safe integers`);
  return { M, bonus: [16 * M, 8 * M, 4 * M], unit, minScore, maxScore };
}

/** The same weights with a larger M. */
export function withUnit(weights: Weights, M: number): Weights {
  return { ...weights, M, bonus: [16 * M, 8 * M, 4 * M] };
}

/** One number for an objective, in score points. */
export function worthOf(weights: Weights, objective: Objective): number {
  const [a, b, c] = objective.covered;
  const { M, bonus } = weights;
  return (
    bonus[0] * a +
    bonus[1] * b +
    bonus[2] * c +
    M * (objective.placed - 2 * objective.public) +
    objective.score
  );
}

/** Value of giving a person a place at a vacancy of this kind, without score: M, or M − 2M when public. */
export function placeValue(weights: Weights, kind: number): number {
  return kind === 1 ? -weights.M : weights.M;
}

/** Lexicographic order of two objectives; positive when a is better. */
export function compareObjectives(a: Objective, b: Objective): number {
  return (
    a.covered[0] - b.covered[0] ||
    a.covered[1] - b.covered[1] ||
    a.covered[2] - b.covered[2] ||
    b.public - a.public ||
    a.placed - b.placed ||
    a.score - b.score
  );
}
