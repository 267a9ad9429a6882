import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { vacancy } from './work.ts';

/**
 * What PostgreSQL searches when Meilisearch is away: written by the same job and builder as the index.
 * `terms` holds 1- and 2-grams of Chinese text, whole Latin words, pinyin and initials.
 */
export const vacancySearch = pgTable(
  'vacancy_search',
  {
    vacancy: uuid()
      .primaryKey()
      .references(() => vacancy.id, { onDelete: 'cascade' }),
    version: text().notNull(),
    terms: text().array().notNull(),
  },
  (t) => [index('vacancy_search_terms').using('gin', t.terms)],
);
