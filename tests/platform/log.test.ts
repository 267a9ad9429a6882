import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskNumbers, openLog } from '#platform/log.ts';

function written(write: (log: ReturnType<typeof openLog>) => void): string {
  let text = '';
  write(openLog({ part: 'test', level: 'info', destination: { write: (line) => (text += line) } }));
  return text;
}

test('names, phones and IDs do not reach the log, whether as fields or inside texts', () => {
  const text = written((log) => {
    log.info({ person: { name: '王秀英', idNumber: '520201198003154321' } }, 'row');
    log.info({ request: { headers: { authorization: 'Bearer abc', 'set-cookie': 'r=abc' } } });
    log.error(new Error('duplicate key (phone)=(13985012345), (id)=(52020119800315432X)'));
  });
  for (const private_ of ['王秀英', '520201198003154321', 'abc', '13985012345', '52020119800315432X']) {
    expect(text).not.toContain(private_);
  }
  expect(text).toContain('duplicate key');
});

test('what only looks like a number of a person stays', () => {
  const line = '{"time":"2026-11-22T04:05:33.082Z","ms":1795321118627,"run":"019aa3f0-13985012345a-7000"}';
  expect(maskNumbers(line)).toBe(line);
});

test('every mobile number and ID number is masked wherever it stands', () => {
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/);
  const id = fc.stringMatching(/^[1-9]\d{16}[\dXx]$/);
  fc.assert(
    fc.property(fc.oneof(phone, id), fc.constantFrom('', ' ', '号', '=', '"', '('), (number, before) => {
      expect(maskNumbers(`${before}${number},`)).not.toContain(number);
    }),
  );
});
