import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The import table of the house. A room may import itself, Node's own modules where listed, the packages and
 * the rooms named here; `*` is anything. `types` are packages of which only types may be imported.
 */
const rooms: Record<string, { rooms: string[]; packages: string[]; node: boolean; types?: string[] }> = {
  matching: { rooms: [], packages: [], node: false },
  contract: { rooms: ['matching'], packages: ['zod', 'pinyin-pro'], node: false, types: ['meilisearch'] },
  adcheck: { rooms: [], packages: ['pinyin-pro'], node: false },
  ledgers: { rooms: ['contract', 'matching'], packages: ['*'], node: true },
  drizzle: { rooms: ['contract'], packages: ['drizzle-orm'], node: true },
  platform: { rooms: ['drizzle', 'contract'], packages: ['*'], node: true },
  api: {
    rooms: ['matching', 'contract', 'adcheck', 'drizzle', 'platform', 'ledgers'],
    packages: ['*'],
    node: true,
  },
  workers: {
    rooms: ['matching', 'contract', 'adcheck', 'drizzle', 'platform', 'ledgers'],
    packages: ['*'],
    node: true,
  },
  web: { rooms: ['contract'], packages: ['*'], node: true },
};

interface Import {
  readonly file: string;
  readonly source: string;
  readonly typeOnly: boolean;
}

const STATEMENT =
  /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

const sources = (room: string) =>
  globSync([`${room}/**/*.ts`, `${room}/**/*.svelte`], {
    exclude: (path) => /node_modules|\.svelte-kit|web\/build|paraglide/.test(String(path)),
  });

function importsOf(room: string): Import[] {
  return sources(room).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(STATEMENT)].map((match) => ({
      file,
      source: (match[2] ?? match[3] ?? match[4]) as string,
      typeOnly: match[1] !== undefined,
    })),
  );
}

/** The room an import leads to, or null for a package or a file of the same room. */
function roomOf({ file, source }: Import): string | null {
  if (source.startsWith('#lib/')) return null;
  if (source.startsWith('#')) return source.slice(1).split('/')[0] as string;
  if (source.startsWith('$contract')) return 'contract';
  if (!source.startsWith('.')) return null;
  return new URL(source, `file:///${file}`).pathname.split('/')[1] as string;
}

describe.each(Object.entries(rooms))('room %s', (room, allowed) => {
  const imports = importsOf(room);

  it('has files', () => expect(sources(room).length).toBeGreaterThan(0));

  it('imports only the rooms it may', () => {
    const strays = imports.filter((entry) => {
      const target = roomOf(entry);
      return target !== null && target !== room && !allowed.rooms.includes(target);
    });
    expect(strays).toEqual([]);
  });

  it('imports only the packages it may', () => {
    const strays = imports.filter(({ source, typeOnly }) => {
      if (/^[.#$]/.test(source)) return false;
      if (source.startsWith('node:')) return !allowed.node;
      const name = source.startsWith('@')
        ? source.split('/').slice(0, 2).join('/')
        : (source.split('/')[0] as string);
      if (typeOnly && allowed.types?.includes(name)) return false;
      return !allowed.packages.includes('*') && !allowed.packages.includes(name);
    });
    expect(strays).toEqual([]);
  });
});

it('only server files of web import the contract', () => {
  const strays = importsOf('web').filter(
    (entry) =>
      roomOf(entry) === 'contract' &&
      !entry.typeOnly &&
      !/\+(page|layout)\.server\.ts$|\+server\.ts$|hooks\.server\.ts$|\/server\//.test(entry.file),
  );
  expect(strays).toEqual([]);
});

it('only platform reads the environment', () => {
  const readers = ['matching', 'contract', 'ledgers', 'drizzle', 'api', 'workers', 'seed', 'cli']
    .flatMap(sources)
    .filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
  expect(readers).toEqual([]);
});
