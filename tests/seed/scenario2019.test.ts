import { describe, expect, it } from 'vitest';
import { generateWorld } from '../../seed/generateWorld.ts';
import { cappedMean, expectedIntents } from '../../seed/scenario2019/expect.ts';
import { recorded } from '../../seed/scenario2019/fairs.ts';
import { scenario2019 } from '../../seed/scenario2019/scenario.ts';

describe('what is to be expected', () => {
  it('is the mean over every way the invited can decide', () => {
    for (const p of [0, 0.15, 0.6, 1])
      for (let n = 0; n <= 6; n++)
        for (let cap = 0; cap <= 4; cap++) {
          let mean = 0;
          for (let who = 0; who < 2 ** n; who++) {
            const come = who.toString(2).replaceAll('0', '').length;
            mean += p ** come * (1 - p) ** (n - come) * Math.min(cap, come);
          }
          expect(cappedMean(cap, n, p)).toBeCloseTo(mean, 10);
        }
  });

  it('grows with each assumption and never exceeds places or invitations', () => {
    const posts = [
      { places: 2, invited: 6 },
      { places: 5, invited: 3 },
    ];
    const at = (come: number, agree: number) => expectedIntents(posts, { come, agree });
    expect(at(0.5, 0.3)).toBeLessThan(at(0.7, 0.3));
    expect(at(0.5, 0.3)).toBeLessThan(at(0.5, 0.5));
    expect(at(1, 1)).toBe(5);
  });
});

describe('the fairs of 2019', () => {
  const figures = { fairs: recorded.fairs, stalls: 202, places: 600 };
  const world = generateWorld({ scale: 1 / 10 });
  const found = scenario2019(world, 3, figures);

  it('are drawn with exactly the figures asked for, the same every time', () => {
    expect(found.drawn).toMatchObject(figures);
    expect(scenario2019(world, 3, figures)).toEqual(found);
    expect(recorded).toEqual({ fairs: 24, special: 6, stalls: 2_021, places: 6_000, intents: 107 });
  });

  it('are a funnel whose bound is proved and whose expectation stays under it and over a stroll', () => {
    const { bound, invited, expected, strolling, seekers, suitable } = found;
    expect(bound.proved).toBe(true);
    expect(bound.households).toBeLessThanOrEqual(bound.placed);
    expect(bound.placed).toBeLessThanOrEqual(Math.min(suitable, figures.places));
    expect(suitable).toBeLessThanOrEqual(seekers);
    expect(invited).toBeLessThanOrEqual(3 * figures.places);
    expect(expected.intents).toBeLessThan(bound.placed);
    expect(expected.intents).toBeGreaterThan(strolling.intents);
  });

  it('say how much hangs on every assumption', () => {
    for (const { low, high } of found.sensitivity) {
      expect(low.stayed).toBeLessThan(found.expected.stayed);
      expect(high.stayed).toBeGreaterThan(found.expected.stayed);
    }
    expect(found.breakEven).toBeGreaterThan(0);
  });
});
