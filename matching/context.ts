import { WorldError } from './errors.ts';
import { openPolicies, type Policies } from './policy.ts';
import type { Household, Pair, Person, World } from './types.ts';

/** What rules and scores may look up besides the pair itself. */
export interface Context {
  readonly today: string;
  readonly policies: Policies;
  household(person: Person): Household;
  /** any person of the world by id, seeking or not */
  person(id: string): Person | undefined;
  /** county code of a settlement */
  county(settlementId: string): string;
  /** number of a settlement, for `minutes` */
  place(settlementId: string): number;
  /** one-way minutes between two places, Infinity when there is no daily journey */
  minutes(from: number, to: number): number;
  /** vacancy ids staff have ruled out for the person */
  excluded(person: Person): readonly string[];
  /** full years on the day of the run; null when the birth date is not known */
  age(person: Person): number | null;
}

/** Throws WorldError when an id occurs twice or a reference leads nowhere. */
export function openContext(world: World, exclusions: readonly Pair[] = []): Context {
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

  const excluded = Map.groupBy(exclusions, ({ personId }) => personId);

  return {
    today: world.today,
    policies: openPolicies(world.policies, world.today),
    household: (person) => households.get(person.householdId)!,
    person: (id) => persons.get(id),
    county: (settlementId) => settlements.get(settlementId)!.county,
    ...distances(world),
    excluded: ({ id }) => excluded.get(id)?.map(({ vacancyId }) => vacancyId) ?? [],
    age: (person) => (person.birthDate === null ? null : fullYears(person.birthDate, world.today)),
  };
}

/** Full years from one ISO date to another. */
function fullYears(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The caller's distances may come from anywhere; each is asked for once. */
function distances({ settlements, minutes }: World): Pick<Context, 'place' | 'minutes'> {
  const numberOf = new Map(settlements.map(({ id }, i) => [id, i]));
  const known = new Float64Array(settlements.length ** 2).fill(Number.NaN);
  return {
    place: (id) => numberOf.get(id)!,
    minutes(from, to) {
      const at = from * settlements.length + to;
      let value = known[at]!;
      if (Number.isNaN(value)) {
        value = minutes(settlements[from]!.id, settlements[to]!.id);
        known[at] = value;
      }
      return value;
    },
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
