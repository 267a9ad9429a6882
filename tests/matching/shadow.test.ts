import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '#matching/certificate.ts';
import { estimateCourse, tryCourse } from '#matching/course.ts';
import { solve } from '#matching/flow.ts';
import { Engine } from '#matching/incremental.ts';
import { placeGains } from '#matching/shadow.ts';
import { closestTo } from '#matching/stable.ts';
import { bruteForce, instanceOf, type World, worlds } from './helpers/worlds.ts';

describe('placeGains', () => {
  it('equals a re-solve with one more place, at every vacancy', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const instance = instanceOf(world);
        const solution = solve(instance);
        const before = certify(instance, solution);
        const { gain, person, household } = placeGains(instance, solution);
        for (let v = 0; v < instance.nV; v++) {
          const more = { ...instance, vCap: instance.vCap.map((n, w) => (w === v ? n + 1 : n)) };
          const after = certify(more, solve(more));
          expect(gain[v]).toBe(after.value - before.value);
          const { covered, placed } = before.objective;
          const h = household[v]!;
          const newly = covered.map((n, tier) => n + (h >= 0 && instance.hTier[h] === tier ? 1 : 0));
          expect(after.objective.covered).toEqual(newly);
          expect(after.objective.placed).toBe(placed + (person[v]! >= 0 ? 1 : 0));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('courses', () => {
  it('tells the exact gain and leaves the engine as it was', () => {
    const pair = fc.record({ person: fc.nat(6), vacancy: fc.nat(3), score: fc.nat(1000) });
    fc.assert(
      fc.property(
        worlds(),
        fc.array(pair, { maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        (world, drawn, seats) => {
          const pairs = drawn.filter(
            (d) => d.person < world.household.length && d.vacancy < world.places.length,
          );
          const engine = new Engine(instanceOf(world));
          const course = estimateCourse(
            engine,
            pairs,
            seats,
            (p) => world.household[p]!,
            (v) => world.places[v]!,
          );
          const { before, after } = tryCourse(engine, pairs, course.persons);
          const known = new Set(world.pairs.map(([p, v]) => `${p} ${v}`));
          const taught: World['pairs'] = pairs
            .filter((d) => course.persons.includes(d.person) && !known.has(`${d.person} ${d.vacancy}`))
            .map((d) => [d.person, d.vacancy, d.score]);
          const unique = new Map([...taught].map((e) => [`${e[0]} ${e[1]}`, e]));
          expect(before).toEqual(bruteForce(world));
          expect(after).toEqual(bruteForce({ ...world, pairs: [...world.pairs, ...unique.values()] }));
          expect(engine.objective()).toEqual(before);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('closestTo', () => {
  it('keeps as many people as any optimal plan can, and stays optimal', () => {
    fc.assert(
      fc.property(
        worlds(),
        fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 7, maxLength: 7 }),
        (world, drawn) => {
          const ties = { ...world, pairs: world.pairs.map(([p, v, s]) => [p, v, s % 2] as const) };
          const instance = instanceOf(ties);
          const today = Int32Array.from(world.household, (_, p) => drawn[p]!);
          const solution = solve(instance);
          const kept = closestTo(instance, solution, today);
          expect(certify(instance, kept)).toMatchObject({ valid: true, objective: solution.objective });
          let most = 0;
          const value = (plan: readonly number[]) => plan.filter((v, p) => v === today[p]).length;
          bruteForce(ties, (plan) => {
            const match = Int32Array.from(plan);
            if (certify(instance, { ...solution, match }).valid) most = Math.max(most, value(plan));
            return true;
          });
          expect(value(Array.from(kept.match))).toBe(most);
        },
      ),
      { numRuns: 200 },
    );
  });
});
