import { describe, expect, it } from 'vitest';
import { certify } from '#matching/certificate.ts';
import { solve } from '#matching/flow.ts';
import { Engine } from '#matching/incremental.ts';
import type { Instance } from '#matching/instance.ts';
import { adversarial } from '../../bench/instances/adversarial.ts';
import { families, type Spec } from '../../bench/instances/families.ts';
import { generate } from '../../bench/instances/generate.ts';
import { Rng } from '../../bench/instances/rng.ts';
import { highsValue } from '../../bench/peers/highs.ts';

const village = families.village!;
const shapes: readonly Spec[] = [
  village,
  { ...village, name: 'scarce', seed: 1, positions: 150, nV: 60 },
  { ...village, name: 'seeking', seed: 2, seekShare: 0.3 },
  { ...village, name: 'public', seed: 3, pubShare: 0.5, positions: 250 },
];

describe('solve', () => {
  it.each(shapes)('agrees with HiGHS on a village ($name)', async (spec) => {
    const instance = generate(spec);
    const { valid, value } = certify(instance, solve(instance));
    expect(valid).toBe(true);
    expect(value).toBe(await highsValue(instance));
  });

  it.each(Object.entries(adversarial()))('certifies %s, chains and wars included', (_, instance) => {
    expect(certify(instance, solve(instance))).toMatchObject({ valid: true });
  });

  it('certifies a county and a town short of posts, and starts warm from any prices', () => {
    for (const name of ['county', 'towncrunch'] as const) {
      const instance = generate(families[name]!);
      const solution = solve(instance);
      expect(certify(instance, solution).valid).toBe(true);
      const random = new Rng(9);
      const price = solution.price.map((x) => Math.max(0, x + random.int(41) - 20));
      const again = solve(instance, { start: { match: solution.match, price } });
      expect(again.objective).toEqual(solution.objective);
      expect(certify(instance, again).valid).toBe(true);
    }
  });

  it('is deterministic', () => {
    const instance = generate(families.town!);
    expect(solve(instance)).toEqual(solve(instance));
  });

  it('takes any integer scores', async () => {
    const instance = generate({ ...village, seed: 4 });
    const wide: Instance = { ...instance, eScore: instance.eScore.map((s, e) => (s - 500) * ((e % 7) + 1)) };
    const { valid, value } = certify(wide, solve(wide));
    expect(valid).toBe(true);
    expect(value).toBe(await highsValue(wide));
  });
});

describe('certify', () => {
  const instance = generate(village);
  const solution = solve(instance);
  const placed = solution.match.findIndex((v) => v >= 0);

  it('refuses a worse plan, infeasible plans, and prices that prove nothing', () => {
    const without = solution.match.with(placed, -1);
    expect(certify(instance, { ...solution, match: without }).reason).toMatch('gap');
    expect(certify(instance, { ...solution, price: solution.price.map((x) => x + 1) }).reason).toMatch('gap');
    expect(certify(instance, { ...solution, price: solution.price.with(0, -1) }).reason).toMatch('negative');
    expect(certify(instance, { ...solution, price: solution.price.with(0, Number.NaN) }).reason).toMatch(
      'negative',
    );
    const eligible = new Set(instance.eV.subarray(instance.eStart[0]!, instance.eStart[1]!));
    const stranger = instance.vKind.findIndex((_, v) => !eligible.has(v));
    expect(certify(instance, { ...solution, match: solution.match.with(0, stranger) }).reason).toMatch(
      'not eligible',
    );
    const full = solution.match[placed]!;
    const closed = { ...instance, vCap: instance.vCap.with(full, 0) };
    expect(certify(closed, solution).reason).toMatch('places');
    expect(certify(instance, { ...solution, M: 5 }).reason).toMatch('M = 5');
  });
});

describe('Engine on a town', () => {
  it('stays certified through a stream of changes', () => {
    const instance = generate(families.town!);
    const engine = new Engine(instance);
    const random = new Rng(3);
    for (let k = 0; k < 400; k++) {
      const v = random.int(instance.nV);
      const p = random.int(instance.nP);
      const held = engine.vacancy(p);
      if (k % 4 === 0) engine.changeCapacity(v, random.int(12));
      else if (k % 4 === 1) engine.setCovered(random.int(instance.nH), k % 8 === 1);
      else if (k % 4 === 2 && held >= 0) engine.exclude(p, held);
      else if (instance.eStart[p + 1]! > instance.eStart[p]!)
        engine.allow(p, instance.eV[instance.eStart[p]!]!, random.int(1001));
    }
    const { instance: now, solution } = engine.snapshot();
    expect(certify(now, solution).valid).toBe(true);
    expect(solution.objective).toEqual(solve(now).objective);
  });
});
