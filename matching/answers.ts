/** Answers to the questions of planning, by going through the pairs of every person. */
import { Best } from './best.ts';
import { type Candidates, shortLists } from './candidates.ts';
import { whyLeftOut } from './leftOut.ts';
import { PairWriter } from './pairLists.ts';
import type { Above, Answer, PairsAbove, Question } from './questions.ts';
import type { Person, Vacancy } from './types.ts';

/** Called now and then with the share of the answer that is found; may throw to stop. */
export type OnShare = (kind: Question['kind'], share: number) => void;

/** Answers for `persons`, who come first in `candidates`. */
export function openAnswers(
  persons: readonly Person[],
  vacancies: readonly Vacancy[],
  candidates: Candidates,
  onShare: OnShare = () => {},
): (question: Question) => Answer {
  return (question) => {
    const { kind } = question;
    const onPerson = (p: number) => {
      if ((p & 1023) === 0) onShare(kind, p / persons.length);
    };
    if (kind === 'best') return shortLists(candidates, persons.length, question.most, onPerson);
    if (kind === 'above') return pairsAbove(question, candidates, persons.length, onPerson);
    return whyLeftOut(question, persons, vacancies, candidates, onPerson);
  };
}

function pairsAbove(
  { offer, bar, most, limit }: PairsAbove,
  candidates: Candidates,
  nP: number,
  onPerson: (p: number) => void,
): Above {
  const { vacancy, score } = candidates;
  const above = new Int32Array(vacancy.length);
  const best = new Best(Number.isFinite(most) ? most : 0);
  const found = new PairWriter(nP, nP);
  let seen = 0;
  for (let p = 0; p < nP; p++) {
    onPerson(p);
    const n = candidates.scorePerson(p);
    seen += n;
    let size = 0;
    for (let i = 0; i < n; i++) {
      if (offer[vacancy[i]!]! + score[i]! > bar[p]!) above[size++] = i;
    }
    let chosen: Int32Array = above.subarray(0, size);
    if (size > most) {
      best.clear();
      for (const i of chosen) best.add(offer[vacancy[i]!]! + score[i]!, i);
      chosen = best.ascending();
    }
    for (const i of chosen) found.add(vacancy[i]!, score[i]!);
    found.endPerson();
    if (found.count > limit) return { lists: found.lists(), seen, complete: false };
  }
  return { lists: found.lists(), seen, complete: true };
}
