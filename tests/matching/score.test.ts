import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openContext } from '#matching/context.ts';
import { score, scoreParts } from '#matching/score.ts';
import type { Person, Vacancy } from '#matching/types.ts';
import { type PartCode, weights } from '#matching/weights.ts';
import { person, randomWorld, vacancy, world } from '../helpers/matchingWorlds.ts';

const pointsFor = (code: PartCode, p: Person, v: Vacancy, others: Person[] = []): number => {
  const context = openContext(world({ persons: [p, ...others], vacancies: [v] }));
  return scoreParts(p, v, context).find((part) => part.code === code)!.points;
};

describe('score', () => {
  test('the weights are a thousand points', () => {
    expect(Object.values<number>(weights).reduce((a, b) => a + b)).toBe(1000);
  });

  test('parts are whole, within their weight, and add up; ids decide nothing', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const input = randomWorld(seed, { households: 4, vacancies: 4 });
        const context = openContext(input);
        const renamed = openContext({
          ...input,
          persons: input.persons.map((p) => ({ ...p, id: `x${p.id}`, refused: [] })),
        });
        for (const p of input.persons) {
          for (const v of input.vacancies) {
            const parts = scoreParts(p, v, context);
            for (const { code, points, max } of parts) {
              expect(max).toBe(weights[code]);
              expect(Number.isInteger(points) && points >= 0 && points <= max).toBe(true);
            }
            expect(parts.map((part) => part.code).sort()).toEqual(Object.keys(weights).sort());
            expect(score(p, v, context)).toBe(parts.reduce((sum, part) => sum + part.points, 0));
            const lone = { ...p, wishes: { ...p.wishes, companions: [] } };
            expect(score({ ...lone, id: `x${p.id}` }, { ...v, id: 'other' }, renamed)).toBe(
              score(lone, v, context),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  const better: [PartCode, string, Person, Vacancy, Person, Vacancy][] = [
    [
      'skill',
      'a tailor suits the sewing line better than a cook',
      person({ skills: ['4-10-02-01'] }),
      vacancy(),
      person({ skills: ['4-03-02-01'] }),
      vacancy(),
    ],
    [
      'skill',
      'cooking for the family is worth something in a kitchen',
      person({ skills: ['HOME-COOKING'] }),
      vacancy({ occupation: '4-03-02-01' }),
      person(),
      vacancy({ occupation: '4-03-02-01' }),
    ],
    [
      'pay',
      'well above the wish beats just at it',
      person({ wishes: { minPay: 2000 } }),
      vacancy(),
      person({ wishes: { minPay: 2800 } }),
      vacancy(),
    ],
    [
      'wish',
      'the wished trade beats no wish',
      person({ wishes: { occupations: ['6-05-01-03'] } }),
      vacancy(),
      person(),
      vacancy(),
    ],
    [
      'wish',
      'no wish beats a wish for something else',
      person(),
      vacancy(),
      person({ wishes: { occupations: ['4-03-02-01'] } }),
      vacancy(),
    ],
    [
      'minutes',
      'next door beats the next settlement',
      person(),
      vacancy(),
      person(),
      vacancy({ settlementId: 's2' }),
    ],
    [
      'minutes',
      'a daily way beats living there',
      person(),
      vacancy({ settlementId: 's2' }),
      person(),
      vacancy({ settlementId: null }),
    ],
    [
      'hours',
      'an hour of slack around school beats none',
      person({ care: { kind: 'child', freeFrom: 420, freeUntil: 1080 } }),
      vacancy(),
      person({ care: { kind: 'child', freeFrom: 475, freeUntil: 1025 } }),
      vacancy(),
    ],
    ['hours', 'eight hours beat eleven', person(), vacancy(), person(), vacancy({ hoursPerDay: 11 })],
    [
      'stability',
      'insured work beats uninsured',
      person(),
      vacancy({ insurance: true }),
      person(),
      vacancy(),
    ],
    [
      'lodging',
      'a bed for somebody who needs one',
      person({ wishes: { needsLodging: true } }),
      vacancy({ lodging: true }),
      person({ wishes: { needsLodging: true } }),
      vacancy(),
    ],
    [
      'gentle',
      'one strain beats three for a body to be spared',
      person({ limits: ['night'] }),
      vacancy({ strains: ['dust'] }),
      person({ limits: ['night'] }),
      vacancy({ strains: ['dust', 'heights', 'hearing'] }),
    ],
    [
      'language',
      'among neighbours without Putonghua',
      person({ speaksPutonghua: false }),
      vacancy(),
      person({ speaksPutonghua: false }),
      vacancy({ region: 'outside' }),
    ],
  ]; // prettier-ignore
  test.each(better)('%s: %s', (code, _, p, v, q, w) => {
    expect(pointsFor(code, p, v)).toBeGreaterThan(pointsFor(code, q, w));
  });

  describe('companions', () => {
    const wife = person({ id: 'p1', wishes: { companions: ['p2'] } });
    test('already there', () => {
      expect(pointsFor('companions', wife, vacancy(), [person({ id: 'p2', employerId: 'e1' })])).toBe(50);
    });
    test('could come along when there are two places', () => {
      expect(pointsFor('companions', wife, vacancy({ places: 2 }), [person({ id: 'p2' })])).toBe(50);
      expect(pointsFor('companions', wife, vacancy({ places: 1 }), [person({ id: 'p2' })])).toBe(0);
    });
    test('not eligible there', () => {
      const husband = person({ id: 'p2', limits: ['dust'] });
      expect(pointsFor('companions', wife, vacancy({ places: 2, strains: ['dust'] }), [husband])).toBe(0);
    });
  });
});
