import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HouseholdRules, solveWithRules } from '#matching/household.ts';
import { bruteForce, compare, instanceOf, type World, worlds } from './helpers/worlds.ts';

/** Drawn rules, cut to what the world holds. */
const drawn = fc.record({
  classes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
  groups: fc.array(
    fc.record({
      persons: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }),
      mask: fc.constantFrom(1, 2, 3),
      atMost: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 3 },
  ),
  couples: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 3 }),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function rulesOf({ classes, groups, couples }: Drawn, { household }: World): HouseholdRules {
  const known = (p: number) => p < household.length;
  return {
    groups: groups.map(({ persons, mask, atMost }) => ({
      persons: persons.filter(known),
      counts: (_, v) => (classes[v]! & mask) !== 0,
      atMost,
    })),
    couples: couples.filter(([a, b]) => a !== b && known(a) && known(b)),
  };
}

function obeys(plan: ArrayLike<number>, rules: HouseholdRules): boolean {
  return (
    rules.groups.every(
      (g) => g.persons.filter((p) => plan[p]! >= 0 && g.counts(p, plan[p]!)).length <= g.atMost,
    ) && rules.couples.every(([a, b]) => plan[a]! >= 0 === plan[b]! >= 0)
  );
}

describe('solveWithRules', () => {
  it('finds the best plan that obeys the rules, and says it is proved', () => {
    fc.assert(
      fc.property(worlds(), drawn, (world, d) => {
        const rules = rulesOf(d, world);
        const plan = solveWithRules(instanceOf(world), rules);
        expect(plan).toMatchObject({ proved: true, bound: plan.objective });
        expect(obeys(plan.match, rules)).toBe(true);
        expect(plan.objective).toEqual(bruteForce(world, (p) => obeys(p, rules)));
      }),
      { numRuns: 1000 },
    );
  });

  it('bounds the gap when stopped early, with a plan that still obeys', () => {
    fc.assert(
      fc.property(worlds(), drawn, (world, d) => {
        const rules = rulesOf(d, world);
        const plan = solveWithRules(instanceOf(world), rules, { nodeLimit: 2 });
        const optimum = bruteForce(world, (p) => obeys(p, rules));
        expect(obeys(plan.match, rules)).toBe(true);
        if (plan.proved) expect(plan.objective).toEqual(optimum);
        expect(compare(optimum, plan.objective)).toBeGreaterThanOrEqual(0);
        expect(compare(plan.bound, optimum)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
