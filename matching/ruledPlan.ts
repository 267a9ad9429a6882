/**
 * From the optimal flow to the plan that obeys the households' rules, with a bound over all eligible pairs.
 *
 * Branch and bound works on the short lists. A better plan could use a pair left out, but only one whose net offer
 * falls short of its household's best by less than the gap: every other pair costs the flow's bound more than the
 * gap (reduced-cost fixing). So those pairs are added and the search repeated; its answer then holds over all pairs.
 */
import { type Generated, offersAt, thresholds } from './columnGeneration.ts';
import { type HouseholdRules, obeys, solveWithRules } from './household.ts';
import type { Instance } from './instance.ts';
import { union } from './pairLists.ts';
import { type Asking, ask } from './questions.ts';
import { weightsOf, worthOf } from './solver/objective.ts';

/** Subproblems per search: what a city solves in some seconds. */
const nodeLimit = 400;
/** Pairs added at most, per pair kept; with more the gap is stated instead of closed. */
const growth = 4;

export interface Ruled {
  /** [nP] vacancy or −1 */
  readonly match: Int32Array;
  /** worth of the plan, and of the best there could be under the rules over all eligible pairs; equal when proved */
  readonly value: number;
  readonly bound: number;
}

/** `flowBound` is the certified worth of `generated`, over all eligible pairs and without the rules. */
export function* obeyRules(generated: Generated, rules: HouseholdRules, flowBound: number): Asking<Ruled> {
  const { instance, solution } = generated;
  if (obeys(rules, (p) => solution.match[p]!))
    return { match: solution.match, value: flowBound, bound: flowBound };
  const weights = weightsOf(instance);
  const search = (over: Instance) => {
    const { match, objective, bound } = solveWithRules(over, rules, { start: solution, nodeLimit });
    return { match, value: worthOf(weights, objective), bound: worthOf(weights, bound) };
  };
  const first = search(instance);
  const gap = flowBound - first.value;
  if (gap === 0) return first;
  const wider = yield* withinGap(generated, gap);
  if (!wider) return { ...first, bound: flowBound };
  return wider.nE === instance.nE ? first : search(wider);
}

/** The short lists with every pair that a plan worth more than flow − gap could use; undefined when too many. */
function* withinGap({ instance, solution }: Generated, gap: number): Asking<Instance | undefined> {
  const { nE, eStart, eV, eScore } = instance;
  const offer = offersAt(instance, solution);
  const bar = thresholds(instance, offer).map((net) => net - gap);
  const found = yield* ask({ kind: 'above', offer, bar, most: Number.POSITIVE_INFINITY, limit: growth * nE });
  if (!found.complete) return undefined;
  const { start, vacancy, score } = union({ start: eStart, vacancy: eV, score: eScore }, found.lists);
  return { ...instance, nE: vacancy.length, eStart: start, eV: vacancy, eScore: score };
}
