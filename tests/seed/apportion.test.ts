import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apportion, spread } from '../../seed/apportion.ts';
import { createRandom } from '../../seed/random.ts';

it('apportions to the exact total, each share within one of its quota', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 90 }),
      (total, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const shares = apportion(total, weights);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [i, share] of shares.entries())
          expect(Math.abs(share - (total * weights[i]!) / sum)).toBeLessThan(1);
      },
    ),
  );
});

it('spreads to the exact sum within the range of the shape', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, level) => {
        const sum = Math.round(count + 4 * count * level);
        const list = spread(createRandom(count), count, sum, { 1: 10, 2: 40, 3: 30, 4: 15, 5: 5 });
        expect(list).toHaveLength(count);
        expect(list.reduce((a, b) => a + b, 0)).toBe(sum);
        expect(list.every((value) => value >= 1 && value <= 5)).toBe(true);
      },
    ),
  );
  expect(() => spread(createRandom(1), 2, 11, { 1: 1, 5: 1 })).toThrow(RangeError);
});
