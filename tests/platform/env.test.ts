import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { EnvError, readEnv, readLauncherEnv } from '#platform/env.ts';

const folder = mkdtempSync(join(tmpdir(), 'leye-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = () => randomBytes(32).toString('base64url');
const oldKey = key();
const newKey = key();
const whole = {
  DATA_DIR: folder,
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5999/leye',
  MEILI_URL: 'http://127.0.0.1:7999',
  MEILI_MASTER_KEY: 'a-master-key-of-some-length',
  JWT_KEYS: `k1:${key()}`,
  FIELD_KEYS: `1:${oldKey},2:${newKey}`,
  BLIND_INDEX_KEY: key(),
};

const messageOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
};

test('the last key of a ring is current and the others stay', () => {
  const { FIELD_KEYS, REDIS_URL, API_PORT } = readEnv({ ...whole, REDIS_URL: '', API_PORT: '0' });
  expect(FIELD_KEYS.current).toBe('2');
  expect(FIELD_KEYS.keys.get('1')).toEqual(Buffer.from(oldKey, 'base64url'));
  expect({ REDIS_URL, API_PORT }).toEqual({ REDIS_URL: undefined, API_PORT: 0 });
});

test('every bad variable is named, and no value is repeated', () => {
  const secret = 'short-secret';
  const message = messageOf(() =>
    readEnv({ ...whole, JWT_KEYS: `k1:${secret}`, DATABASE_URL: 'mysql://x', MEILI_URL: undefined }),
  );
  for (const name of ['JWT_KEYS', 'DATABASE_URL', 'MEILI_URL: is missing']) expect(message).toContain(name);
  expect(message).not.toContain(secret);
});

test('the process wins over the file that a running stack keeps', () => {
  writeFileSync(
    join(folder, 'env'),
    Object.entries({ ...whole, LOG_LEVEL: 'debug', WEB_PORT: '4999' })
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  );
  expect(readEnv({ DATA_DIR: folder, LOG_LEVEL: 'warn' })).toMatchObject({
    LOG_LEVEL: 'warn',
    WEB_PORT: 4999,
  });
});

test('a search server of one’s own needs its key', () => {
  expect(messageOf(() => readLauncherEnv({ MEILI_URL: 'http://search:7700' }))).toContain('MEILI_MASTER_KEY');
  expect(readLauncherEnv({}).DATABASE_URL).toBeUndefined();
});
