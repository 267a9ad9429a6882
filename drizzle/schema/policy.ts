import { date, doublePrecision, index, pgTable, text } from 'drizzle-orm/pg-core';
import { id } from './columns.ts';

/** Policy is data: a number, where and when it holds, and the document that says so. */
export const policy = pgTable(
  'policy',
  {
    id: id(),
    key: text().notNull(),
    region: text().notNull(),
    value: doublePrecision().notNull(),
    unit: text().notNull(),
    validFrom: date({ mode: 'string' }).notNull(),
    validTo: date({ mode: 'string' }),
    documentNumber: text().notNull(),
  },
  (t) => [index('policy_key').on(t.key, t.region)],
);
