import { WorldError } from './errors.ts';
import { openPolicies, type Policies } from './policy.ts';
import type { Household, Person, World } from './types.ts';

/** What rules and scores may look up besides the pair itself. */
export interface Context {
  readonly today: string;
  readonly policies: Policies;
  household(person: Person): Household;
  /** any person of the world by id, seeking or not */
  person(id: string): Person | undefined;
  /** county code of a settlement */
  county(settlementId: string): string;
  /** one-way minutes, Infinity when there is no daily journey */
  minutes(from: string, to: string): number;
  /** full years on the day of the run; null when the birth date is not known */
  age(person: Person): number | null;
}

/** Throws WorldError when an id occurs twice or a reference leads nowhere. */
export function openContext(world: World): Context {
  const households = byId('household', world.households);
  const persons = byId('person', world.persons);
  byId('vacancy', world.vacancies);
  const settlements = byId('settlement', world.settlements);
  const known = (id: string, who: string) => {
    if (!settlements.has(id)) throw new WorldError('settlement', id, `not in the world, but named by ${who}`);
  };
  for (const household of world.households) known(household.settlementId, household.id);
  for (const person of world.persons) {
    known(person.settlementId, person.id);
    if (!households.has(person.householdId)) {
      throw new WorldError('person', person.id, `has no household ${person.householdId}`);
    }
  }
  for (const vacancy of world.vacancies) {
    if (vacancy.settlementId !== null) known(vacancy.settlementId, vacancy.id);
  }

  return {
    today: world.today,
    policies: openPolicies(world.policies, world.today),
    household: (person) => households.get(person.householdId)!,
    person: (id) => persons.get(id),
    county: (settlementId) => settlements.get(settlementId)!.county,
    minutes: memoise(world.minutes),
    age: (person) => (person.birthDate === null ? null : fullYears(person.birthDate, world.today)),
  };
}

/** Full years from one ISO date to another. */
export function fullYears(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The caller's distances may come from anywhere; each is asked for once. */
function memoise(minutes: World['minutes']): World['minutes'] {
  const rows = new Map<string, Map<string, number>>();
  return (from, to) => {
    let row = rows.get(from);
    if (!row) rows.set(from, (row = new Map()));
    let value = row.get(to);
    if (value === undefined) row.set(to, (value = minutes(from, to)));
    return value;
  };
}

function byId<T extends { readonly id: string }>(entity: string, items: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    if (map.has(item.id)) throw new WorldError(entity, item.id, 'occurs twice');
    map.set(item.id, item);
  }
  return map;
}
