import type { Occupation } from '#contract/codes/occupation.ts';
import type { WordKind } from '#contract/codes/taxonomy.ts';
import type { occupationWord } from '#drizzle/schema/index.ts';
import { landWords } from './land.ts';
import { makingWords } from './making.ts';
import type { Sayings } from './say.ts';
import { serviceWords } from './services.ts';

/** The taxonomy everybody starts with; staff change it afterwards. */
export const FIRST_VERSION = 1;

type WordRow = Omit<(typeof occupationWord)['$inferInsert'], 'id'>;

/** Every word of version 1 as rows of `occupation_word`. */
export const occupationWords: readonly WordRow[] = Object.entries({
  ...serviceWords,
  ...landWords,
  ...makingWords,
}).flatMap(([occupation, sayings]) => rowsOf(occupation as Occupation, sayings));

function rowsOf(occupation: Occupation, sayings: Sayings): WordRow[] {
  return Object.entries(sayings).flatMap(([kind, line]) =>
    line.split('、').map((word) => ({ occupation, word, kind: kind as WordKind, since: FIRST_VERSION })),
  );
}
