/** Small random worlds and a brute-force optimum, the yardstick of every solver test. */
import fc from 'fast-check';
import type { Instance, Objective } from '#matching/instance.ts';

/** person, vacancy, score */
export type Pair = readonly [number, number, number];

export interface World {
  readonly tiers: readonly number[];
  readonly covered: readonly number[];
  /** household of each person */
  readonly household: readonly number[];
  readonly places: readonly number[];
  readonly kinds: readonly number[];
  readonly pairs: readonly Pair[];
}

export function instanceOf({ tiers, covered, household, places, kinds, pairs }: World): Instance {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const eStart = new Int32Array(household.length + 1);
  for (const [p] of sorted) eStart[p + 1]!++;
  for (let p = 0; p < household.length; p++) eStart[p + 1]! += eStart[p]!;
  return {
    nH: tiers.length,
    nP: household.length,
    nV: places.length,
    nE: sorted.length,
    hTier: Int32Array.from(tiers),
    hCov: Int32Array.from(covered),
    hSett: Int32Array.from(tiers, (_, h) => (h * 7) % 3),
    pHh: Int32Array.from(household),
    vCap: Int32Array.from(places),
    vKind: Int32Array.from(kinds),
    vSett: new Int32Array(places.length).fill(-1),
    eStart,
    eV: Int32Array.from(sorted, (e) => e[1]),
    eScore: Int32Array.from(sorted, (e) => e[2]),
  };
}

interface WorldSize {
  readonly households: number;
  readonly persons: number;
  readonly vacancies: number;
}

/** Worlds with ties, covered households, closed vacancies, people without offers and empty households. */
export function worlds(max: WorldSize = { households: 5, persons: 7, vacancies: 4 }): fc.Arbitrary<World> {
  const score = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1000 }));
  return fc
    .record({
      nH: fc.integer({ min: 1, max: max.households }),
      nP: fc.integer({ min: 1, max: max.persons }),
      nV: fc.integer({ min: 1, max: max.vacancies }),
    })
    .chain(({ nH, nP, nV }) =>
      fc.record({
        tiers: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: nH, maxLength: nH }),
        covered: fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: nH, maxLength: nH }),
        household: fc.array(fc.integer({ min: 0, max: nH - 1 }), { minLength: nP, maxLength: nP }),
        places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: nV, maxLength: nV }),
        kinds: fc.array(fc.constantFrom(0, 1, 2), { minLength: nV, maxLength: nV }),
        pairs: fc.uniqueArray(
          fc.tuple(fc.integer({ min: 0, max: nP - 1 }), fc.integer({ min: 0, max: nV - 1 }), score),
          { selector: ([p, v]) => p * nV + v, maxLength: 2 * nP + nV },
        ),
      }),
    );
}

/** Lexicographic comparison; positive when a is better. */
export function compare(a: Objective, b: Objective): number {
  const key = (o: Objective): number[] => [...o.covered, -o.public, o.placed, o.score];
  const [x, y] = [key(a), key(b)];
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
  return 0;
}

/** The best objective of all plans that `allowed` accepts, by trying every plan. */
export function bruteForce(
  world: World,
  allowed: (plan: readonly number[]) => boolean = () => true,
): Objective {
  const { household, places, kinds, tiers, covered, pairs } = world;
  const offers = household.map((_, p) => pairs.filter((e) => e[0] === p));
  const left = [...places];
  const plan: number[] = household.map(() => -1);
  let best: Objective = { covered: [0, 0, 0], public: 0, placed: 0, score: 0 };
  const evaluate = (score: number): Objective => {
    const count: [number, number, number] = [0, 0, 0];
    const homes = new Set(household.filter((_, p) => plan[p]! >= 0));
    for (const h of homes) if (covered[h] === 0) count[tiers[h] as 0 | 1 | 2]++;
    const used = plan.filter((v) => v >= 0);
    return { covered: count, public: used.filter((v) => kinds[v] === 1).length, placed: used.length, score };
  };
  const visit = (p: number, score: number): void => {
    if (p === household.length) {
      if (!allowed(plan)) return;
      const objective = evaluate(score);
      if (compare(objective, best) > 0) best = objective;
      return;
    }
    visit(p + 1, score);
    for (const [, v, s] of offers[p]!) {
      if (left[v]! <= 0) continue;
      left[v]!--;
      plan[p] = v;
      visit(p + 1, score + s);
      plan[p] = -1;
      left[v]!++;
    }
  };
  visit(0, 0);
  return best;
}
