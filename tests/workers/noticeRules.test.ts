import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay, type NoticePolicy, outOfQuiet, slotFor } from '../../workers/notices/rules.ts';

const HOUR = 3_600_000;
const hour = fc.integer({ min: 0, max: 23 });
const policy: fc.Arbitrary<NoticePolicy> = fc.record({
  quietFrom: hour,
  quietUntil: hour,
  dailyMax: fc.integer({ min: 1, max: 4 }),
});
const moment = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((milliseconds) => new Date(milliseconds));

/** An oracle of its own: walks the clock hour by hour, as somebody with a watch in Guizhou would. */
const hourInShanghai = (at: Date) =>
  Number(
    new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', hour: 'numeric', hourCycle: 'h23' }).format(
      at,
    ),
  );
function isQuiet(at: Date, { quietFrom, quietUntil }: NoticePolicy): boolean {
  for (let h = quietFrom; h !== quietUntil; h = (h + 1) % 24) if (hourInShanghai(at) === h) return true;
  return false;
}

describe('quiet hours', () => {
  it('are kept, the wait is the shortest there is, and what may ring does not wait', () => {
    fc.assert(
      fc.property(moment, policy, (at, rules) => {
        const slot = outOfQuiet(at, rules);
        expect(isQuiet(slot, rules)).toBe(false);
        expect(slot.getTime()).toBeGreaterThanOrEqual(at.getTime());
        if (!isQuiet(at, rules)) expect(slot).toEqual(at);
        for (let t = at.getTime(); t < slot.getTime(); t += HOUR)
          expect(isQuiet(new Date(t), rules)).toBe(true);
        expect(slot.getTime() - at.getTime()).toBeLessThan(24 * HOUR);
      }),
    );
  });

  it('of 21 to 8 move a message of the night to the morning', () => {
    const rules = { quietFrom: 21, quietUntil: 8, dailyMax: 3 };
    const at = (text: string) => outOfQuiet(new Date(`${text}+08:00`), rules).toISOString();
    expect(at('2026-11-22T20:59:59')).toBe('2026-11-22T12:59:59.000Z');
    expect(at('2026-11-22T21:00:00')).toBe('2026-11-23T00:00:00.000Z');
    expect(at('2026-11-23T07:59:00')).toBe('2026-11-23T00:00:00.000Z');
  });
});

describe('the limit of a day', () => {
  const reaches = fc.array(fc.constantFrom('must', 'may', 'inbox' as const), { maxLength: 40 });

  it('is never passed; what must arrive waits for another day, what may stays in the inbox', () => {
    fc.assert(
      fc.property(moment, policy, reaches, (at, rules, asked) => {
        const taken = new Map<string, number>();
        for (const reach of asked) {
          const slot = slotFor(at, reach, rules, taken);
          if (reach === 'inbox') expect(slot).toBeNull();
          if (slot === null) continue;
          expect(isQuiet(slot, rules)).toBe(false);
          expect(slot.getTime()).toBeGreaterThanOrEqual(at.getTime());
          const day = localDay(slot);
          const before = taken.get(day) ?? 0;
          expect(before).toBeLessThan(rules.dailyMax);
          if (reach === 'may') expect(day).toBe(localDay(outOfQuiet(at, rules)));
          taken.set(day, before + 1);
        }
        const room = rules.dailyMax * 4;
        const must = asked.filter((reach) => reach === 'must').length;
        const others = asked.filter((reach) => reach === 'may').length;
        // With room for all, nothing that must arrive is left out.
        if (must + others <= room) {
          const sent = [...taken.values()].reduce((sum, n) => sum + n, 0);
          expect(sent).toBeGreaterThanOrEqual(must);
        }
      }),
    );
  });
});
