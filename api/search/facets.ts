import type { z } from 'zod';
import type { facet } from '#contract/routes/vacancies.ts';

/** Counts by value as a list, most frequent first, ties by value. */
export const listed = (
  counts: Readonly<Record<string, number>>,
  label: (code: string) => string,
): z.output<typeof facet>[] =>
  Object.entries(counts)
    .map(([value, count]) => ({ value, label: label(value), count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
