import { and, arrayOverlaps, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { household, person, personIdentity, region } from '../schema/index.ts';
import { isLabourer, isSeeking, isZeroEmployment, today } from './conditions.ts';
import { type Scope, within } from './scope.ts';

/** The question the search engine gets, put to PostgreSQL when the engine is away. */
export interface WorkerConditions {
  /** of each list of occupation codes at least one */
  readonly wanted: readonly (readonly string[])[];
  readonly seeking?: boolean | undefined;
  readonly zero?: boolean | undefined;
}

/** What a card shows, for people in scope only; ids out of scope are silently left out. */
export async function workerCards(db: Db, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: person.id,
      name: personIdentity.name,
      birthDate: person.birthDate,
      today: sql<string>`to_char(${today}, 'YYYY-MM-DD')`,
      education: person.education,
      skills: person.skills,
      certificates: person.certificates,
      settlement: region.name,
      seeking: isSeeking,
      zeroEmployment: isZeroEmployment,
      wishOccupations: person.wishOccupations,
      wishMinPay: person.wishMinPay,
      wishAway: person.wishAway,
      householdNumber: household.number,
    })
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .leftJoin(personIdentity, eq(personIdentity.person, person.id))
    .where(and(inArray(person.id, [...ids]), inScope(scope)));
  const order = new Map(ids.map((id, i) => [id, i]));
  return rows.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

export type WorkerCardRow = Awaited<ReturnType<typeof workerCards>>[number];

export async function searchWorkerIds(
  db: Db,
  scope: Scope,
  conditions: WorkerConditions,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .innerJoin(household, eq(household.id, person.household))
    .where(matching(scope, conditions))
    .orderBy(desc(person.id))
    .limit(size)
    .offset((page - 1) * size);
  return rows.map(({ id }) => id);
}

/** Total, and counts by skill and by settlement. */
export async function countWorkers(db: Db, scope: Scope, conditions: WorkerConditions) {
  const found = db
    .$with('found')
    .as(
      db
        .select({ skills: person.skills, settlement: household.settlement })
        .from(person)
        .innerJoin(household, eq(household.id, person.household))
        .where(matching(scope, conditions)),
    );
  const total = sql<number>`count(*)::int`;
  const skill = sql<string>`unnest(${found.skills})`;
  const [all, bySkill, bySettlement] = await Promise.all([
    db.with(found).select({ total }).from(found),
    db.with(found).select({ value: skill, total }).from(found).groupBy(skill),
    db.with(found).select({ value: found.settlement, total }).from(found).groupBy(found.settlement),
  ]);
  const counts = (rows: readonly { value: string; total: number }[]) =>
    Object.fromEntries(rows.map((row) => [row.value, row.total]));
  return { total: all[0]?.total ?? 0, skill: counts(bySkill), settlement: counts(bySettlement) };
}

const matching = (scope: Scope, { wanted, seeking, zero }: WorkerConditions): SQL | undefined =>
  and(
    isLabourer,
    inScope(scope),
    ...wanted.map((codes) => arrayOverlaps(person.skills, [...codes])),
    seeking === undefined ? undefined : sql`${isSeeking} = ${seeking}`,
    zero === undefined ? undefined : sql`${isZeroEmployment} = ${zero}`,
  );

/** A grid worker's scope is a grid, everybody else's ends at a settlement or above. */
const inScope = (scope: Scope) => within(sql`coalesce(${household.grid}, ${household.settlement})`, scope);
