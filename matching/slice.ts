/**
 * Part of a region's people, settlement by settlement, whom one machine can answer for: a slice carries everything
 * that is asked of its persons, so that many machines answer the questions of one plan.
 */
import { openAnswers } from './answers.ts';
import type { Scope } from './assign.ts';
import { openCandidates } from './candidates.ts';
import { type Context, openContext } from './context.ts';
import { concatenated } from './pairLists.ts';
import type { Above, Answer, Answers, Question } from './questions.ts';
import { remembered } from './remembered.ts';
import type { Household, Person, World } from './types.ts';

/** Persons `from` … `to` − 1 of a scope. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** What a slice holds of the people; vacancies and rules are the same for all. */
export interface SlicePeople {
  readonly households: readonly Household[];
  /** asked about, in the order of the scope */
  readonly persons: readonly Person[];
  /** persons of other slices, or without a wish for work, whom they would like to work beside */
  readonly companions: readonly Person[];
}

/** Cuts a scope between settlements into slices of about `pairs` pairs of person and vacancy each. */
export function slicesOf({ persons, vacancies }: Scope, pairs: number): Slice[] {
  const enough = Math.max(1, Math.floor(pairs / Math.max(1, vacancies.length)));
  const slices: Slice[] = [];
  let from = 0;
  for (let to = 1; to <= persons.length; to++) {
    const within = to < persons.length && persons[to]!.settlementId === persons[to - 1]!.settlementId;
    if (to < persons.length && (within || to - from < enough)) continue;
    slices.push({ from, to });
    from = to;
  }
  return slices;
}

export function sliceOf(scope: Scope, { from, to }: Slice, context: Context): SlicePeople {
  const persons = scope.persons.slice(from, to);
  const own = new Set(persons.map(({ id }) => id));
  const wished = new Set(persons.flatMap(({ wishes }) => wishes.companions));
  const companions = [...wished].flatMap((id) => (own.has(id) ? [] : (context.person(id) ?? [])));
  const households = new Set([...persons, ...companions].map((person) => context.household(person)));
  return { persons, companions, households: [...households] };
}

/** The part of a question that concerns a slice. */
export function questionTo({ from, to }: Slice, question: Question): Question {
  if (question.kind === 'above') return { ...question, bar: question.bar.slice(from, to) };
  if (question.kind === 'reasons') {
    return { ...question, placed: question.placed.slice(from, to), bonus: question.bonus.slice(from, to) };
  }
  return question;
}

export interface SliceAnswer {
  readonly answer: Answer;
  /** ids of the policy rows it rests on */
  readonly policyRows: readonly string[];
}

/** Answers for a slice. `world` holds its people and companions, and the vacancies in the order of the scope. */
export function openSlice(
  world: Omit<World, 'households' | 'persons'>,
  { households, persons, companions }: SlicePeople,
): (question: Question) => SliceAnswer {
  const context = openContext({ ...world, households, persons: [...persons, ...companions] });
  const all = [...persons, ...companions.filter(({ seeking }) => seeking)];
  const candidates = remembered(openCandidates(all, world.vacancies, context), all.length);
  const answer = openAnswers(persons, world.vacancies, candidates);
  return (question) => ({ answer: answer(question), policyRows: context.policies.used() });
}

/** One answer from those of all slices, in their order. */
export function joined(question: Question, parts: readonly Answer[]): Answer {
  if (question.kind === 'best') return concatenated(parts as Answers['best'][]);
  if (question.kind === 'reasons') return (parts as Answers['reasons'][]).flat();
  const found = parts as readonly Above[];
  const lists = concatenated(found.map((part) => part.lists));
  return {
    lists,
    seen: found.reduce((sum, { seen }) => sum + seen, 0),
    complete: found.every(({ complete }) => complete) && lists.vacancy.length <= question.limit,
  };
}
