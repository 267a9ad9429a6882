/** Scores as look-ups: each part of score.ts is judged once per pair of distinct features. */
import { groupQuestions } from './classes.ts';
import type { Context } from './context.ts';
import type { Features } from './factor.ts';
import { parts, pointsOf } from './score.ts';
import { weights } from './weights.ts';

export interface Table {
  /** [persons] offset of the person's row in `points` */
  readonly rowOf: Int32Array;
  /** [vacancies] column of the vacancy; null = one column per vacancy */
  readonly columnOf: Int32Array | null;
  readonly points: Uint16Array;
}

/** Enough to merge the small parts, few enough to stay in the cache. */
const mergedClasses = 512;

/** A person's score is the sum over the tables, companions apart: they depend on a third person. */
export function openTables(features: Features, nV: number, context: Context): readonly Table[] {
  const tables = parts.map((part) => {
    const left = features.persons(part.person);
    const right = features.vacancies(part.vacancy);
    const width = right.features.length;
    const points = new Uint16Array(left.features.length * width);
    const weight = weights[part.code];
    let at = 0;
    for (const person of left.features) {
      for (const vacancy of right.features) {
        points[at++] = pointsOf(weight, part.fraction(person, vacancy, context));
      }
    }
    return { keyOf: left.keyOf, rowOf: left.keyOf.map((k) => k * width), columnOf: right.keyOf, points };
  });
  return groupQuestions(
    tables.map((table) => table.keyOf),
    mergedClasses,
  ).map(({ questions, classOf, sample }): Table => {
    if (sample.length > mergedClasses) return tables[questions[0]!]!;
    const points = new Uint16Array(sample.length * nV);
    sample.forEach((p, c) => {
      for (const { rowOf, columnOf, points: of } of questions.map((q) => tables[q]!)) {
        for (let v = 0; v < nV; v++) points[c * nV + v]! += of[rowOf[p]! + columnOf[v]!]!;
      }
    });
    return { rowOf: classOf.map((c) => c * nV), columnOf: null, points };
  });
}
