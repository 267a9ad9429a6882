/**
 * The optimum over all eligible pairs without ever holding them all: solve on short lists, price every pair left
 * out at the solution's prices, add those that could improve it, and solve again until there is none.
 *
 * When no pair left out raises what its household can earn at these prices, the certificate's dual bound is the
 * bound over all eligible pairs too, and equals the plan's value: proved, not hoped (Desrosiers, Lübbecke, 2005).
 */
import { solve } from './flow.ts';
import type { Instance, Solution } from './instance.ts';
import { union } from './pairLists.ts';
import { type Asking, ask } from './questions.ts';
import { placeValue, weightsOf } from './solver/objective.ts';

/** Pairs per person to start with: enough for most, few enough to solve fast. */
const usualFirstPairs = 40;
/** Improving pairs taken up per person and round. */
const addedPerRound = 16;

/** The instance without its pairs. */
export type Frame = Omit<Instance, 'nE' | 'eStart' | 'eV' | 'eScore'>;

export interface Generated {
  /** the short lists that proved sufficient */
  readonly instance: Instance;
  readonly solution: Solution;
  /** all eligible pairs, priced in the last round */
  readonly eligiblePairs: number;
  readonly rounds: number;
}

/** Asks for pairs as it needs them. `onRound` hears which round is about to be solved, 1, 2, …; it may throw to stop. */
export function* solveOverAll(
  frame: Frame,
  onRound: (round: number) => void = () => {},
  firstPairs = usualFirstPairs,
): Asking<Generated> {
  const limit = frame.nP * addedPerRound;
  let lists = yield* ask({ kind: 'best', most: firstPairs });
  let start: Solution | undefined;
  for (let round = 1; ; round++) {
    onRound(round);
    const { start: eStart, vacancy: eV, score: eScore } = lists;
    const instance: Instance = { ...frame, nE: eV.length, eStart, eV, eScore };
    const solution: Solution = solve(instance, start ? { start } : {});
    start = solution;
    const offer = offersAt(instance, solution);
    const bar = thresholds(instance, offer);
    const improving = yield* ask({ kind: 'above', offer, bar, most: addedPerRound, limit });
    if (improving.lists.vacancy.length === 0)
      return { instance, solution, eligiblePairs: improving.seen, rounds: round };
    lists = union(lists, improving.lists);
  }
}

/** [nV] What a place is worth at the solution's prices, without the score. */
export function offersAt(instance: Instance, { price }: Solution): Float64Array {
  const weights = weightsOf(instance);
  return price.map((paid, v) => placeValue(weights, instance.vKind[v]!) - paid);
}

/**
 * The least net offer to each person that would raise what the household can earn (the terms of certificate.ts):
 * more than her best when that is positive; more than nothing when somebody else's is; else more than the
 * household's best, as soon as the coverage bonus pays for it.
 */
export function thresholds(instance: Instance, offer: Float64Array): Float64Array {
  const { nH, nP, pHh, hTier, hCov, eStart, eV, eScore } = instance;
  const { bonus } = weightsOf(instance);
  const best = new Float64Array(nP).fill(Number.NEGATIVE_INFINITY);
  const bestOf = new Float64Array(nH).fill(Number.NEGATIVE_INFINITY);
  for (let p = 0; p < nP; p++) {
    for (let e = eStart[p]!; e < eStart[p + 1]!; e++) {
      const net = offer[eV[e]!]! + eScore[e]!;
      if (net > best[p]!) best[p] = net;
    }
    const h = pHh[p]!;
    if (best[p]! > bestOf[h]!) bestOf[h] = best[p]!;
  }
  return best.map((own, p) => {
    const h = pHh[p]!;
    if (own > 0) return own;
    if (hCov[h] === 1 || bestOf[h]! > 0) return 0;
    return Math.max(bestOf[h]!, -bonus[hTier[h]!]!);
  });
}
