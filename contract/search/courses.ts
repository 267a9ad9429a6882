import { pinyinTokens } from './pinyin.ts';
import { searchTerms } from './terms.ts';

/** What a course is found by. */
export interface CourseSource {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly content: string;
  /** names of the occupations it leads to; none where it teaches to read */
  readonly occupations: readonly string[];
  /** how people say them: the taxonomy's words in force */
  readonly words: readonly string[];
}

export interface CourseEntry {
  readonly id: string;
  /** terms of what it teaches, and those of everything it says; see `searchTerms` */
  readonly named: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly sounds: readonly string[];
}

export function courseEntry({ id, title, provider, content, occupations, words }: CourseSource): CourseEntry {
  const named = [title, ...occupations];
  const terms = (...more: readonly string[]) =>
    new Set(searchTerms({ texts: [...named, ...words, ...more], named, sounded: words }));
  return {
    id,
    named: terms(),
    all: terms(provider, content),
    sounds: [...named, ...words].flatMap((name) => pinyinTokens(name).py),
  };
}
