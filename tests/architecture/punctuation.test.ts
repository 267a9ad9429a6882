import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Rooms whose texts people read: explanations, reasons, problems, workbooks. */
const read = [
  'matching/explain*.ts',
  'contract/{problems.ts,codes/*.ts,present/*.ts}',
  'api/presenters/*.ts',
  'ledgers/*.ts',
  'ledgers/{normalise,returned,sheet,write}/*.ts',
  'workers/{handlers,matching}/**/*.ts',
];
const literal = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const halfWidth = /\p{Script=Han}[,;:?!]\p{Script=Han}/u;

it('Chinese sentences have Chinese punctuation', () => {
  const files = read.flatMap((pattern) => globSync(pattern));
  expect(files.length).toBeGreaterThan(60);
  const found = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    return (code.match(literal) ?? [])
      .filter((text) => halfWidth.test(text))
      .map((text) => `${file} ${text}`);
  });
  expect(found).toEqual([]);
});
