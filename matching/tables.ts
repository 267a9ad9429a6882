/** Scores as look-ups: each part of score.ts is judged once per pair of distinct features. */
import type { Context } from './context.ts';
import { intern } from './factor.ts';
import { parts, pointsOf } from './score.ts';
import type { Person, Vacancy } from './types.ts';

export interface PartTable {
  /** [persons] offset of the person's row in `points` */
  readonly rowOf: Int32Array;
  /** [vacancies] column of the vacancy */
  readonly columnOf: Uint16Array | Int32Array;
  readonly points: Uint16Array;
}

export interface Tables {
  /** [vacancies] points that every person earns alike */
  readonly base: Int32Array;
  readonly parts: readonly PartTable[];
}

/** Everything but companions, which depend on a third person (candidates.ts adds them). */
export function openTables(
  persons: readonly Person[],
  vacancies: readonly Vacancy[],
  context: Context,
): Tables {
  const base = new Int32Array(vacancies.length);
  const tables: PartTable[] = [];
  for (const part of parts) {
    const left = intern(persons, (person) => part.person(person, context));
    const right = intern(vacancies, (vacancy) => part.vacancy(vacancy, context));
    const width = right.features.length;
    const points = new Uint16Array(left.features.length * width);
    left.features.forEach((person, i) => {
      right.features.forEach((vacancy, j) => {
        points[i * width + j] = pointsOf(part.code, part.judge(person, vacancy, context)[0]);
      });
    });
    if (left.features.length === 1) right.keyOf.forEach((j, v) => (base[v]! += points[j]!));
    else {
      const columnOf = width <= 0x10000 ? Uint16Array.from(right.keyOf) : right.keyOf;
      tables.push({ rowOf: left.keyOf.map((k) => k * width), columnOf, points });
    }
  }
  return { base, parts: tables };
}
