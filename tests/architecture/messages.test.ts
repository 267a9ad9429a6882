import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const messagesOf = (language: string): Record<string, string> => {
  const { $schema: _, ...messages } = JSON.parse(readFileSync(`web/messages/${language}.json`, 'utf8'));
  return messages;
};
const zh = messagesOf('zh');

it('both languages have the same messages with the same slots', () => {
  const slots = (messages: Record<string, string>) =>
    Object.entries(messages).map(([key, text]) => [key, [...new Set(text.match(/\{\w+\}/g))].sort()]);
  expect(slots(messagesOf('en'))).toEqual(slots(zh));
});

it('every message is said somewhere', () => {
  const sources = globSync('web/src/**/*.{svelte,ts}', { exclude: (path) => /paraglide/.test(String(path)) });
  const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
  // By call, or by the name of a spoken text.
  const said = new Set([...code.matchAll(/\bm\.(\w+)|'(\w+)'/g)].map(([, call, name]) => call ?? name));
  expect(Object.keys(zh).filter((key) => !said.has(key))).toEqual([]);
});

it('counts in English are said so that one is right too: no plural after a number', () => {
  const plural = /(?<!(?:of|\/) )\{(?!age|name)\w+\} [a-z]+s\b/;
  expect(Object.entries(messagesOf('en')).filter(([, text]) => plural.test(text))).toEqual([]);
});
