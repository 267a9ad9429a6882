import type { ImportCounts } from '#contract/routes/imports.ts';
import type { ImportProblem } from '#drizzle/queries/imports.ts';
import { type ProblemCode, problemKinds } from '#ledgers/problems.ts';
import type { RowPlan } from './ledgerWork.ts';
import { type DatabaseProblemCode, databaseProblems } from './problems.ts';

/** Counts the rows of a dry run as they pass. */
export function openTally() {
  const effects = { added: 0, changed: 0, same: 0, refused: 0 };
  const codes = new Map<string, number>();
  const count = (problems: readonly ImportProblem[]) => {
    for (const { code } of problems) codes.set(code, (codes.get(code) ?? 0) + 1);
  };
  return {
    add(effect: RowPlan['effect'], problems: readonly ImportProblem[]) {
      effects[effect]++;
      count(problems);
    },
    counts(
      afterwards: readonly ImportProblem[],
    ): Omit<ImportCounts, 'groups' | 'unknownColumns' | 'missingColumns'> {
      count(afterwards);
      const { added, changed, same, refused } = effects;
      const valid = added + changed + same;
      return {
        rows: valid + refused,
        valid,
        invalid: refused,
        added,
        changed,
        same,
        problems: [...codes]
          .map(([code, count]) => ({ code, reason: titleOf(code), count }))
          .sort((a, b) => b.count - a.count),
      };
    },
  };
}

function titleOf(code: string): string {
  if (Object.hasOwn(problemKinds, code)) return problemKinds[code as ProblemCode].title;
  return databaseProblems[code as DatabaseProblemCode];
}
