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

type Key = string | number | boolean | null;

/** Equal for equal features only, as long as ids hold no control characters. */
function keyFor(feature: Feature): Key {
  if (typeof feature !== 'object' || feature === null) return feature;
  let key = '';
  for (const part of feature) {
    if (part === null) key += '\u0000';
    else key += typeof part === 'object' ? `\u0001${keyFor(part)}\u0002` : part;
    key += '\u0003';
  }
  return key;
}

/** Items numbered by feature: `keyOf[i]` is the index in `features` of what item i shows. */
export interface Interned {
  readonly keyOf: Int32Array;
  readonly features: readonly Feature[];
}

/** The features of persons and vacancies, each pick made once however many questions share it. */
export interface Features {
  persons(pick: Sides<Feature, Feature>['person']): Interned;
  vacancies(pick: Sides<Feature, Feature>['vacancy']): Interned;
}

export function openFeatures(
  persons: readonly Person[],
  vacancies: readonly Vacancy[],
  context: Context,
): Features {
  return { persons: interner(persons, context), vacancies: interner(vacancies, context) };
}

type Pick<T> = (item: T, context: Context) => Feature;

function interner<T>(items: readonly T[], context: Context): (pick: Pick<T>) => Interned {
  const known = new Map<Pick<T>, Interned>();
  return (pick) => {
    const interned = known.get(pick) ?? intern(items, pick, context);
    known.set(pick, interned);
    return interned;
  };
}

function intern<T>(items: readonly T[], pick: Pick<T>, context: Context): Interned {
  const keyOf = new Int32Array(items.length);
  const features: Feature[] = [];
  const index = new Map<Key, number>();
  for (let i = 0; i < items.length; i++) {
    const feature = pick(items[i]!, context);
    const key = keyFor(feature);
    let k = index.get(key);
    if (k === undefined) {
      k = features.push(feature) - 1;
      index.set(key, k);
    }
    keyOf[i] = k;
  }
  return { keyOf, features };
}
