import type { Context } from './context.ts';
import { refusals } from './eligibility.ts';
import { LockError, WorldError } from './errors.ts';
import type { Pair, Person, Vacancy, World } from './types.ts';

export interface Locked {
  /** the pairs fixed by staff, as they enter the plan */
  readonly pairs: readonly { readonly person: Person; readonly vacancy: Vacancy }[];
  /** places left of every vacancy, by id */
  readonly left: ReadonlyMap<string, number>;
}

/** Counts the places that locks leave. A lock overrides the plan's choice, never a rule of eligibility. */
export function takeLocks(world: World, locks: readonly Pair[], context: Context): Locked {
  const byId = new Map(world.vacancies.map((vacancy) => [vacancy.id, vacancy]));
  const left = new Map(world.vacancies.map((vacancy) => [vacancy.id, vacancy.places]));
  const seen = new Set<string>();
  const pairs = locks.map(({ personId, vacancyId }) => {
    const person = context.person(personId);
    const vacancy = byId.get(vacancyId);
    if (!person) throw new WorldError('person', personId, 'is locked but not in the world');
    if (!vacancy) throw new WorldError('vacancy', vacancyId, 'is locked but not in the world');
    const against = refusals(person, vacancy, context);
    const places = left.get(vacancyId)!;
    if (against.length > 0 || seen.has(personId) || places < 1) {
      throw new LockError(personId, vacancyId, against);
    }
    seen.add(personId);
    left.set(vacancyId, places - 1);
    return { person, vacancy };
  });
  return { pairs, left };
}
