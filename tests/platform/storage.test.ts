import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { FileTooLarge, openStorage, safeFileName } from '#platform/storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'leye-storage-'));
const storage = openStorage(folder);
afterAll(() => rmSync(folder, { recursive: true }));

test('what goes in comes out, equal contents are one file, and remove is final', async () => {
  const content = Buffer.from('姓名,身份证号\n');
  const stored = await storage.put(Readable.from([content.subarray(0, 3), content.subarray(3)]));
  expect(await storage.put([content])).toEqual(stored);
  expect(stored.bytes).toBe(content.length);
  expect(await buffer(storage.read(stored.key))).toEqual(content);
  await storage.remove(stored.key);
  await storage.remove(stored.key);
  expect(await storage.has(stored.key)).toBe(false);
});

test('too large a file, or a broken upload, leaves nothing behind', async () => {
  const files = () =>
    readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
  await expect(storage.put([Buffer.alloc(11)], 10)).rejects.toThrow(FileTooLarge);
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('connection lost');
  }
  await expect(storage.put(broken())).rejects.toThrow('connection lost');
  expect(files()).toEqual([]);
});

test('no key leads out of the folder', () => {
  for (const key of ['../../etc/passwd', '', `${'a'.repeat(63)}/`, 'A'.repeat(64)]) {
    expect(() => storage.path(key)).toThrow(RangeError);
  }
});

test('a shown file name has no folders, controls or reserved signs, and keeps its end', () => {
  expect(safeFileName('C:\\台账\\劳动力\u202Excod.xlsx')).toBe('劳动力_xcod.xlsx');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'台账a.. /\\:*?"<>|\0\r\n\u202e\u200b\ufeff𬱖') }),
      (name) => {
        const safe = safeFileName(name);
        expect(safe).toMatch(/^[^\p{Cc}\p{Cf}<>:"/\\|?*]{1,120}$/u);
        expect(safe).not.toMatch(/^\./);
      },
    ),
  );
});
