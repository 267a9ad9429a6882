import type { Occupation } from '#contract/codes/occupation.ts';
import type { WordKind } from '#contract/codes/taxonomy.ts';

/** How people say one occupation, each kind as one line of words separated by 、 */
export type Sayings = Readonly<Partial<Record<WordKind, string>>>;
export type SayingsOf = Readonly<Partial<Record<Occupation, Sayings>>>;
