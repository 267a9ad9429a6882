import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseIdNumber } from '#contract/identifiers.ts';

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const texts = tracked
  .filter((file) => !/package-lock\.json$|\.(png|xlsx|ico|woff2?)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('dependencies', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { integrity?: string; link?: boolean; resolved?: string }>;
  };
  const manifests = ['package.json', 'web/package.json'].map(
    (file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string> | undefined>,
  );

  it('are pinned to exact versions', () => {
    const loose = manifests
      .flatMap((manifest) =>
        ['dependencies', 'devDependencies', 'optionalDependencies'].map((kind) => manifest[kind]),
      )
      .flatMap((list) => Object.entries(list ?? {}))
      .filter(([, version]) => !/^(npm:[^@]+@)?\d+(\.\d+\.\d+\S*)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('are locked with an integrity hash and come from the registry', () => {
    const unlocked = Object.entries(lock.packages)
      .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
      .filter(
        ([, entry]) =>
          !entry.integrity || (entry.resolved && !entry.resolved.startsWith('https://registry.')),
      );
    expect(unlocked.map(([path]) => path)).toEqual([]);
  });
});

describe('the tree holds no secret', () => {
  const patterns: [string, RegExp][] = [
    ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
    ['token of a known service', /\b(ghp_|gho_|github_pat_|npm_|xox[bp]-|AKIA)[A-Za-z0-9_]{16,}/],
    ['signed JWT', /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/],
    [
      'password in a URL that is not a test',
      /postgres(ql)?:\/\/[^\s:/@${}]+:(?!postgres@|password@|secret@|x@|pw@)[^\s:/@${}]{8,}@/,
    ],
  ];
  it.each(patterns)('%s', (_, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('no identity number that could belong to somebody', () => {
    // The two numbers the national standard prints as examples.
    const published = ['11010519491231002X', '520221198503070029'];
    const found = texts.flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g)]
        .map(([number]) => number.toUpperCase())
        .filter((number) => typeof parseIdNumber(number) === 'object' && !published.includes(number))
        .map((number) => `${file}: ${number.slice(0, 6)}…`),
    );
    expect(found).toEqual([]);
  });
});
