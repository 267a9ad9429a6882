import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCandidates, shortLists } from '#matching/candidates.ts';
import { openContext } from '#matching/context.ts';
import { refusals } from '#matching/eligibility.ts';
import { remembered } from '#matching/remembered.ts';
import { score } from '#matching/score.ts';
import type { World } from '#matching/types.ts';
import { randomWorld } from '../helpers/matchingWorlds.ts';

/** All eligible pairs and scores, straight from the rules. */
const pairsByRule = ({ persons, vacancies, ...rest }: World) => {
  const context = openContext({ persons, vacancies, ...rest });
  return persons.map((p) =>
    vacancies.flatMap((v, at) =>
      refusals(p, v, context).length === 0 ? [[at, score(p, v, context)] as const] : [],
    ),
  );
};

describe('candidates', () => {
  test('bits and look-ups say what rules and parts say', () => {
    let pairs = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 70 }), (seed, vacancies) => {
        const input = randomWorld(seed, { households: 12, vacancies });
        const candidates = openCandidates(input.persons, input.vacancies, openContext(input));
        const found = input.persons.map((_, p) => {
          const n = candidates.scorePerson(p);
          return Array.from({ length: n }, (_, i) => [candidates.vacancy[i]!, candidates.score[i]!] as const);
        });
        expect(found).toEqual(pairsByRule(input));
        pairs += found.flat().length;
      }),
      { numRuns: 150 },
    );
    expect(pairs).toBeGreaterThan(1000);
  });

  test('remembered pairs are the same pairs, whether they fit into memory or not', () => {
    const input = randomWorld(11, { households: 60, vacancies: 60 });
    const wanted = pairsByRule(input);
    const all = wanted.flat().length;
    for (const limit of [0, all >> 1, all]) {
      const candidates = remembered(
        openCandidates(input.persons, input.vacancies, openContext(input)),
        input.persons.length,
        limit,
      );
      for (let round = 0; round < 2; round++) {
        input.persons.forEach((_, p) => {
          const n = candidates.scorePerson(p);
          const pairs = Array.from({ length: n }, (_, i) => [candidates.vacancy[i]!, candidates.score[i]!]);
          expect(pairs).toEqual(wanted[p]);
        });
      }
    }
  });

  test('short lists keep the best k, earlier vacancies first among equals', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 9 }), (seed, k) => {
        const input = randomWorld(seed, { households: 8, vacancies: 40 });
        const candidates = openCandidates(input.persons, input.vacancies, openContext(input));
        const lists = shortLists(candidates, input.persons.length, k);
        const wanted = pairsByRule(input).map((pairs) =>
          pairs
            .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
            .slice(0, k)
            .sort((a, b) => a[0] - b[0]),
        );
        const kept = input.persons.map((_, p) =>
          Array.from({ length: lists.start[p + 1]! - lists.start[p]! }, (_, i) => {
            const at = lists.start[p]! + i;
            return [lists.vacancy[at]!, lists.score[at]!] as const;
          }),
        );
        expect(kept).toEqual(wanted);
      }),
      { numRuns: 100 },
    );
  });
});
