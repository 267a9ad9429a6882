import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plan } from '#matching/assign.ts';
import { canonicalInputs } from '#matching/canonicalInputs.ts';
import { openContext } from '#matching/context.ts';
import { refusals } from '#matching/eligibility.ts';
import { CancelledError, LockError, WorldError } from '#matching/errors.ts';
import type { Objective } from '#matching/instance.ts';
import type { Plan } from '#matching/plan.ts';
import { score } from '#matching/score.ts';
import type { World } from '#matching/types.ts';
import { bestObjective } from '../helpers/bestPlan.ts';
import {
  dice,
  household,
  person,
  randomWorld,
  vacancy,
  withHouseRules,
  world,
} from '../helpers/matchingWorlds.ts';

const objectiveOf = ({ totals }: Plan): Objective => {
  const { covered, public: publicPosts, placed, score } = totals;
  return { covered, public: publicPosts, placed, score };
};

/** A plan may be stored only if every proposal is lawful, fits its vacancy, and the proof holds. */
function expectSound(input: World, answer: Plan): void {
  const context = openContext(input);
  const persons = new Map(input.persons.map((p) => [p.id, p]));
  const left = new Map(input.vacancies.map((v) => [v.id, v.places]));
  for (const proposal of answer.proposals) {
    const p = persons.get(proposal.personId)!;
    const v = input.vacancies.find(({ id }) => id === proposal.vacancyId)!;
    expect(refusals(p, v, context)).toEqual([]);
    expect(proposal.score).toBe(proposal.parts.reduce((sum, { points }) => sum + points, 0));
    expect(proposal.score).toBe(score(p, v, context));
    left.set(v.id, left.get(v.id)! - 1);
  }
  expect([...left.values()].every((places) => places >= 0)).toBe(true);
  expect(new Set(answer.proposals.map((p) => p.personId)).size).toBe(answer.proposals.length);
  expect(answer.certificate.value).toBe(answer.certificate.dualBound);
  expect(answer.households.map((h) => h.householdId)).toEqual(input.households.map((h) => h.id).sort());
  const seekers = input.persons.filter((p) => p.seeking).length;
  expect(answer.proposals.length + answer.unplaced.length).toBe(seekers);
}

const shuffled = <T>(items: readonly T[], roll: (n: number) => number): T[] => {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = roll(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
};

const shuffledWorld = (input: World, seed: number): World => {
  const roll = dice(seed);
  return {
    ...input,
    households: shuffled(input.households, roll),
    persons: shuffled(input.persons, roll),
    vacancies: shuffled(input.vacancies, roll),
    settlements: shuffled(input.settlements, roll),
    policies: shuffled(input.policies, roll),
  };
};

describe('plan', () => {
  test('is the best of all plans of small worlds', () => {
    let covered = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 3 }), (seed, maxPlaces) => {
        const input = randomWorld(seed, { households: 5, vacancies: 5, maxMembers: 2, maxPlaces });
        const answer = plan(input);
        expect(objectiveOf(answer)).toEqual(bestObjective(input));
        expectSound(input, answer);
        covered += answer.totals.outcomes.covered;
      }),
      { numRuns: 2000 },
    );
    expect(covered).toBeGreaterThan(500);
  });

  test('is the best of all plans that obey what households state, and says so', () => {
    let bound = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, firstPairs) => {
        const input = withHouseRules(randomWorld(seed, { households: 3, vacancies: 5, maxPlaces: 2 }), seed);
        const answer = plan(input, { firstPairs });
        expect(objectiveOf(answer)).toEqual(bestObjective(input));
        expect(answer.certificate.valid).toBe(true);
        expectSound(input, answer);
        if (answer.certificate.value < answer.certificate.flowBound) bound++;
      }),
      { numRuns: 500 },
    );
    expect(bound).toBeGreaterThan(50);
  });

  test('short lists and pricing reach the optimum over all pairs', () => {
    let grown = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), (seed, maxPlaces) => {
        const input = randomWorld(seed, { households: 40, vacancies: 40, maxPlaces });
        const whole = plan(input, { firstPairs: 1000 });
        const priced = plan(input, { firstPairs: 1 });
        expect(objectiveOf(priced)).toEqual(objectiveOf(whole));
        expect(priced.certificate.value).toBe(whole.certificate.value);
        expect(priced.certificate.eligiblePairs).toBe(whole.certificate.keptPairs);
        expectSound(input, priced);
        grown += priced.certificate.rounds - 1;
      }),
      { numRuns: 100 },
    );
    expect(grown).toBeGreaterThan(100);
  });

  test('is the same whatever the order of the input, and so is the digest', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, order) => {
        const input = randomWorld(seed, { households: 12, vacancies: 10 });
        const other = shuffledWorld(input, order);
        expect(plan(other)).toEqual(plan(input));
        expect([...canonicalInputs(other)]).toEqual([...canonicalInputs(input)]);
      }),
      { numRuns: 100 },
    );
  });

  test('locks hold, exclusions too, and the rest is still the best', () => {
    let held = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, choice) => {
        const input = randomWorld(seed, { households: 8, vacancies: 8, maxPlaces: 2 });
        const free = plan(input);
        if (free.proposals.length < 2) return;
        const taken = free.proposals[choice % free.proposals.length]!;
        const pair = { personId: taken.personId, vacancyId: taken.vacancyId };
        const locked = plan(input, { locks: [pair] });
        expect(objectiveOf(locked)).toEqual(objectiveOf(free));
        expect(locked.proposals.find((p) => p.personId === pair.personId)).toMatchObject({
          ...pair,
          locked: true,
        });

        const excluded = plan(input, { exclusions: [pair] });
        const refusing = input.persons.map((p) =>
          p.id === pair.personId ? { ...p, refused: [...p.refused, pair.vacancyId] } : p,
        );
        expect(objectiveOf(excluded)).toEqual(objectiveOf(plan({ ...input, persons: refusing })));
        held++;
      }),
      { numRuns: 300 },
    );
    expect(held).toBeGreaterThan(100);
  });

  test('a lock cannot break a rule or take a place that is not there', () => {
    const input = world({
      persons: [person({ limits: ['dust'] })],
      vacancies: [vacancy({ strains: ['dust'] })],
    });
    const pair = { personId: 'p1', vacancyId: 'v1' };
    expect(() => plan(input, { locks: [pair] })).toThrow(LockError);
    expect(() => plan(world(), { locks: [pair, pair] })).toThrow(LockError);
  });

  test('reports its stages and stops when told to', () => {
    const stages: string[] = [];
    plan(world(), { onProgress: ({ stage }) => stages.push(stage) });
    expect([...new Set(stages)]).toEqual(['candidates', 'solve', 'price', 'explain']);
    expect(() => plan(world(), { cancelled: () => true })).toThrow(CancelledError);
  });

  test('a world that contradicts itself has no plan', () => {
    expect(() => plan(world({ persons: [person(), person()] }))).toThrow(WorldError);
    expect(() => plan(world({ households: [] }))).toThrow(WorldError);
    expect(() => plan(world({ vacancies: [vacancy({ settlementId: 's9' })] }))).toThrow(WorldError);
  });

  test('an empty world has an empty plan', () => {
    const answer = plan(world({ households: [], persons: [], vacancies: [] }));
    expect(objectiveOf(answer)).toEqual({ covered: [0, 0, 0], public: 0, placed: 0, score: 0 });
  });
});

