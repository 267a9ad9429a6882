import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { household, person, region, task } from '../schema/index.ts';
import { isSeeking, isZeroEmployment } from './conditions.ts';
import type { PageRequest } from './imports.ts';
import { buildingName, headName } from './plans.ts';
import { type Scope, within } from './scope.ts';

export interface FamilyFilter {
  /** household number, or the beginning of the head's name */
  readonly text?: string | undefined;
  readonly zero?: boolean | undefined;
}

const home = sql`coalesce(${household.grid}, ${household.settlement})`;

const columns = {
  id: household.id,
  number: household.number,
  head: headName,
  settlement: { code: region.code, name: region.name, path: region.path },
  building: buildingName,
  door: household.door,
  zeroEmployment: isZeroEmployment,
};

/** Open tasks by household: grouped once, because a city has tens of thousands of households and few of them. */
const waitingOf = (db: Db) =>
  db
    .select({ household: person.household, tasks: sql<number>`count(*)::int`.as('tasks') })
    .from(task)
    .innerJoin(person, eq(person.id, task.person))
    .where(isNull(task.doneAt))
    .groupBy(person.household)
    .as('waiting');

const seeking = sql<number>`(select count(*) filter (where ${isSeeking})::int from ${person}
  where ${person.household} = ${household.id})`;

/** Households in scope: those without any work first, then those somebody has to see, then by number. */
export async function listFamilies(db: Db, scope: Scope, filter: FamilyFilter, { page, size }: PageRequest) {
  const waiting = waitingOf(db);
  const tasks = sql<number>`coalesce(${waiting.tasks}, 0)`;
  const items = await db
    .select({ ...columns, seeking, tasks })
    .from(household)
    .innerJoin(region, eq(region.code, household.settlement))
    .leftJoin(waiting, eq(waiting.household, household.id))
    .where(conditions(scope, filter))
    .orderBy(desc(isZeroEmployment), desc(tasks), asc(household.number))
    .limit(size)
    .offset((page - 1) * size);
  return { items, total: await db.$count(household, conditions(scope, filter)) };
}

/** One household, or null when there is none in scope. */
export async function findFamily(db: Db, scope: Scope, id: string) {
  const [row] = await db
    .select({ ...columns, seeking })
    .from(household)
    .innerJoin(region, eq(region.code, household.settlement))
    .where(and(eq(household.id, id), within(home, scope)));
  return row ?? null;
}

const conditions = (scope: Scope, { text, zero }: FamilyFilter): SQL | undefined =>
  and(
    within(home, scope),
    zero === undefined ? undefined : sql`${isZeroEmployment} = ${zero}`,
    text ? sql`(${household.number} = ${text} or starts_with(${headName}, ${text}))` : undefined,
  );
