import { describe, expect, test } from 'vitest';
import type { MissingPolicyError } from '#matching/errors.ts';
import { openPolicies } from '#matching/policy.ts';
import type { PolicyRow } from '#matching/types.ts';

const row = (id: string, region: string, validFrom: string, validTo: string | null = null): PolicyRow => ({
  id,
  key: 'age.work.min',
  region,
  value: 16,
  unit: 'year',
  validFrom,
  validTo,
  documentNumber: '测试文号',
});
const rows = [
  row('nation', '000000', '1995-01-01'),
  row('province-old', '52', '2010-01-01'),
  row('province-new', '520000', '2020-01-01'),
  row('city', '520200', '2015-01-01', '2023-12-31'),
  row('county-next', '520201', '2025-01-01'),
];

describe('policy rows', () => {
  test.each([
    ['2024-06-01', '520201', 'province-new', 'the city row has ended, the county row not begun'],
    ['2023-12-31', '520201', 'city', 'the more specific row wins over the later one'],
    ['2012-06-01', '520201', 'province-old', 'the one of two that has begun'],
    ['2025-01-01', '520201', 'county-next', 'from its first day'],
    ['2025-01-01', '511902', 'nation', 'another province falls back on the country'],
  ])('on %s in %s: %s (%s)', (today, region, id) => {
    expect(openPolicies(rows, today).need('age.work.min', region).id).toBe(id);
  });

  test('remembers what it handed out', () => {
    const policies = openPolicies(rows, '2024-06-01');
    policies.need('age.work.min', '520201');
    policies.find('age.adult', '520201');
    expect(policies.used()).toEqual(['province-new']);
  });

  test('a missing row is an error with key, region and day', () => {
    expect(() => openPolicies(rows, '1990-01-01').need('age.work.min', '520201')).toThrow(
      expect.objectContaining<Partial<MissingPolicyError>>({
        name: 'MissingPolicyError',
        key: 'age.work.min',
        region: '520201',
        today: '1990-01-01',
      }),
    );
  });
});
