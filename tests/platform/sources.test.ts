import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digestOf, matchingRules, searchShape } from '#platform/sources.ts';

it('changes with every file among the sources, and with nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leye-sources-'));
  try {
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    const digest = () => digestOf(['a.ts', 'b.ts'], folder);
    await write('a.ts', 'one');
    const first = digest();
    await write('other.ts', 'not asked for');
    expect(digest()).toBe(first);
    await write('a.ts', 'two');
    const second = digest();
    await write('b.ts', 'new');
    expect(new Set([first, second, digest()]).size).toBe(3);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('covers the rules and the documents of this build', () => {
  const nothing = digestOf([]);
  expect(matchingRules()).not.toBe(nothing);
  expect(nothing.startsWith(searchShape())).toBe(false);
});
