/**
 * What households state about their members, in the indices of the solver: somebody has to stay at home, so at most
 * `maxAway` may live at their work; couples who go to work together or not at all. A member whom staff have locked
 * counts as away where the lock leads away, and frees her partner.
 */
import type { Scope } from './assign.ts';
import type { Context } from './context.ts';
import type { Group, HouseholdRules } from './household.ts';
import { journey, startOf, workplaceOf } from './journey.ts';
import type { Locked } from './locks.ts';
import type { Person, Vacancy } from './types.ts';

export function houseRules(
  { households, persons, vacancies }: Scope,
  locked: Locked,
  context: Context,
): HouseholdRules {
  const indexOf = new Map(persons.map((person, p) => [person.id, p]));
  const livesAway = (person: Person, vacancy: Vacancy): boolean =>
    journey(startOf(person, context), workplaceOf(vacancy, context), context).mode === 'away';
  const members = new Map<string, number[]>();
  persons.forEach(({ householdId }, p) => {
    const known = members.get(householdId);
    if (known) known.push(p);
    else members.set(householdId, [p]);
  });
  const gone = new Map<string, number>();
  for (const { person, vacancy } of locked.pairs)
    if (livesAway(person, vacancy)) gone.set(person.householdId, (gone.get(person.householdId) ?? 0) + 1);

  const groups: Group[] = [];
  const couples: [number, number][] = [];
  for (const { id, maxAway, couples: stated = [] } of households) {
    const own = members.get(id)!;
    if (maxAway !== undefined) {
      const atMost = Math.max(0, maxAway - (gone.get(id) ?? 0));
      const counts = (p: number, v: number) => livesAway(persons[p]!, vacancies[v]!);
      if (atMost < own.length) groups.push({ persons: own, counts, atMost });
    }
    for (const [one, other] of stated) {
      const a = indexOf.get(one);
      const b = indexOf.get(other);
      if (a !== undefined && b !== undefined) couples.push([a, b]);
    }
  }
  return { groups, couples };
}
