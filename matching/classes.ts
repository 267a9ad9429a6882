/** Persons who answer a group of questions alike form a class; what a class answers is worked out once. */
export interface Group {
  /** positions of the questions, as given */
  readonly questions: readonly number[];
  /** [persons] class of each person */
  readonly classOf: Int32Array;
  /** one person of each class */
  readonly sample: readonly number[];
}

/**
 * Packs questions into few groups of at most `limit` classes each; a question with more stays alone.
 * @param answers per question the number of each person's answer, counted from 0
 */
export function groupQuestions(answers: readonly Int32Array[], limit: number): Group[] {
  const groups: Group[] = [];
  const alone = answers.map((keys, q) => ({ questions: [q], ...classesOf(keys) }));
  for (const next of alone.sort((a, b) => a.sample.length - b.sample.length)) {
    const last = groups.at(-1);
    const joined = last && join(last, next, limit);
    if (joined) groups[groups.length - 1] = joined;
    else groups.push(next);
  }
  return groups;
}

/** Null when the two together make more than `limit` classes. */
function join(a: Group, b: Group, limit: number): Group | null {
  if (a.sample.length > limit || b.sample.length > limit) return null;
  const width = b.sample.length;
  const both = classesOf(
    a.classOf.map((c, p) => c * width + b.classOf[p]!),
    limit,
  );
  return both.sample.length > limit ? null : { questions: [...a.questions, ...b.questions], ...both };
}

/** Numbers the keys in order of appearance; gives up after `limit` + 1. */
function classesOf(keys: Int32Array, limit = keys.length): Omit<Group, 'questions'> {
  const number = new Int32Array(keys.reduce((a, b) => Math.max(a, b), 0) + 1);
  const sample: number[] = [];
  const classOf = new Int32Array(keys.length);
  for (let p = 0; p < keys.length && sample.length <= limit; p++) {
    const key = keys[p]!;
    if (number[key] === 0) number[key] = sample.push(p);
    classOf[p] = number[key]! - 1;
  }
  return { classOf, sample };
}
