/** The solver's state at a solved instance: the start of every question asked about an optimum. */
import type { Instance, Solution } from '../instance.ts';
import { finish } from './finish.ts';
import { Matching } from './matching.ts';
import { type Weights, weightsOf, withUnit } from './objective.ts';
import { startFrom } from './start.ts';
import { type Transformed, transform } from './transform.ts';

export interface Resumed extends Transformed {
  readonly state: Matching;
  readonly weights: Weights;
}

/** Costs one pass over the pairs when the solution is optimal; repairs it when it is not. */
export function resume(instance: Instance, solution: Solution): Resumed {
  const least = weightsOf(instance);
  const weights = solution.M === undefined ? least : withUnit(least, solution.M);
  const transformed = transform(instance, weights);
  const state = new Matching(transformed.problem);
  const match = transformed.person.map((p) => solution.match[p]!);
  startFrom(state, instance.nV, match, solution.price);
  finish(state);
  return { ...transformed, state, weights };
}
