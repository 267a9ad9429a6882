import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { wordKind } from '#contract/codes/taxonomy.ts';
import { account } from './accounts.ts';
import { createdAt, id, instant } from './columns.ts';

/** How people say an occupation: everyday words, dialect, English, unpaid work at home. Editable and versioned. */
export const occupationWord = pgTable(
  'occupation_word',
  {
    id: id(),
    occupation: text().notNull(),
    word: text().notNull(),
    kind: text({ enum: wordKind.values }).notNull(),
    /** version of the taxonomy that brought it, and the one that dropped it */
    since: integer().notNull(),
    until: integer(),
  },
  (t) => [
    uniqueIndex('occupation_word_once').on(t.occupation, t.word).where(sql`until is null`),
    index('occupation_word_word').on(t.word),
  ],
);

export const taxonomyVersion = pgTable('taxonomy_version', {
  number: integer().primaryKey(),
  note: text().notNull(),
  author: uuid().references(() => account.id),
  publishedAt: instant().notNull().default(sql`now()`),
  createdAt: createdAt(),
});
