/**
 * What a training course is worth: a course of n seats makes new pairs possible for those who attend.
 *
 * `estimateCourse` ranks many courses fast from today's prices; `tryCourse` re-solves the few best ones exactly,
 * warm, and takes the pairs back. Show only the exact numbers.
 */
import type { Engine } from './incremental.ts';
import type { Objective } from './instance.ts';

/** A pair the course would make eligible. */
export interface NewPair {
  readonly person: number;
  readonly vacancy: number;
  readonly score: number;
}

export interface CourseEstimate {
  /** sum of the reduced profits of those chosen, in score points of weight; a rank, not a promise */
  readonly estimate: number;
  /** who should attend, best first */
  readonly persons: readonly number[];
}

/** Chooses who attends by reduced profit: one seat per household, at most `places(v)` chosen for one vacancy. */
export function estimateCourse(
  engine: Engine,
  pairs: readonly NewPair[],
  seats: number,
  household: (person: number) => number,
  places: (vacancy: number) => number,
): CourseEstimate {
  const promising = pairs
    .map((pair) => ({ ...pair, profit: engine.reducedProfit(pair.person, pair.vacancy, pair.score) }))
    .filter((pair) => pair.profit > 0)
    .sort((a, b) => b.profit - a.profit || a.person - b.person || a.vacancy - b.vacancy);
  const households = new Set<number>();
  const used = new Map<number, number>();
  const persons: number[] = [];
  let estimate = 0;
  for (const { person, vacancy, profit } of promising) {
    if (persons.length >= seats) break;
    const taken = used.get(vacancy) ?? 0;
    if (households.has(household(person)) || taken >= places(vacancy)) continue;
    households.add(household(person));
    used.set(vacancy, taken + 1);
    persons.push(person);
    estimate += profit;
  }
  return { estimate, persons };
}

export interface CourseGain {
  readonly before: Objective;
  readonly after: Objective;
  /** vacancy of each attending person in the plan with the course, −1 when none */
  readonly vacancies: readonly number[];
}

/** The exact optimum when these persons attend; the engine is the same before and after. */
export function tryCourse(engine: Engine, pairs: readonly NewPair[], persons: readonly number[]): CourseGain {
  const attending = new Set(persons);
  const added = pairs.filter(
    (pair) => attending.has(pair.person) && !engine.eligible(pair.person, pair.vacancy),
  );
  const before = engine.objective();
  for (const { person, vacancy, score } of added) engine.allow(person, vacancy, score);
  const after = engine.objective();
  const vacancies = persons.map((p) => engine.vacancy(p));
  for (const { person, vacancy } of added) engine.exclude(person, vacancy);
  return { before, after, vacancies };
}
