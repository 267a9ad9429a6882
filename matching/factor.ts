import type { Context } from './context.ts';
import type { Person, Vacancy } from './types.ts';

/** Small immutable facts; two features are the same when their keys are. */
export type Feature = string | number | boolean | null | readonly Feature[];

/**
 * A question about a pair that may look at nothing but the features it names: `person` and `vacancy` pick them,
 * the answer is a function of the two. Hence equal features have equal answers, and candidates.ts may ask once per
 * pair of distinct features instead of once per pair of person and vacancy.
 */
export interface Sides<P extends Feature, V extends Feature> {
  person(person: Person, context: Context): P;
  vacancy(vacancy: Vacancy, context: Context): V;
}

/** The feature of a side that a question does not look at. */
export const nothing = (): null => null;

export function featureKey(feature: Feature): string | number | boolean | null {
  return Array.isArray(feature) ? JSON.stringify(feature) : (feature as string | number | boolean | null);
}

/** Items numbered by feature: `keyOf[i]` is the index in `features` of what item i shows. */
export interface Interned {
  readonly keyOf: Int32Array;
  readonly features: readonly Feature[];
}

export function intern<T>(items: readonly T[], pick: (item: T) => Feature): Interned {
  const keyOf = new Int32Array(items.length);
  const features: Feature[] = [];
  const index = new Map<string | number | boolean | null, number>();
  items.forEach((item, i) => {
    const feature = pick(item);
    const key = featureKey(feature);
    let k = index.get(key);
    if (k === undefined) {
      k = features.push(feature) - 1;
      index.set(key, k);
    }
    keyOf[i] = k;
  });
  return { keyOf, features };
}
