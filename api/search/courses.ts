import { courseEntry } from '#contract/search/courses.ts';
import type { Db } from '#drizzle/db.ts';
import { courseSources } from '#drizzle/queries/training/courses.ts';
import { remember } from '../remember.ts';
import { firstThatHits } from './hits.ts';

/**
 * Courses by the same words as vacancies. There are hundreds at most, so they are searched in memory: no index to
 * keep, none to be away.
 * @returns ids of those that teach what was asked, or else that only mention it
 */
export function openCourseSearch(db: Db): (text: string) => Promise<string[]> {
  const entries = remember(async (_: 'all') => (await courseSources(db)).map(courseEntry), { seconds: 5 });
  return async (text) => {
    const known = await entries('all');
    const holding = (terms: readonly string[], where: 'named' | 'all') =>
      known.filter((entry) => terms.every((term) => entry[where].has(term))).map(({ id }) => id);
    const { terms, total } = await firstThatHits(
      text,
      async (terms) => holding(terms, 'all').length,
      async () => new Set(known.flatMap(({ sounds }) => sounds)),
    );
    if (total === 0) return [];
    const teaching = holding(terms, 'named');
    return teaching.length > 0 ? teaching : holding(terms, 'all');
  };
}
