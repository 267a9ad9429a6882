import type { QueryKind, Want } from './rules.ts';

/** One wish and the ways people type it, each kind as one line of queries separated by 、 */
export interface Said extends Want {
  readonly said: Readonly<Partial<Record<QueryKind, string>>>;
}
