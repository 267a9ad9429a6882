import { nearestSound } from '#contract/search/nearest.ts';
import { isChinese, waysToSay } from '#contract/search/query.ts';
import { queryTerms } from '#contract/search/terms.ts';

export interface Hit {
  /** the words or the sound that hit; undefined when nothing was asked */
  readonly said: string | undefined;
  /** every hit holds all of these */
  readonly terms: readonly string[];
  readonly total: number;
}

type Count = (terms: readonly string[]) => Promise<number>;

/**
 * The first way to say the text that hits anything; last, the known sound nearest to what was typed. Only letters
 * slip: the sound of Chinese signs is what was meant.
 */
export async function firstThatHits(
  text: string | undefined,
  count: Count,
  sounds: () => Promise<ReadonlySet<string>>,
): Promise<Hit> {
  const ways = waysToSay(text ?? '');
  if (ways.length === 0) return { said: undefined, terms: [], total: await count([]) };
  for (const way of ways) {
    const hit = await tried(way, count);
    if (hit.total > 0) return hit;
  }
  const typed = ways.at(-1) as string;
  const near = isChinese(ways[0] as string) ? undefined : nearestSound(typed, await sounds());
  return tried(near ?? typed, count);
}

async function tried(said: string, count: Count): Promise<Hit> {
  const terms = queryTerms(said);
  return { said, terms, total: terms.length === 0 ? 0 : await count(terms) };
}
