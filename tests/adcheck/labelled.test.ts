import { describe, expect, it } from 'vitest';
import { ruleCodes } from '../../adcheck/types.ts';
import { labelled, measure } from './labelled.ts';

const share = ({ right, total }: { right: number; total: number }) => right / total;

describe.each([
  ['training', false],
  ['held-out', true],
])('the labelled advertisements, %s part', (_, isHeldOut) => {
  const part = labelled.filter((post) => post.isHeldOut === isHeldOut);
  const of = (kind: string) => measure(part.filter((post) => post.kind === kind));

  it('finds what is plainly unlawful', () => {
    expect(share(of('plain'))).toBeGreaterThanOrEqual(0.98);
  });

  it('finds what is unlawful and disguised', () => {
    expect(share(of('disguised'))).toBeGreaterThanOrEqual(0.9);
  });

  it('leaves lawful advertisements alone', () => {
    expect(1 - share(of('lawful'))).toBeLessThanOrEqual(0.03);
  });
});

it('holds enough posts of every rule, none of them twice', () => {
  const rules = ruleCodes.filter((rule) => rule !== 'insurance');
  for (const rule of rules) {
    const kinds = labelled.filter((post) => post.rule === rule).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'plain').length, rule).toBeGreaterThanOrEqual(25);
    expect(kinds.filter((kind) => kind === 'disguised').length, rule).toBeGreaterThanOrEqual(15);
  }
  expect(labelled.filter(({ kind }) => kind === 'lawful').length).toBeGreaterThanOrEqual(250);
  expect(new Set(labelled.map(({ text }) => text)).size).toBe(labelled.length);
});
