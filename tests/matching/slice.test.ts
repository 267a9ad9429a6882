import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plan } from '#matching/assign.ts';
import type { Plan } from '#matching/plan.ts';
import { openPlanning } from '#matching/planning.ts';
import { answered } from '#matching/questions.ts';
import { joined, openSlice, questionTo, sliceOf, slicesOf } from '#matching/slice.ts';
import type { World } from '#matching/types.ts';
import { randomWorld, withHouseRules } from '../helpers/matchingWorlds.ts';

/** As another machine gets it: nothing but what was sent. */
const sent = <T>(value: T): T => deserialize(serialize(value)) as T;

/** The plan with every question answered slice by slice, each by somebody who knows only the slice. */
function planInSlices(world: World, pairs: number, firstPairs: number): { slices: number; plan: Plan } {
  const { scope, context, steps } = openPlanning(world, { firstPairs });
  const slices = slicesOf(scope, pairs);
  const { minutes, today, settlements, policies } = world;
  const answerers = slices.map((slice) => ({
    slice,
    answer: openSlice(
      { ...sent({ today, settlements, policies, vacancies: scope.vacancies }), minutes },
      sent(sliceOf(scope, slice, context)),
    ),
  }));
  const found = answered(steps, (question) =>
    joined(
      question,
      answerers.map(({ slice, answer }) => sent(answer(sent(questionTo(slice, question))).answer)),
    ),
  );
  return { slices: slices.length, plan: found };
}

const withoutPolicies = ({ policyRows: _, ...rest }: Plan) => rest;

describe('slices', () => {
  test('give the plan, the proof and the reasons that one thread gives', () => {
    let cut = 0;
    let rounds = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 400 }), fc.boolean(), (seed, pairs, ruled) => {
        const plain = randomWorld(seed, { households: 25, vacancies: 25 });
        const input = ruled ? withHouseRules(plain, seed) : plain;
        const whole = plan(input, { firstPairs: 2 });
        const { slices, plan: joint } = planInSlices(input, pairs, 2);
        expect(withoutPolicies(joint)).toEqual(withoutPolicies(whole));
        if (slices > 1) cut++;
        rounds += whole.certificate.rounds - 1;
      }),
      { numRuns: 60 },
    );
    expect(cut).toBeGreaterThan(10);
    expect(rounds).toBeGreaterThan(10);
  });

  test('cover every person once and never cut a settlement', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 2_000 }), (seed, pairs) => {
        const { scope } = openPlanning(randomWorld(seed, { households: 40, vacancies: 20 }));
        const slices = slicesOf(scope, pairs);
        expect(slices.flatMap(({ from, to }) => scope.persons.slice(from, to))).toEqual(scope.persons);
        const places = slices.map(
          ({ from, to }) => new Set(scope.persons.slice(from, to).map((person) => person.settlementId)),
        );
        const all = new Set(scope.persons.map((person) => person.settlementId));
        expect(places.reduce((sum, { size }) => sum + size, 0)).toBe(all.size);
      }),
    );
  });
});
