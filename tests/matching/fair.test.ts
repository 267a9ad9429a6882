import { describe, expect, it } from 'vitest';
import { plan } from '#matching/assign.ts';
import { openContext } from '#matching/context.ts';
import { refusals } from '#matching/eligibility.ts';
import { type FairPlan, planFair } from '#matching/fair.ts';
import type { World } from '#matching/types.ts';
import { bestObjective } from '../helpers/bestPlan.ts';
import { randomWorld } from '../helpers/matchingWorlds.ts';

/** Few posts that ask little, so that several people want each. */
const small = (seed: number): World => {
  const world = randomWorld(seed, { households: 6, vacancies: 3, maxMembers: 2, maxPlaces: 2 });
  const open = { skills: [], certificates: [], minAge: null, maxAge: null, minEducationRank: 0, strains: [] };
  return { ...world, vacancies: world.vacancies.map((vacancy) => ({ ...vacancy, ...open })) };
};
const seeds = Array.from({ length: 120 }, (_, seed) => seed);

const perPost = <T extends { readonly vacancyId: string }>(invitations: readonly T[]) =>
  Map.groupBy(invitations, ({ vacancyId }) => vacancyId);

/** Households somebody of whom could go to the fair at all. */
function reachable(world: World): Set<string> {
  const context = openContext(world);
  return new Set(
    world.persons.flatMap((person) =>
      person.seeking &&
      world.vacancies.some((post) => post.places > 0 && refusals(person, post, context).length === 0)
        ? [person.householdId]
        : [],
    ),
  );
}

describe('planFair', () => {
  it('places at best what brute force places, and its first round is that plan', () => {
    let placed = 0;
    for (const seed of seeds) {
      const world = small(seed);
      const { best, invitations } = planFair(world, { perPlace: 3 });
      const { covered, placed: most } = bestObjective(world);
      expect([best.totals.covered, best.totals.placed], `seed ${seed}`).toEqual([covered, most]);
      const first = invitations.filter(({ round }) => round === 1);
      const pairs = (list: readonly { personId: string; vacancyId: string }[]) =>
        list.map(({ personId, vacancyId }) => `${personId} ${vacancyId}`).sort();
      expect(pairs(first)).toEqual(pairs(best.proposals));
      placed += most;
    }
    expect(placed).toBeGreaterThan(50);
  });

  it('asks nobody twice, only whom the post suits, and at most so many a place, round by round', () => {
    for (const seed of seeds) {
      const world = small(seed);
      const places = new Map(world.vacancies.map(({ id, places }) => [id, places]));
      const context = openContext(world);
      for (const perPlace of [1, 2, 3]) {
        const { invitations, suited } = planFair(world, { perPlace });
        const persons = invitations.map(({ personId }) => personId);
        expect(new Set(persons).size).toBe(persons.length);
        for (const [vacancy, list] of perPost(invitations)) {
          expect(list.length).toBeLessThanOrEqual(perPlace * places.get(vacancy)!);
          for (const round of Map.groupBy(list, ({ round }) => round).values())
            expect(round.length).toBeLessThanOrEqual(places.get(vacancy)!);
        }
        for (const { personId, vacancyId, others } of invitations) {
          const person = world.persons.find(({ id }) => id === personId)!;
          for (const id of [vacancyId, ...others.map((other) => other.vacancyId)]) {
            const vacancy = world.vacancies.find((post) => post.id === id)!;
            expect(refusals(person, vacancy, context)).toEqual([]);
            expect(suited.get(id)).toContain(personId);
          }
        }
      }
    }
  });

  it('reaches zero-employment households first: none is left out while one that has work is asked twice', () => {
    let reserve = 0;
    for (const seed of seeds) {
      const world = small(seed);
      const { invitations } = planFair(world, { perPlace: 3 });
      const asked = new Set(invitations.map(({ householdId }) => householdId));
      const { households } = plan(world);
      const left = households.filter(
        ({ householdId, outcome }) => outcome === 'uncovered' && !asked.has(householdId),
      );
      const able = reachable(world);
      // Whoever is left out although a post suits: every such post has all the invitations it may have.
      for (const { householdId } of left.filter(({ householdId }) => able.has(householdId))) {
        const context = openContext(world);
        const full = perPost(invitations);
        for (const person of world.persons.filter((one) => one.householdId === householdId && one.seeking))
          for (const post of world.vacancies)
            if (post.kind !== 'public_welfare' && refusals(person, post, context).length === 0)
              expect(full.get(post.id)?.length ?? 0, `seed ${seed}`).toBe(3 * post.places);
      }
      reserve += invitations.filter(({ round, covers }) => round > 1 && covers).length;
    }
    expect(reserve).toBeGreaterThan(10);
  });

  it('keeps what was sent, asks others in the place of those who declined, and never exceeds the rule', () => {
    for (const seed of seeds) {
      const world = small(seed);
      const first = planFair(world, { perPlace: 2 });
      const sent = first.invitations;
      const declined = sent.filter((_, i) => i % 3 === 0);
      const standing = sent.filter((_, i) => i % 3 !== 0);
      const again: FairPlan = planFair(world, {
        perPlace: 2,
        standing,
        declined: declined.map(({ personId }) => personId),
      });
      const known = new Set(sent.map(({ personId }) => personId));
      expect(again.invitations.filter(({ personId }) => known.has(personId))).toEqual([]);
      const places = new Map(world.vacancies.map(({ id, places }) => [id, places]));
      for (const [vacancy, list] of perPost([...standing, ...again.invitations]))
        expect(list.length, `seed ${seed}`).toBeLessThanOrEqual(2 * places.get(vacancy)!);
      const gone = new Set(declined.map(({ personId }) => personId));
      expect(again.best.proposals.filter(({ personId }) => gone.has(personId))).toEqual([]);
    }
  });

  it('wants a whole number of invitations a place', () => {
    expect(() => planFair(small(1), { perPlace: 0.5 })).toThrow(RangeError);
  });
});
