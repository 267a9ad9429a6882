import { index, integer, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import { regionLevel } from '#contract/codes/account.ts';

/**
 * 市→县→街道→社区→安置点→网格, one tree. `code` is GB/T 2260 down to the street (12 digits or fewer) and
 * extends its parent's code below it, so that "in scope" is a prefix test on `path`.
 */
export const region = pgTable(
  'region',
  {
    code: text().primaryKey(),
    level: text({ enum: regionLevel.values }).notNull(),
    name: text().notNull(),
    parent: text(),
    /** codes from the province down to here, joined and ended by '/', e.g. 520000/520200/520204/ */
    path: text().notNull(),
  },
  (t) => [index('region_path').on(t.path.op('text_pattern_ops')), index('region_parent').on(t.parent)],
);

/** 安置点: facts of a region of level settlement. */
export const settlement = pgTable('settlement', {
  code: text()
    .primaryKey()
    .references(() => region.code),
  county: text().notNull(),
  street: text().notNull(),
  lat: real().notNull(),
  lng: real().notNull(),
  households: integer().notNull().default(0),
  people: integer().notNull().default(0),
});

/** One-way minutes between settlements by the usual means; absent = no daily journey. */
export const travel = pgTable(
  'travel',
  {
    from: text().notNull(),
    to: text().notNull(),
    minutes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.from, t.to] })],
);

/** 楼栋 within a grid. */
export const building = pgTable('building', {
  code: text().primaryKey(),
  settlement: text()
    .notNull()
    .references(() => settlement.code),
  grid: text()
    .notNull()
    .references(() => region.code),
  name: text().notNull(),
  units: integer().notNull(),
  floors: integer().notNull(),
});
