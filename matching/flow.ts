/**
 * The public door of the exact solver on flat arrays.
 *
 * transform the household rule away → find good prices → place everybody by shortest augmenting paths → lower the
 * prices of unused places. The result is optimal whatever prices it started from; certificate.ts checks it
 * independently.
 */
import type { Instance, Objective, Solution } from './instance.ts';
import { auction, MAX_UNIT } from './solver/auction.ts';
import { finish } from './solver/finish.ts';
import { Matching } from './solver/matching.ts';
import { weightsOf } from './solver/objective.ts';
import { startFrom } from './solver/start.ts';
import type { Helpers } from './solver/team.ts';
import { transform } from './solver/transform.ts';

/** Below this many pairs the auction costs more than it saves. */
const AUCTION_FROM = 20_000;
/** Below this many pairs a helper has hardly started and compiled when the auction is over. */
const HELPERS_FROM = 5_000_000;

export interface SolveOptions {
  /** start from an earlier solution of a similar instance, such as one with fewer pairs */
  readonly start?: Pick<Solution, 'match' | 'price'>;
  /** called now and then with the share done of a stage; may throw to cancel */
  readonly onProgress?: (stage: 'auction' | 'place' | 'settle', share: number) => void;
  /** threads to share the auction with when the instance is large; the solution is the same without them */
  readonly helpers?: Helpers;
}

/** Solves the instance to proven optimality. Deterministic: equal inputs give equal solutions. */
export function solve(instance: Instance, options: SolveOptions = {}): Solution {
  const { nP, nV, nE } = instance;
  const weights = weightsOf(instance);
  const helpers = nE >= HELPERS_FROM && !options.start ? options.helpers : undefined;
  const { problem, person } = transform(instance, weights, { shared: helpers !== undefined });
  const state = new Matching(problem);
  if (options.start) {
    const { match, price } = options.start;
    startFrom(
      state,
      nV,
      person.map((p) => match[p]!),
      price,
    );
  } else if (nE >= AUCTION_FROM && weights.unit <= MAX_UNIT) {
    const { match, price } = auction(problem, weights.M, weights.unit, {
      onPhase: (share) => options.onProgress?.('auction', share),
      ...(helpers && { helpers }),
    });
    startFrom(state, nV, match, price);
  }
  finish(state, options.onProgress);

  const match = new Int32Array(nP).fill(-1);
  const score = new Int32Array(nP);
  for (let i = 0; i < nP; i++) {
    const o = state.match[i]!;
    if (o < 0 || o >= nV) continue;
    match[person[i]!] = o;
    score[person[i]!] = state.code[i]! + weights.minScore;
  }
  const price = new Float64Array(nV);
  for (let v = 0; v < nV; v++) price[v] = state.price(v);
  return { match, price, objective: objectiveOf(instance, match, score) };
}

/** The objective of a plan; `score` [nP] of the pair each person takes, where it is known. */
export function objectiveOf(
  instance: Instance,
  match: Int32Array,
  score: ArrayLike<number> = scoresOf(instance, match),
): Objective {
  const { nP, nH, pHh, hTier, hCov, vKind } = instance;
  const covered: [number, number, number] = [0, 0, 0];
  const done = new Uint8Array(nH);
  let publicPosts = 0;
  let placed = 0;
  let total = 0;
  for (let p = 0; p < nP; p++) {
    const v = match[p]!;
    if (v < 0) continue;
    total += score[p]!;
    placed++;
    if (vKind[v] === 1) publicPosts++;
    const h = pHh[p]!;
    if (hCov[h] === 0 && done[h] === 0) {
      done[h] = 1;
      covered[hTier[h] as 0 | 1 | 2]++;
    }
  }
  return { covered, public: publicPosts, placed, score: total };
}

/** [nP] Score of each person at her vacancy; with several equal pairs the best one counts. */
function scoresOf({ eStart, eV, eScore }: Instance, match: Int32Array): Float64Array {
  return Float64Array.from(match, (v, p) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let e = eStart[p]!; e < eStart[p + 1]!; e++) if (eV[e] === v && eScore[e]! > best) best = eScore[e]!;
    return best;
  });
}
