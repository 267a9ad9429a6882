/** Greedy by score, the usual practice: best pair first, while person and place are free. */
import { objectiveOf } from '#matching/flow.ts';
import type { Instance, Objective } from '#matching/instance.ts';

export function greedy(instance: Instance): Objective {
  const { nP, nE, vCap, eStart, eV, eScore } = instance;
  const owner = new Int32Array(nE);
  for (let p = 0; p < nP; p++) owner.fill(p, eStart[p]!, eStart[p + 1]!);
  const order = Int32Array.from({ length: nE }, (_, e) => e).sort((a, b) => eScore[b]! - eScore[a]! || a - b);
  const left = vCap.slice();
  const match = new Int32Array(nP).fill(-1);
  for (const e of order) {
    const p = owner[e]!;
    const v = eV[e]!;
    if (match[p]! >= 0 || left[v]! <= 0) continue;
    match[p] = v;
    left[v]!--;
  }
  return objectiveOf(instance, match);
}
