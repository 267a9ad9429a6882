import { type ActionFailure, fail } from '@sveltejs/kit';
import { type ProblemDocument, problems } from '$contract/problems.ts';

/** The API refused, and said why. Loads let it fly: `handleError` turns it into an error page. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.title);
    this.document = document;
  }
}

/** The API did not answer, or answered something that is no problem document. */
export function unavailable(requestId: string, status: 500 | 503 = 503): ApiProblem {
  const code = status === 503 ? 'unavailable' : 'internal';
  return new ApiProblem({ type: 'about:blank', code, ...problems[code], requestId });
}

/** For what a page can do without: null where the API refuses for one of these reasons; anything else keeps flying. */
export const orNull =
  (...codes: ProblemDocument['code'][]) =>
  (thrown: unknown): null => {
    if (thrown instanceof ApiProblem && codes.includes(thrown.document.code)) return null;
    throw thrown;
  };

/** What a form shows after a refusal: one sentence, and a reason per field. */
export interface FormProblem {
  readonly title: string;
  readonly detail: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId: string;
}

/** For form actions: a refusal becomes `form.problem`; anything else keeps flying. */
export function refused<T extends Record<string, unknown>>(
  thrown: unknown,
  keep: T,
): ActionFailure<T & { problem: FormProblem }> {
  if (!(thrown instanceof ApiProblem)) throw thrown;
  const { status, title, detail, fields, requestId } = thrown.document;
  // As the form has them: the wizard's answers stand one level deeper in the body.
  const byName = (fields ?? []).map(({ field, reason }) => [field.replace(/^body\.(fields\.)?/, ''), reason]);
  return fail(status, {
    ...keep,
    problem: { title, detail: detail ?? null, fields: Object.fromEntries(byName), requestId },
  });
}
