/**
 * The optimum over all eligible pairs without ever holding them all: solve on short lists, price every pair left
 * out at the solution's prices, add those that could improve it, and solve again until there is none.
 *
 * When no pair left out raises what its household can earn at these prices, the certificate's dual bound is the
 * bound over all eligible pairs too, and equals the plan's value: proved, not hoped (Desrosiers, Lübbecke, 2005).
 */
import type { Candidates, PairLists } from './candidates.ts';
import { shortLists } from './candidates.ts';
import { solve } from './flow.ts';
import type { Instance, Solution } from './instance.ts';
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

/** Called now and then with the share of a stage that is done; may throw to stop the run. */
export type OnStage = (stage: 'candidates' | 'solve' | 'price', round: number, share: number) => void;

export function solveOverAll(
  frame: Frame,
  candidates: Candidates,
  onStage: OnStage,
  firstPairs = usualFirstPairs,
): Generated {
  const { nP } = frame;
  const everyPerson = (stage: 'candidates' | 'price', round: number) => (p: number) => {
    if ((p & 1023) === 0) onStage(stage, round, p / nP);
  };
  let lists = shortLists(candidates, nP, firstPairs, everyPerson('candidates', 1));
  let previous: Solution | undefined;
  for (let round = 1; ; round++) {
    const { start: eStart, vacancy: eV, score: eScore } = lists;
    const instance: Instance = { ...frame, nE: eV.length, eStart, eV, eScore };
    onStage('solve', round, 0);
    const solution: Solution = solve(instance, previous ? { start: previous } : {});
    previous = solution;
    const priced = price(instance, solution, candidates, everyPerson('price', round));
    if (priced.improving === 0) return { instance, solution, eligiblePairs: priced.pairs, rounds: round };
    lists = priced.lists;
  }
}

interface Priced {
  readonly pairs: number;
  readonly improving: number;
  /** the old lists and, per person, the best pairs left out that could improve the plan */
  readonly lists: PairLists;
}

function price(
  instance: Instance,
  solution: Solution,
  candidates: Candidates,
  onPerson: (p: number) => void,
): Priced {
  const { nP, eStart, eV, eScore } = instance;
  const { vacancy, score } = candidates;
  const offer = offersAt(instance, solution);
  const threshold = thresholds(instance, offer);

  const start = new Int32Array(nP + 1);
  const capacity = eV.length + nP * addedPerRound;
  const newV = new Int32Array(capacity);
  const newScore = new Int32Array(capacity);
  const best = new Best(addedPerRound);
  let end = 0;
  let pairs = 0;
  let improving = 0;
  for (let p = 0; p < nP; p++) {
    onPerson(p);
    const n = candidates.scorePerson(p);
    const bar = threshold[p]!;
    best.clear();
    for (let i = 0; i < n; i++) {
      const net = offer[vacancy[i]!]! + score[i]!;
      if (net > bar) best.add(net, i);
    }
    pairs += n;
    improving += best.size;
    const chosen = best.ascending();
    let e = eStart[p]!;
    for (const i of chosen) {
      const v = vacancy[i]!;
      for (; e < eStart[p + 1]! && eV[e]! < v; e++) {
        newV[end] = eV[e]!;
        newScore[end++] = eScore[e]!;
      }
      newV[end] = v;
      newScore[end++] = score[i]!;
    }
    for (; e < eStart[p + 1]!; e++) {
      newV[end] = eV[e]!;
      newScore[end++] = eScore[e]!;
    }
    start[p + 1] = end;
  }
  return { pairs, improving, lists: { start, vacancy: newV.slice(0, end), score: newScore.slice(0, end) } };
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

/** Keeps the few greatest of many values. */
class Best {
  readonly #value: Float64Array;
  readonly #index: Int32Array;
  size = 0;

  constructor(room: number) {
    this.#value = new Float64Array(room);
    this.#index = new Int32Array(room);
  }

  clear(): void {
    this.size = 0;
  }

  /** Insertion into a short descending list; equal values keep the earlier one. */
  add(value: number, index: number): void {
    const full = this.size === this.#value.length;
    let at = full ? this.size - 1 : this.size++;
    if (full && value <= this.#value[at]!) return;
    for (; at > 0 && this.#value[at - 1]! < value; at--) {
      this.#value[at] = this.#value[at - 1]!;
      this.#index[at] = this.#index[at - 1]!;
    }
    this.#value[at] = value;
    this.#index[at] = index;
  }

  ascending(): Int32Array {
    return this.#index.slice(0, this.size).sort();
  }
}
