import { type FieldProblem, type ProblemCode, type ProblemDocument, problems } from '#contract/problems.ts';

export interface ProblemDetails {
  /** Chinese, for people; never personal data */
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
  /** seconds */
  readonly retryAfter?: number;
}

/** A refusal the caller can understand; the code is stable, the words come from the catalogue. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.status = problems[code].status;
    this.details = details;
  }

  /** application/problem+json, RFC 9457 */
  toDocument(requestId: string): ProblemDocument {
    const { detail, fields, retryAfter } = this.details;
    return {
      type: `urn:leye:problem:${this.code}`,
      code: this.code,
      title: problems[this.code].title,
      status: this.status,
      ...(detail !== undefined && { detail }),
      ...(fields && { fields: [...fields] }),
      ...(retryAfter !== undefined && { retryAfter }),
      requestId,
    };
  }
}

export const notFound = () => new Problem('not_found');

export const invalidField = (field: string, reason: string) =>
  new Problem('invalid_input', { fields: [{ field, reason }] });

/** @throws Problem not_found for null and undefined, the one answer for absent and out of scope */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}
