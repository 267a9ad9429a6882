import { sortedBy } from './order.ts';
import type { World } from './types.ts';

/**
 * The inputs of a run as lines of text that do not depend on the order of lists or keys; equal worlds give equal
 * lines. The caller hashes them: the digest stored with a plan.
 */
export function* canonicalInputs(world: World): Generator<string> {
  yield `today ${world.today}\n`;
  for (const name of ['settlements', 'households', 'persons', 'vacancies', 'policies'] as const) {
    for (const item of sortedBy<{ readonly id: string }>(world[name], ({ id }) => id)) {
      yield `${name} ${JSON.stringify(ordered(item))}\n`;
    }
  }
  const places = sortedBy(world.settlements, ({ id }) => id);
  for (const from of places) {
    yield `minutes ${from.id} ${places.map((to) => world.minutes(from.id, to.id)).join(' ')}\n`;
  }
}

/** The same value with the keys of every object sorted. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
