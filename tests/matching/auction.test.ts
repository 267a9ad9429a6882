import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '#matching/instance.ts';
import { auction } from '#matching/solver/auction.ts';
import { bid } from '#matching/solver/bids.ts';
import { accept } from '#matching/solver/desks.ts';
import { openHall } from '#matching/solver/hall.ts';
import { FREE } from '#matching/solver/matching.ts';
import { weightsOf, withUnit } from '#matching/solver/objective.ts';
import type { Problem } from '#matching/solver/problem.ts';
import { transform } from '#matching/solver/transform.ts';
import { instanceOf, type World } from './helpers/worlds.ts';

/** The auction's stand-in for M: with it as M its prices are exact but for their rounding down. */
const STAND_IN = 4096;
/** Persons with about ten offers each, for fewer places than persons. */
const crowds: fc.Arbitrary<World> = fc
  .record({
    persons: fc.integer({ min: 20, max: 60 }),
    vacancies: fc.integer({ min: 12, max: 24 }),
    spread: fc.constantFrom(1, 30, 1000),
    dice: fc.infiniteStream(fc.nat()),
  })
  .map(({ persons, vacancies, spread, dice }) => {
    const roll = (n: number): number => dice.next().value! % n;
    const some = (n: number, below: number): number[] => Array.from({ length: n }, () => roll(below));
    const households = Math.ceil(persons / 2);
    return {
      tiers: some(households, 3),
      covered: some(households, 4).map((x) => Number(x === 0)),
      household: some(persons, households),
      places: some(vacancies, 4),
      kinds: some(vacancies, 3),
      pairs: Array.from({ length: persons }, (_, p) =>
        [...new Set(some(12, vacancies))].map((v) => [p, v, roll(spread + 1)] as const),
      ).flat(),
    };
  });

/** The core problem of an instance, in which M is the auction's own stand-in. */
function coreOf(instance: Instance): Problem {
  return transform(instance, withUnit(weightsOf(instance), STAND_IN)).problem;
}

describe('auction', () => {
  it('leaves whoever it placed within one point of her best', () => {
    let placed = 0;
    fc.assert(
      fc.property(crowds, (world) => {
        const problem = coreOf(instanceOf(world));
        const { match, price } = auction(problem, STAND_IN, 1000);
        const { nP, nO, bits, base, cap, out, start, end, edge } = problem;
        const count = new Int32Array(nO);
        for (let p = 0; p < nP; p++) {
          if (match[p] === FREE) continue;
          let best = out[p]!;
          let held = match[p]! < 0 ? out[p]! : Number.NEGATIVE_INFINITY;
          for (let e = start[p]!; e < end[p]!; e++) {
            const o = edge[e]! >> bits;
            const net = (edge[e]! & ((1 << bits) - 1)) + base[o]! - price[o]!;
            best = Math.max(best, net);
            if (o === match[p]) held = Math.max(held, net);
          }
          expect(held).toBeGreaterThanOrEqual(best - 1);
          if (match[p]! >= 0) {
            count[match[p]!]!++;
            placed++;
          }
        }
        for (let o = 0; o < nO; o++) expect(count[o]).toBeLessThanOrEqual(cap[o]!);
      }),
      { numRuns: 300 },
    );
    expect(placed).toBeGreaterThan(0);
  });

  it('has the same rounds however many threads share them', () => {
    fc.assert(
      fc.property(crowds, fc.integer({ min: 2, max: 4 }), (world, parts) => {
        const halls = [1, parts].map((threads) => {
          const problem = coreOf(instanceOf(world));
          const { nP, nO, base } = problem;
          const zero = Int32Array.from({ length: nO }, (_, o) => -64 * base[o]!);
          const hall = openHall(problem, zero, (weight) => 64 * weight, nP, false);
          for (let p = 0; p < nP; p++) hall.person[p] = p;
          for (let round = 0, n = nP; round < 5; round++) {
            for (let part = 0; part < threads; part++) bid(hall, n, 64, 0, part, threads);
            for (let part = 0; part < threads; part++) accept(hall, n, part, threads);
            const losers = hall.loser.subarray(0, n).filter((p) => p >= 0);
            hall.person.set(losers);
            n = losers.length;
          }
          return hall;
        });
        expect(halls[1]).toEqual(halls[0]);
      }),
      { numRuns: 100 },
    );
  });
});
