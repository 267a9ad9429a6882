/** For somebody no post is open to: which single rule stands between, and how many posts it closes. */
import type { Candidates } from './candidates.ts';
import { popCount } from './masks.ts';
import type { Reason, Relaxation } from './plan.ts';
import type { RefusalCode } from './refusals.ts';
import type { Person } from './types.ts';

const named = 3;
const publicRules: readonly RefusalCode[] = [
  'public_not_recognised',
  'public_placements_used',
  'public_entry_age',
  'public_household_limit',
];

/** The reason for a person without a single eligible vacancy, by index. */
export function openRelaxations(persons: readonly Person[], { masks }: Candidates): (p: number) => Reason {
  const { rules, base, words } = masks;
  const rest = new Int32Array(words);

  /** Vacancies that only the rules in `given` refuse to person p. */
  function opens(p: number, given: (code: RefusalCode) => boolean): number {
    rest.set(base);
    for (const rule of rules) if (!given(rule.code)) rule.restrict(p, rest);
    let count = 0;
    for (let w = 0; w < words; w++) count += popCount(rest[w]!);
    return count;
  }

  return (p) => {
    const person = persons[p]!;
    if (person.birthDate === null) {
      return { code: 'missing_data', facts: { personIds: [person.id], field: 'birthDate' } };
    }
    const relaxations: Relaxation[] = [];
    for (const { code, silent } of rules) {
      if (silent(p)) continue;
      const count = opens(p, (other) => other === code);
      if (count > 0) relaxations.push({ personId: person.id, code, opens: count });
    }
    relaxations.sort((a, b) => b.opens - a.opens);
    relaxations.splice(named);
    const posts = opens(p, (code) => publicRules.includes(code));
    return posts > 0
      ? { code: 'public_only_unqualified', facts: { posts, relaxations } }
      : { code: 'no_vacancy_in_reach', facts: { relaxations } };
  };
}
