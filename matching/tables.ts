/**
 * Scores as look-ups: each part of score.ts is judged once per pair of distinct features, or, where hardly anybody
 * shares a feature, pair by pair when it is needed.
 */
import { groupQuestions } from './classes.ts';
import type { Context } from './context.ts';
import { type Features, seldomSeen } from './factor.ts';
import { type Part, parts, pointsOf } from './score.ts';
import { weights } from './weights.ts';

export interface Table {
  /** [persons] offset of the person's row in `points`; −1 = judged pair by pair */
  readonly rowOf: Int32Array;
  /** [vacancies] column of the vacancy; null = one column per vacancy */
  readonly columnOf: Int32Array | null;
  readonly points: Uint16Array;
  /** points of person p at vacancy v, where there is no row */
  judge(p: number, v: number): number;
}

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
    sample.forEach((p, c) => {
      for (const { rowOf, columnOf, points: of, judge } of questions.map((q) => tables[q]!)) {
        const row = rowOf[p]!;
        for (let v = 0; v < nV; v++) points[c * nV + v]! += row < 0 ? judge(p, v) : of[row + columnOf[v]!]!;
      }
    });
    const rowOf = classOf.map((c) => c * nV);
    return { rowOf, columnOf: null, points, judge: (p, v) => points[rowOf[p]! + v]! };
  });
}

/** One part, judged per pair of features where persons share them. */
function tableOf(part: Part, features: Features, context: Context) {
  const left = features.persons(part.person);
  const right = features.vacancies(part.vacancy);
  const seldom = seldomSeen(left, right);
  const width = right.features.length;
  const weight = weights[part.code];
  const judgeFeatures = (i: number, j: number): number =>
    pointsOf(weight, part.fraction(left.features[i]!, right.features[j]!, context));

  const row = new Int32Array(left.features.length);
  let end = 0;
  for (let i = 0; i < row.length; i++) {
    row[i] = seldom[i] === 1 ? -1 : end;
    if (seldom[i] === 0) end += width;
  }
  const points = new Uint16Array(end);
  for (let i = 0; i < row.length; i++) {
    if (row[i]! >= 0) for (let j = 0; j < width; j++) points[row[i]! + j] = judgeFeatures(i, j);
  }
  return {
    keyOf: left.keyOf,
    rowOf: left.keyOf.map((k) => row[k]!),
    columnOf: right.keyOf,
    points,
    judge: (p: number, v: number) => judgeFeatures(left.keyOf[p]!, right.keyOf[v]!),
  };
}
