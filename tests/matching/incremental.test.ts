import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '#matching/certificate.ts';
import { solve } from '#matching/flow.ts';
import { Engine } from '#matching/incremental.ts';
import { instanceOf, worlds } from './helpers/worlds.ts';

/** One change: which, and numbers to choose its arguments with. */
const change = fc.tuple(
  fc.integer({ min: 0, max: 10 }),
  fc.nat(),
  fc.nat(),
  fc.nat(),
  fc.integer({ min: 0, max: 1000 }),
);

function apply(
  engine: Engine,
  removed: Set<number>,
  [what, a, b, c, score]: readonly number[] & { length: 5 },
): void {
  const { instance, locked } = engine.snapshot();
  const { nH, nP, nV } = instance;
  const p = a! % nP;
  const v = b! % nV;
  const eligible = instance.eV.subarray(instance.eStart[p]!, instance.eStart[p + 1]!);
  const offers = (n: number) =>
    Array.from({ length: Math.min(n, 1 + (c! % 3)) }, (_, k) => ({
      with: (b! + k) % n,
      score: (score! * (k + 1)) % 1001,
    }));
  if (what === 0) engine.addPerson(a! % nH, offers(nV));
  else if (what === 1 && !removed.has(p)) {
    engine.removePerson(p);
    removed.add(p);
  } else if (what === 2)
    engine.openVacancy(
      (a! % 3) as 0 | 1 | 2,
      c! % 3,
      offers(nP).filter((o) => !removed.has(o.with)),
    );
  else if (what === 3 && ![...locked.values()].includes(v)) engine.closeVacancy(v);
  else if (what === 4)
    engine.changeCapacity(v, (c! % 4) + [...locked.values()].filter((w) => w === v).length);
  else if (what === 5 && !removed.has(p)) engine.exclude(p, v);
  else if (what === 6 && !removed.has(p)) engine.allow(p, v, score!);
  else if (what === 7 && eligible.length > 0) {
    const target = eligible[c! % eligible.length]!;
    if (instance.vCap[target]! > 0) engine.lock(p, target);
  } else if (what === 8) engine.unlock(p);
  else if (what === 9) engine.setCovered(a! % nH, b! % 2 === 0);
  else if (what === 10) engine.addPerson(engine.addHousehold((a! % 3) as 0 | 1 | 2), offers(nV));
}

describe('Engine', () => {
  it('equals a solve from scratch after every change of long random streams', () => {
    fc.assert(
      fc.property(
        worlds({ households: 6, persons: 9, vacancies: 5 }),
        fc.array(change, { maxLength: 40 }),
        (world, changes) => {
          const engine = new Engine(instanceOf(world));
          const removed = new Set<number>();
          for (const step of changes) {
            apply(engine, removed, step);
            const { instance, solution } = engine.snapshot();
            expect(solution.objective).toEqual(solve(instance).objective);
            expect(certify(instance, solution)).toMatchObject({ valid: true });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
