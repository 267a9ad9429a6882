import type { ProblemCode } from '../problems.ts';

/** What a normaliser makes of one cell: a value, perhaps with a remark, or the reason there is none. */
export type Result<T> = { readonly value: T; readonly remark?: Fault } | { readonly fault: Fault };

export interface Fault {
  readonly code: ProblemCode;
  /** Chinese, for the person who filled the ledger: what is wrong and what to write */
  readonly reason: string;
}

export const ok = <T>(value: T): Result<T> => ({ value });
export const fault = (code: ProblemCode, reason: string): { readonly fault: Fault } => ({
  fault: { code, reason },
});
/** The value stands, but somebody should look at it. */
export const remarked = <T>(value: T, code: ProblemCode, reason: string): Result<T> => ({
  value,
  remark: { code, reason },
});
