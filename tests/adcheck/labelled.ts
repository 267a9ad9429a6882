import { readdirSync, readFileSync } from 'node:fs';
import { checkAdvertisement } from '../../adcheck/check.ts';
import type { Verdict } from '../../adcheck/types.ts';

/**
 * The labelled advertisements of `ads/*.tsv`: kind, tab, text, one a line; the file is named after the rule that is
 * broken. A third, chosen by a hash of the text, is held out: it is not looked at while rules are mended.
 */
export interface Labelled {
  readonly rule: string;
  readonly kind: 'plain' | 'disguised' | 'lawful';
  readonly text: string;
  readonly isHeldOut: boolean;
}

const folder = new URL('./ads/', import.meta.url);

export const labelled: readonly Labelled[] = readdirSync(folder)
  .filter((file) => file.endsWith('.tsv'))
  .toSorted()
  .flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [kind = '', text = ''] = line.split('\t');
        return {
          rule: file.replace('.tsv', ''),
          kind: kind as Labelled['kind'],
          text,
          isHeldOut: hash(text) % 3 === 0,
        };
      }),
  );

/** Guizhou, lowest class, 黔人社发〔2023〕: what the command line uses too. */
export const standards = { minimumMonthly: 1660, minimumHourly: 17.2 };

export interface Figure {
  readonly total: number;
  /** posts whose verdict is the one the label asks for */
  readonly right: number;
  readonly wrong: readonly { readonly post: Labelled; readonly verdict: Verdict }[];
}

export function measure(posts: readonly Labelled[]): Figure {
  const judged = posts.map((post) => ({ post, verdict: checkAdvertisement(post.text, standards) }));
  const wrong = judged.filter(({ post, verdict }) => (verdict.verdict === 'ok') !== (post.kind === 'lawful'));
  return { total: posts.length, right: posts.length - wrong.length, wrong };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
