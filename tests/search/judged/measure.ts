import { type Grade, RELEVANT } from './rules.ts';

export const DEPTH = 10;

/** Share of what ten lines could hold of the right answers that they do hold. */
export function recall(found: readonly string[], answers: ReadonlyMap<string, Grade>): number {
  const right = [...answers].filter(([, grade]) => grade >= RELEVANT).map(([id]) => id);
  const hit = found.slice(0, DEPTH).filter((id) => (answers.get(id) ?? 0) >= RELEVANT);
  return hit.length / Math.min(DEPTH, right.length);
}

/** Normalised discounted cumulative gain of the first ten, gain 2^grade − 1 (Burges et al. 2005). */
export function ndcg(found: readonly string[], answers: ReadonlyMap<string, Grade>): number {
  const best = [...answers.values()].sort((a, b) => b - a);
  return gain(found.map((id) => answers.get(id) ?? 0)) / gain(best);
}

const gain = (grades: readonly Grade[]) =>
  grades.slice(0, DEPTH).reduce<number>((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
