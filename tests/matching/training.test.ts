import { describe, expect, it } from 'vitest';
import { plan } from '#matching/assign.ts';
import { type CourseIdea, studyTraining } from '#matching/training.ts';
import type { World } from '#matching/types.ts';
import { bestObjective } from '../helpers/bestPlan.ts';
import { randomWorld } from '../helpers/matchingWorlds.ts';

const courses: readonly CourseIdea[] = [
  { id: 'cook', skills: ['4-03-02-01'], certificates: ['health'] },
  { id: 'sew', skills: ['6-05-01-03'], certificates: [] },
  { id: 'build', skills: ['6-29-01-01'], certificates: [] },
];

const taught = (
  world: World,
  { skills, certificates }: CourseIdea,
  attend: (id: string) => boolean,
): World => ({
  ...world,
  persons: world.persons.map((person) =>
    attend(person.id)
      ? {
          ...person,
          skills: [...person.skills, ...skills],
          certificates: [...person.certificates, ...certificates],
        }
      : person,
  ),
});

/** Worlds small enough to try every plan, in which many posts ask for a skill. */
const demanding = (seed: number): World => {
  const world = randomWorld(seed, { households: 5, vacancies: 5, maxMembers: 2, maxPlaces: 2 });
  const asked = courses.map(({ skills }) => skills[0]!);
  return {
    ...world,
    vacancies: world.vacancies.map((vacancy, i) =>
      i % 3 === 0 ? vacancy : { ...vacancy, skills: [asked[(seed + i) % 3]!], minAge: null, maxAge: null },
    ),
  };
};

describe('studyTraining', () => {
  it('counts what brute force counts, for every course and settlement, and nobody attends in vain', () => {
    let found = 0;
    for (let seed = 0; seed < 160; seed++) {
      const world = demanding(seed);
      const before = bestObjective(world);
      const demands = studyTraining(world, courses, { trials: courses.length });
      found += demands.length;
      const left = new Set(
        plan(world).households.flatMap(({ outcome, householdId }) =>
          outcome === 'uncovered' ? [householdId] : [],
        ),
      );
      for (const course of courses) {
        for (const settlementId of ['s1', 's2', 's3']) {
          const everybody = new Set(
            world.persons
              .filter((person) => person.settlementId === settlementId && left.has(person.householdId))
              .map(({ id }) => id),
          );
          const most = bestObjective(taught(world, course, (id) => everybody.has(id)));
          const gain = most.covered.map((n, t) => n - before.covered[t]!);
          const demand = demands.find(
            (one) => one.courseId === course.id && one.settlementId === settlementId,
          );
          const sum = gain.reduce((a, b) => a + b, 0);
          expect(demand?.households ?? 0, `seed ${seed} ${course.id} ${settlementId}`).toBe(Math.max(0, sum));
          if (!demand) continue;
          expect(demand.byTier).toEqual(gain);
          const attending = new Set(demand.attending.map(({ personId }) => personId));
          const exact = bestObjective(taught(world, course, (id) => attending.has(id)));
          expect(exact.covered).toEqual(most.covered);
          expect(exact.placed - before.placed).toBe(demand.placed);
          for (const one of attending) {
            const fewer = bestObjective(taught(world, course, (id) => id !== one && attending.has(id)));
            expect(fewer.covered).not.toEqual(most.covered);
          }
        }
      }
    }
    expect(found).toBeGreaterThan(20);
  });

  it('names the same people and posts every time, whatever the order of its input', () => {
    const world = randomWorld(7, { households: 60, vacancies: 30 });
    const shuffled = {
      ...world,
      persons: world.persons.toReversed(),
      households: world.households.toReversed(),
      vacancies: world.vacancies.toReversed(),
    };
    const demands = studyTraining(world, courses);
    expect(demands.length).toBeGreaterThan(0);
    expect(studyTraining(shuffled, courses.toReversed())).toEqual(demands);
  });
});
