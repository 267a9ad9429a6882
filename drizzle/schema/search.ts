import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { vacancy } from './work.ts';

/**
 * What PostgreSQL searches when Meilisearch is away: the very document of the index, written by the same job,
 * and its terms: 1- and 2-grams of Chinese text, whole Latin words, pinyin and initials.
 */
export const vacancySearch = pgTable(
  'vacancy_search',
  {
    vacancy: uuid()
      .primaryKey()
      .references(() => vacancy.id, { onDelete: 'cascade' }),
    terms: text().array().notNull(),
    document: jsonb().notNull(),
  },
  (t) => [index('vacancy_search_terms').using('gin', t.terms)],
);
