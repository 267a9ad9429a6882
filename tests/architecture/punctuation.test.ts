import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Texts people read: explanations, reasons, problems, messages, the description of the API; output of commands. */
const texts = [
  '{api,contract,workers}/**/*.ts',
  '{cli,platform,bench}/**/*.{js,ts}',
  'seed/{*,ledgers/main,scenario2019/*}.ts',
  'matching/explain*.ts',
  'web/messages/zh.json',
];
/** Rooms that also hold what ledgers say in half width: only marks between two Chinese signs are wrong there. */
const ledgers = ['ledgers/*.ts', 'ledgers/{normalise,returned,sheet,write}/*.ts'];

const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
const beside = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u;
const between = /\p{Script=Han}[,;:?!]\p{Script=Han}/u;

it.each([
  ['texts', texts, beside],
  ['ledgers', ledgers, between],
])('Chinese sentences have Chinese punctuation: %s', (_, patterns, halfWidth) => {
  const files = patterns.flatMap((pattern) => globSync(pattern));
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    return (code.match(literal) ?? [])
      .filter((text) => halfWidth.test(text.replace(/\$\{[^}]*\}/g, '')))
      .map((text) => `${file} ${text}`);
  });
  expect(found).toEqual([]);
});
