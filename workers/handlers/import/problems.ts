import type { ImportProblem } from '#drizzle/queries/imports.ts';

/** What only the database knows to be wrong with a row; the titles head the lists of counts. */
export const databaseProblems = {
  unknown_settlement: '没有这个安置点',
  ambiguous_settlement: '有几个安置点都叫这个名字',
  unknown_place: '看不出工作地点在哪里',
  ambiguous_place: '工作地点可能是几个安置点',
  out_of_region: '不在您负责的地区',
  undo_blocked: '之后又被改过，没有撤销',
} as const;

export type DatabaseProblemCode = keyof typeof databaseProblems;

export const problem = (
  code: DatabaseProblemCode,
  column: string | null,
  value: string | null,
  reason: string,
): ImportProblem => ({ column, value, code, reason });
