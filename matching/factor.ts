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

/** A trie of the features met: faster than keys of text, and equal for equal features only. */
class Shape {
  /** number of the feature that ends here, −1 when none does */
  index = -1;
  readonly #next = new Map<Key, Shape>();
  #open?: Shape;
  #close?: Shape;

  /** The node that stands for `feature` after this one. */
  after(feature: Feature): Shape {
    if (typeof feature !== 'object' || feature === null) {
      const known = this.#next.get(feature);
      if (known) return known;
      const next = new Shape();
      this.#next.set(feature, next);
      return next;
    }
    this.#open ??= new Shape();
    let node = this.#open;
    for (let i = 0; i < feature.length; i++) node = node.after(feature[i]!);
    node.#close ??= new Shape();
    return node.#close;
  }
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
  const root = new Shape();
  for (let i = 0; i < items.length; i++) {
    const feature = pick(items[i]!, context);
    const shape = root.after(feature);
    if (shape.index < 0) shape.index = features.push(feature) - 1;
    keyOf[i] = shape.index;
  }
  return { keyOf, features };
}

/** Of so many vacancies about one is eligible for a person. */
const oneInSo = 16;

/**
 * [features] 1 where so few persons show it that asking about their eligible pairs costs less than asking about every
 * feature of the vacancies: hours of care at one home, a list of refusals.
 */
export function seldomSeen(persons: Interned, vacancies: Interned): Uint8Array {
  const count = new Int32Array(persons.features.length);
  for (const k of persons.keyOf) count[k]!++;
  const eligible = Math.ceil(vacancies.keyOf.length / oneInSo);
  return Uint8Array.from(count, (shown) => Number(shown * eligible < vacancies.features.length));
}
