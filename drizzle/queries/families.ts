import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { household, person, region } from '../schema/index.ts';
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

const openTasks = sql<number>`(select count(*)::int from task t join person p on p.id = t.person
  where p.household = ${household.id} and t.done_at is null)`;
const seeking = sql<number>`(select count(*) filter (where ${isSeeking})::int from ${person}
  where ${person.household} = ${household.id})`;

/** Households in scope: those without any work first, then those somebody has to see, then by number. */
export async function listFamilies(db: Db, scope: Scope, filter: FamilyFilter, { page, size }: PageRequest) {
  const items = await db
    .select({ ...columns, seeking, tasks: openTasks })
    .from(household)
    .innerJoin(region, eq(region.code, household.settlement))
    .where(conditions(scope, filter))
    .orderBy(desc(isZeroEmployment), desc(openTasks), asc(household.number))
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
