import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blindIndex,
  decryptField,
  encryptField,
  fieldKeyVersion,
  hashPassword,
  UnreadableField,
  verifyPassword,
} from '#platform/crypto.ts';

const first = randomBytes(32);
const old = { current: '1', keys: new Map([['1', first]]) };
const rotated = {
  current: '2',
  keys: new Map([
    ['1', first],
    ['2', randomBytes(32)],
  ]),
};

test('a field opens in its own record only, and only unchanged', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.uuid(),
      fc.uuid(),
      fc.nat(),
      (text, record, other, at) => {
        fc.pre(record !== other);
        const stored = encryptField(rotated, record, text);
        expect(decryptField(rotated, record, stored)).toBe(text);
        expect(() => decryptField(rotated, other, stored)).toThrow(UnreadableField);
        const bytes = Buffer.from(stored.split('.')[2] ?? '', 'base64url');
        bytes[at % bytes.length]! ^= 1;
        const changed = [...stored.split('.').slice(0, 2), bytes.toString('base64url')].join('.');
        expect(() => decryptField(rotated, record, changed)).toThrow(UnreadableField);
      },
    ),
  );
});

test('after a rotation old fields still open, new ones use the new key, and a lost key is said', () => {
  const stored = encryptField(old, 'person:1', '520201199001011234');
  expect(decryptField(rotated, 'person:1', stored)).toBe('520201199001011234');
  expect([fieldKeyVersion(stored), fieldKeyVersion(encryptField(rotated, 'person:1', 'x'))]).toEqual([
    '1',
    '2',
  ]);
  const lost = { current: '2', keys: new Map([['2', randomBytes(32)]]) };
  expect(() => decryptField(lost, 'person:1', stored)).toThrow(UnreadableField);
});

test('a shortened tag is refused', () => {
  const [version, nonce, body = ''] = encryptField(old, 'r', '').split('.');
  const short = Buffer.from(body, 'base64url').subarray(0, 4).toString('base64url');
  expect(() => decryptField(old, 'r', `${version}.${nonce}.${short}`)).toThrow(UnreadableField);
});

test('blind indexes agree on equal texts of one purpose and one key only', () => {
  const index = blindIndex(first, 'phone', '1');
  expect(blindIndex(first, 'phone', '1')).toBe(index);
  expect(new Set([index, blindIndex(first, 'id', '1'), blindIndex(randomBytes(32), 'phone', '1')]).size).toBe(
    3,
  );
});

test('passwords: argon2id at OWASP strength, equal under Unicode forms, nothing else verifies', async () => {
  const hash = await hashPassword('密码é');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, '密码e\u0301')).toBe(true);
  expect(await verifyPassword(hash, '密码e')).toBe(false);
  expect(await verifyPassword('plain', 'plain')).toBe(false);
});
