/** The best plan of a small world, rules inside households obeyed, by trying all; knows nothing of flows or prices. */
import { openContext } from '#matching/context.ts';
import { refusals } from '#matching/eligibility.ts';
import type { Objective } from '#matching/instance.ts';
import { journey, startOf, workplaceOf } from '#matching/journey.ts';
import { score } from '#matching/score.ts';
import type { Person, Vacancy, World } from '#matching/types.ts';

const isBetter = (a: number[], b: number[]): boolean => {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! > b[at]!;
};

export function bestObjective(world: World): Objective {
  const context = openContext(world);
  const seekers = world.persons.filter((person) => person.seeking);
  const offers = seekers.map((person) =>
    world.vacancies.flatMap((vacancy, v) =>
      refusals(person, vacancy, context).length === 0 ? [{ v, points: score(person, vacancy, context) }] : [],
    ),
  );
  const left = world.vacancies.map((vacancy) => vacancy.places);
  const served = new Set(world.households.filter((h) => h.covered).map((h) => h.id));
  const tierOf = new Map(world.households.map((h) => [h.id, 'ABC'.indexOf(h.tier)]));
  // covered A, B, C, public posts (negative), placed, score: the order of the objective
  const value = [0, 0, 0, 0, 0, 0];
  let best = [...value];

  const taken = new Map<string, Vacancy>();
  const livesAway = (person: Person): boolean => {
    const vacancy = taken.get(person.id);
    if (!vacancy) return false;
    return journey(startOf(person, context), workplaceOf(vacancy, context), context).mode === 'away';
  };
  const obeyed = (): boolean =>
    world.households.every(({ id, maxAway = Number.POSITIVE_INFINITY, couples = [] }) => {
      const away = seekers.filter((person) => person.householdId === id && livesAway(person));
      return away.length <= maxAway && couples.every(([a, b]) => taken.has(a) === taken.has(b));
    });

  const visit = (p: number): void => {
    if (p === seekers.length) {
      if (isBetter(value, best) && obeyed()) best = [...value];
      return;
    }
    visit(p + 1);
    const { householdId } = seekers[p]!;
    for (const { v, points } of offers[p]!) {
      if (left[v] === 0) continue;
      const covers = served.has(householdId) ? 0 : 1;
      const gain = [0, 0, 0, world.vacancies[v]!.kind === 'public_welfare' ? -1 : 0, 1, points];
      gain[tierOf.get(householdId)!] = covers;
      left[v]!--;
      taken.set(seekers[p]!.id, world.vacancies[v]!);
      if (covers) served.add(householdId);
      gain.forEach((x, i) => {
        value[i]! += x;
      });
      visit(p + 1);
      gain.forEach((x, i) => {
        value[i]! -= x;
      });
      if (covers) served.delete(householdId);
      taken.delete(seekers[p]!.id);
      left[v]!++;
    }
  };
  visit(0);
  const [a, b, c, publicPosts, placed, total] = best as [number, number, number, number, number, number];
  return { covered: [a, b, c], public: Math.abs(publicPosts), placed, score: total };
}
