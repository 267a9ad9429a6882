/**
 * Planning looks at the eligible pairs only through questions, each about every person alone. So whoever holds the
 * persons may answer: the thread that plans (answers.ts), or many machines with some settlements each (slice.ts).
 */
import type { PairLists } from './pairLists.ts';
import type { Unplaced } from './plan.ts';

/** [nP] one entry per person asked about, [nV] one per vacancy. */
export type Question =
  /** the `most` best pairs of each person */
  { readonly kind: 'best'; readonly most: number } | PairsAbove | WhyLeftOut;

/** Pairs whose offer and score together exceed the person's bar: of each person the `most` best, in all `limit`. */
export interface PairsAbove {
  readonly kind: 'above';
  /** [nV] */
  readonly offer: Float64Array;
  /** [nP] */
  readonly bar: Float64Array;
  readonly most: number;
  readonly limit: number;
}

/** Why those without a place have none. */
export interface WhyLeftOut {
  readonly kind: 'reasons';
  /** [nP] 1 = has a place */
  readonly placed: Uint8Array;
  /** [nP] what covering the person's household is worth, 0 when it is covered anyhow */
  readonly bonus: Float64Array;
  /** [nV] what a place is worth without the score, and its price */
  readonly offer: Float64Array;
  readonly price: Float64Array;
  /** [4 nV] who is proposed for its places: newly covered households of tier A, B, C, and others */
  readonly holders: Int32Array;
  /** worth of one placement, and of covering a household of tier A, B, C */
  readonly M: number;
  readonly bonuses: readonly [number, number, number];
}

export interface Answers {
  readonly best: PairLists;
  readonly above: Above;
  /** in the order of the persons */
  readonly reasons: readonly Unplaced[];
}
export type QuestionKind = Question['kind'];
export type Answer = Answers[QuestionKind];

export interface Above {
  readonly lists: PairLists;
  /** all eligible pairs */
  readonly seen: number;
  /** false when there were more than `limit`: the lists end somewhere */
  readonly complete: boolean;
}

/** Work that asks as it goes. */
export type Asking<T> = Generator<Question, T, Answer>;

/** One question; the answer has the kind of the question. */
export function* ask<K extends QuestionKind>(question: Extract<Question, { kind: K }>): Asking<Answers[K]> {
  return (yield question) as Answers[K];
}

/** Does the work with answers that are there at once. */
export function answered<T>(asking: Asking<T>, answer: (question: Question) => Answer): T {
  let step = asking.next();
  while (!step.done) step = asking.next(answer(step.value));
  return step.value;
}