describe('reasons', () => {
  const homes = [household({ id: 'h1', tier: 'C' }), household({ id: 'h2', tier: 'A' })];
  const both = [person({ id: 'p1' }), person({ id: 'p2', householdId: 'h2' })];
  const reasonOf = (input: World, id = 'h1') =>
    plan(input).households.find(({ householdId }) => householdId === id);

  test('lost to a household of a higher tier', () => {
    const outcome = reasonOf(world({ households: homes, persons: both }));
    expect(outcome).toMatchObject({
      outcome: 'uncovered',
      reason: {
        code: 'lost_to_priority',
        facts: { posts: [{ vacancyId: 'v1', by: 'priority', holders: { A: 1, B: 0, C: 0, others: 0 } }] },
      },
    });
  });

  test('lost to a better fit of the same tier', () => {
    const equals = homes.map((home) => ({ ...home, tier: 'B' as const }));
    const fitter = [both[0]!, person({ id: 'p2', householdId: 'h2', skills: ['6-05-01-03'] })];
    expect(reasonOf(world({ households: equals, persons: fitter }))).toMatchObject({
      reason: { code: 'lost_to_priority', facts: { posts: [{ by: 'fit', holders: { B: 1 } }] } },
    });
  });

  test('no post in reach, and the rule that would open most', () => {
    const vacancies = ['v1', 'v2'].map((id) => vacancy({ id, settlementId: 's3' }));
    const far = [...vacancies, vacancy({ id: 'v3', maxAge: 35 })];
    expect(reasonOf(world({ vacancies: far }))?.reason).toEqual({
      code: 'no_vacancy_in_reach',
      facts: {
        relaxations: [
          { personId: 'p1', code: 'out_of_reach', opens: 2 },
          { personId: 'p1', code: 'age_over_ad', opens: 1 },
        ],
      },
    });
  });

  test('only public-welfare posts fit', () => {
    const posts = [vacancy({ kind: 'public_welfare' }), vacancy({ id: 'v2', settlementId: 's3' })];
    expect(reasonOf(world({ vacancies: posts }))?.reason).toMatchObject({
      code: 'public_only_unqualified',
      facts: { posts: 1 },
    });
  });

  test('a birth date is missing', () => {
    expect(reasonOf(world({ persons: [person({ birthDate: null })] }))?.reason).toEqual({
      code: 'missing_data',
      facts: { personIds: ['p1'], field: 'birthDate' },
    });
  });

  test('nobody seeks', () => {
    expect(reasonOf(world({ persons: [person({ seeking: false })] }))?.reason?.code).toBe('no_one_seeking');
  });

  test('a covered household needs no reason, and its seekers are still placed', () => {
    const input = world({ households: [household({ covered: true })] });
    expect(reasonOf(input)).toMatchObject({ outcome: 'employed', reason: null });
    expect(plan(input).proposals).toHaveLength(1);
  });

  test('a public-welfare post is the last resort', () => {
    const input = world({
      persons: [person({ hardToPlace: true })],
      vacancies: [
        vacancy({ kind: 'public_welfare' }),
        vacancy({ id: 'v2', settlementId: 's2', stability: 0 }),
      ],
    });
    expect(plan(input).proposals[0]?.vacancyId).toBe('v2');
  });
});
