import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '#matching/certificate.ts';
import { solve } from '#matching/flow.ts';
import { bruteForce, instanceOf, worlds } from './helpers/worlds.ts';

describe('solve', () => {
  it('finds the lexicographic optimum of every small world, with a certificate', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const instance = instanceOf(world);
        const solution = solve(instance);
        expect(solution.objective).toEqual(bruteForce(world));
        expect(certify(instance, solution)).toMatchObject({ valid: true });
      }),
      { numRuns: 3000 },
    );
  });
});
