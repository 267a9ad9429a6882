/** Scores as look-ups: each part of score.ts is judged at most once per pair of distinct features. */
import { groupQuestions } from './classes.ts';
import type { Context } from './context.ts';
import type { Features } from './factor.ts';
import { type Part, parts, pointsOf } from './score.ts';
import { weights } from './weights.ts';

export interface Table {
  /** [persons] offset of the person's row in `points` */
  readonly rowOf: Int32Array;
  /** [vacancies] column of the vacancy; null = one column per vacancy */
  readonly columnOf: Int32Array | null;
  /** `unknown` where nobody has asked yet */
  readonly points: Uint16Array;
  /** works out `points[at]` */
  judge(at: number): number;
}

/** No part is worth so much. */
export const unknown = 0xffff;

/** Enough to merge the small parts, few enough to stay in the cache. */
const mergedClasses = 512;

/** A person's score is the sum over the tables, companions apart: they depend on a third person. */
export function openTables(features: Features, nV: number, context: Context): readonly Table[] {
  const tables = parts.map((part) => tableOf(part, features, context));
  return groupQuestions(
    tables.map((table) => table.keyOf),
    mergedClasses,
  ).map(({ questions, classOf, sample }): Table => {
    if (sample.length > mergedClasses) return tables[questions[0]!]!;
    const points = new Uint16Array(sample.length * nV);
    const merged = questions.map((q) => tables[q]!);
    sample.forEach((p, c) => {
      for (const { rowOf, columnOf, points: of, judge } of merged) {
        for (let v = 0; v < nV; v++) {
          const at = rowOf[p]! + columnOf[v]!;
          points[c * nV + v]! += of[at] === unknown ? judge(at) : of[at]!;
        }
      }
    });
    return { rowOf: classOf.map((c) => c * nV), columnOf: null, points, judge: (at) => points[at]! };
  });
}

/** One part, judged when it is first asked about: most pairs of features belong to nobody's eligible pairs. */
function tableOf(part: Part, features: Features, context: Context) {
  const left = features.persons(part.person);
  const right = features.vacancies(part.vacancy);
  const width = right.features.length;
  const weight = weights[part.code];
  const points = new Uint16Array(left.features.length * width).fill(unknown);
  const judge = (at: number): number => {
    const person = left.features[Math.floor(at / width)]!;
    const vacancy = right.features[at % width]!;
    points[at] = pointsOf(weight, part.fraction(person, vacancy, context));
    return points[at]!;
  };
  return { keyOf: left.keyOf, rowOf: left.keyOf.map((k) => k * width), columnOf: right.keyOf, points, judge };
}
