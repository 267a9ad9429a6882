/** What the incremental engine holds, as flat arrays that can be certified and solved from scratch. */
import { objectiveOf } from './flow.ts';
import type { Instance, Objective, Solution } from './instance.ts';
import type { Roster } from './roster.ts';
import type { Live } from './solver/live.ts';
import type { Weights } from './solver/objective.ts';

export interface Snapshot {
  readonly instance: Instance;
  readonly solution: Solution;
  /** vacancy of each locked person; neither takes part in the instance */
  readonly locked: ReadonlyMap<number, number>;
}

/** The world as it stands without locked persons and their places, and its optimal solution. */
export function snapshotOf(roster: Roster, { problem, state }: Live, weights: Weights): Snapshot {
  const nP = roster.household.length;
  const mask = (1 << problem.bits) - 1;
  const eStart = new Int32Array(nP + 1);
  const eV: number[] = [];
  const eScore: number[] = [];
  const match = new Int32Array(nP).fill(-1);
  for (let p = 0; p < nP; p++) {
    const i = roster.inner[p]!;
    if (roster.active[p]) {
      for (let e = problem.start[i]!; e < problem.end[i]!; e++) {
        const v = roster.vacancyOf[problem.edge[e]! >> problem.bits]!;
        if (v < 0) continue;
        eV.push(v);
        eScore.push((problem.edge[e]! & mask) + weights.minScore);
      }
      const o = state.match[i]!;
      if (o >= 0) match[p] = roster.vacancyOf[o]!;
    }
    eStart[p + 1] = eV.length;
  }
  const instance: Instance = {
    nH: roster.tier.length,
    nP,
    nV: roster.kind.length,
    nE: eV.length,
    hTier: Int32Array.from(roster.tier),
    hCov: Int32Array.from(roster.covers, (n) => (n > 0 ? 1 : 0)),
    hSett: Int32Array.from(roster.settlement),
    pHh: Int32Array.from(roster.household),
    vCap: Int32Array.from(roster.objectOf, (o) => problem.cap[o]!),
    vKind: Int32Array.from(roster.kind),
    vSett: Int32Array.from(roster.place),
    eStart,
    eV: Int32Array.from(eV),
    eScore: Int32Array.from(eScore),
  };
  const price = Float64Array.from(roster.objectOf, (o) => state.price(o));
  const solution = { match, price, objective: objectiveOf(instance, match), M: weights.M };
  return { instance, solution, locked: new Map(roster.lockedTo) };
}

/** The objective of the free part of the plan, without locked persons. O(persons). */
export function objectiveNow(roster: Roster, { state }: Live, weights: Weights): Objective {
  const covered: [number, number, number] = [0, 0, 0];
  const done = new Set<number>();
  let publicPosts = 0;
  let placed = 0;
  let score = 0;
  for (let p = 0; p < roster.household.length; p++) {
    const i = roster.inner[p]!;
    const o = roster.active[p] ? state.match[i]! : -1;
    const v = o >= 0 ? roster.vacancyOf[o]! : -1;
    if (v < 0) continue;
    placed++;
    score += state.code[i]! + weights.minScore;
    if (roster.kind[v] === 1) publicPosts++;
    const h = roster.household[p]!;
    if (roster.covers[h]! > 0 || done.has(h)) continue;
    done.add(h);
    covered[roster.tier[h] as 0 | 1 | 2]++;
  }
  return { covered, public: publicPosts, placed, score };
}
