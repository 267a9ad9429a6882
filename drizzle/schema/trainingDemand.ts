import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account } from './accounts.ts';
import { createdAt, id, instant } from './columns.ts';
import { household, person } from './households.ts';
import { matchingRun } from './runs.ts';
import { vacancy } from './work.ts';

/** One look at what training would change in a plan: every figure below was found by solving that plan again. */
export const trainingStudy = pgTable('training_study', {
  run: uuid()
    .primaryKey()
    .references(() => matchingRun.id, { onDelete: 'cascade' }),
  status: text({ enum: ['queued', 'running', 'done', 'failed'] }).notNull(),
  requestedBy: uuid().references(() => account.id),
  failure: text(),
  finishedAt: instant(),
  createdAt: createdAt(),
});

/** What one course for the people of one settlement would change. */
export const trainingDemand = pgTable(
  'training_demand',
  {
    id: id(),
    run: uuid()
      .notNull()
      .references(() => trainingStudy.run, { onDelete: 'cascade' }),
    settlement: text().notNull(),
    /** occupation the course teaches */
    occupation: text().notNull(),
    /** zero-employment households covered beyond the plan, in all and by tier; a tier may fall for a higher one */
    households: integer().notNull(),
    tierA: integer().notNull(),
    tierB: integer().notNull(),
    tierC: integer().notNull(),
    /** persons in work beyond the plan */
    placed: integer().notNull(),
  },
  (t) => [uniqueIndex('training_demand_once').on(t.run, t.settlement, t.occupation)],
);

/** Who has to attend, and the post each one then takes. */
export const trainingDemandPerson = pgTable(
  'training_demand_person',
  {
    demand: uuid()
      .notNull()
      .references(() => trainingDemand.id, { onDelete: 'cascade' }),
    person: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    household: uuid()
      .notNull()
      .references(() => household.id, { onDelete: 'cascade' }),
    vacancy: uuid()
      .notNull()
      .references(() => vacancy.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.demand, t.person] }),
    index('training_demand_person_vacancy').on(t.vacancy),
  ],
);
