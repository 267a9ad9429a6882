import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAdvertisement, rewrite } from '../../adcheck/check.ts';
import { fold } from '../../adcheck/text/fold.ts';
import { labelled, standards } from './labelled.ts';

const check = (text: string) => checkAdvertisement(text, standards);
const unlawful = labelled.filter(({ kind, isHeldOut }) => kind === 'plain' && !isHeldOut);

it('rewrites into an advertisement that passes, nearly always at once', () => {
  const mended = unlawful.filter(({ text }) => {
    const once = rewrite(text, check(text));
    return check(rewrite(once, check(once))).verdict === 'ok';
  });
  expect(mended.length / unlawful.length).toBeGreaterThanOrEqual(0.95);
});

it('quotes phrases that stand in the advertisement', () => {
  for (const { text } of labelled) {
    for (const { phrase } of check(text).findings) {
      expect(phrase).not.toBe('');
      expect(text).toContain(phrase);
    }
  }
});

describe('never throws', () => {
  it('on any string, lone surrogates and NUL among them', () => {
    const odd = fc.constantFrom(
      '\0',
      '\ud800',
      '\udc00',
      '押',
      '金',
      '男',
      '女',
      'nan',
      '岁',
      '8',
      '-',
      ',',
      '👩‍🍳',
      '\u202e',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('');
        for (const { phrase } of check(text).findings) expect(text).toContain(phrase);
      }),
    );
  });

  it.each([
    '',
    ' ',
    '\0'.repeat(1000),
    '\ud800',
    '押'.repeat(100_000),
    '1'.repeat(100_000),
    '男,'.repeat(50_000),
  ])('on naughty strings (%#)', (text) => {
    expect(() => check(text)).not.toThrow();
  });
});

it('folds every character to one that points back at it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (source) => {
      const { text, original } = fold(source);
      for (let i = 0; i < text.length; i += 1) expect(source).toContain(original(i, i + 1));
    }),
  );
});

/**
 * Rules read with patterns, so the danger is backtracking that grows with the square of the length: four times the
 * text may then cost sixteen times as much. The bound is the whole check of 20,000 characters, generously.
 */
it('stays near linear on long random text', () => {
  const words = fc.constantFrom(
    ...'男女限招不要岁年月元天小时证押金费学贷休加班工资面议一二三0123456789-,。:身份户口本地族信婚育残疾'.split(
      '',
    ),
  );
  const cost = (text: string) => {
    const before = process.cpuUsage();
    check(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  fc.assert(
    fc.property(fc.array(words, { minLength: 20_000, maxLength: 20_000 }), (signs) => {
      expect(cost(signs.join(''))).toBeLessThan(2_000_000);
    }),
    { numRuns: 5 },
  );
});
