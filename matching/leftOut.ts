/** For everyone without a place, the binding reason, read off the rules and the dual prices. */
import type { Candidates } from './candidates.ts';
import type { LostPost, Reason, Unplaced } from './plan.ts';
import type { WhyLeftOut } from './questions.ts';
import { openRelaxations } from './relaxation.ts';
import type { Person, Tier, Vacancy } from './types.ts';

export const tiers: readonly Tier[] = ['A', 'B', 'C'];
/** Numbers per vacancy in `holders`: tiers A, B, C and others. */
export const holderKinds = tiers.length + 1;
/** Posts named per person. */
const named = 3;

/** In the order of the persons, who come first in `candidates`. */
export function whyLeftOut(
  plan: WhyLeftOut,
  persons: readonly Person[],
  vacancies: readonly Vacancy[],
  candidates: Candidates,
  onPerson: (p: number) => void,
): Unplaced[] {
  const relax = openRelaxations(persons, candidates);
  return persons.flatMap((person, p) => {
    onPerson(p);
    if (plan.placed[p] === 1) return [];
    const posts = lostPosts(plan, p, person.id, vacancies, candidates);
    const reason: Reason = posts.length > 0 ? { code: 'lost_to_priority', facts: { posts } } : relax(p);
    return [{ personId: person.id, householdId: person.householdId, reason }];
  });
}

/** The posts person p is eligible for, nearest to being won first. */
function lostPosts(
  { offer, price, bonus, bonuses, holders, M }: WhyLeftOut,
  p: number,
  personId: string,
  vacancies: readonly Vacancy[],
  candidates: Candidates,
): LostPost[] {
  const n = candidates.scorePerson(p);
  const { vacancy, score } = candidates;
  const own = bonus[p]!;
  const nearest: number[] = [];
  const net = (i: number) => offer[vacancy[i]!]! + score[i]!;
  for (let i = 0; i < n; i++) {
    let at = nearest.length;
    while (at > 0 && net(nearest[at - 1]!) < net(i)) at--;
    if (at < named) nearest.splice(at, 0, i);
    if (nearest.length > named) nearest.pop();
  }
  return nearest.map((i): LostPost => {
    const v = vacancy[i]!;
    const held = (kind: number) => holders[holderKinds * v + kind]!;
    const shortfall = Math.max(0, -(net(i) + own));
    const higher = tiers.some((_, t) => held(t) > 0 && bonuses[t]! > own);
    return {
      personId,
      vacancyId: vacancies[v]!.id,
      score: score[i]!,
      // Scores alone move a price by far less than half of M, a household or a place by at least M.
      by: higher || shortfall >= M / 2 ? 'priority' : 'fit',
      price: price[v]!,
      shortfall,
      holders: { A: held(0), B: held(1), C: held(2), others: held(3) },
    };
  });
}
