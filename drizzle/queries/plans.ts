import { and, asc, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Tier } from '#contract/codes/household.ts';
import type { PlanOutcome, PlanReason } from '#contract/codes/plan.ts';
import type { Db } from '../db.ts';
import {
  building,
  employer,
  household,
  person,
  personIdentity,
  proposal,
  region,
  runHousehold,
  travel,
  vacancy,
} from '../schema/index.ts';
import { isEmployed, isLabourer, isSeeking } from './conditions.ts';
import type { PageRequest } from './imports.ts';
import { placeName } from './place.ts';
import { type Scope, within } from './scope.ts';

export interface PlanFilter {
  /** narrows to a region within the run's */
  readonly within?: Scope | undefined;
  readonly tier?: Tier | undefined;
  /** household number, or the beginning of the head's name */
  readonly text?: string | undefined;
  readonly outcome?: PlanOutcome | undefined;
  readonly reason?: string | undefined;
}

/** Of the head, or of whoever comes first; for queries over `household`. */
const ofHead = (column: SQL) => sql<string | null>`(
  select ${column} from ${person} p join ${personIdentity} i on i.person = p.id
  where p.household = ${household.id} order by p.relation = 'head' desc, p.id limit 1)`;
export const headName = ofHead(sql`i.name`);
export const headPhone = ofHead(sql`i.phone`);

/** 3栋; for queries over `household`. */
export const buildingName = sql<
  string | null
>`(select b.name from ${building} b where b.code = ${household.building})`;

const columns = {
  householdId: household.id,
  number: household.number,
  head: headName,
  settlement: { code: region.code, name: region.name },
  building: buildingName,
  door: household.door,
  tier: runHousehold.tier,
  outcome: runHousehold.outcome,
  reason: runHousehold.reason,
  facts: runHousehold.facts,
  explanation: runHousehold.explanation,
};

const select = (db: Db) =>
  db
    .select(columns)
    .from(runHousehold)
    .innerJoin(household, eq(household.id, runHousehold.household))
    .innerJoin(region, eq(region.code, household.settlement));

export type PlanHousehold = Awaited<ReturnType<typeof select>>[number];

/** One page of a run's households: those left out first, then by tier and number. */
export async function listPlanHouseholds(
  db: Db,
  run: string,
  filter: PlanFilter,
  { page, size }: PageRequest,
) {
  const items = await select(db)
    .where(conditions(run, filter))
    .orderBy(
      sql`array_position(array['uncovered', 'covered', 'employed'], ${runHousehold.outcome})`,
      asc(runHousehold.tier),
      asc(household.number),
    )
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db
    .select({ total: count() })
    .from(runHousehold)
    .innerJoin(household, eq(household.id, runHousehold.household))
    .where(conditions(run, filter));
  return { items, total: sum?.total ?? 0 };
}

/** How many households each outcome and reason has, before `outcome` and `reason` narrow the list. */
export async function countOutcomes(db: Db, run: string, { outcome: _o, reason: _r, ...filter }: PlanFilter) {
  const rows = await db
    .select({ outcome: runHousehold.outcome, reason: runHousehold.reason, count: count() })
    .from(runHousehold)
    .innerJoin(household, eq(household.id, runHousehold.household))
    .where(conditions(run, filter))
    .groupBy(runHousehold.outcome, runHousehold.reason)
    .orderBy(sql`count(*) desc`);
  const outcomes: Record<PlanOutcome, number> = { covered: 0, employed: 0, uncovered: 0 };
  for (const row of rows) outcomes[row.outcome] += row.count;
  const reasons = rows.flatMap(({ reason, count }) =>
    reason ? [{ code: reason as PlanReason, count }] : [],
  );
  return { outcomes, reasons };
}

/** One household of a run with what its origin and members say; null when the run does not hold it. */
export async function findPlanHousehold(db: Db, run: string, id: string) {
  const [row] = await db
    .select({ ...columns, origin: household.origin, type: household.type })
    .from(runHousehold)
    .innerJoin(household, eq(household.id, runHousehold.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .where(and(eq(runHousehold.run, run), eq(runHousehold.household, id)));
  return row ?? null;
}

/** Members of a household, head first, then the oldest. */
export const listMembers = (db: Db, householdId: string) =>
  db
    .select({
      person,
      name: personIdentity.name,
      labourer: isLabourer,
      employed: isEmployed,
      seeking: isSeeking,
    })
    .from(person)
    .leftJoin(personIdentity, eq(personIdentity.person, person.id))
    .where(eq(person.household, householdId))
    .orderBy(sql`${person.relation} <> 'head'`, asc(person.birthDate), asc(person.id));

export type PlanMember = Awaited<ReturnType<typeof listMembers>>[number];

/** The proposals of a run for these households, with the vacancy and the minutes to it. */
export async function listProposals(db: Db, run: string, households: readonly string[]) {
  if (households.length === 0) return [];
  return db
    .select({
      household: proposal.household,
      person: proposal.person,
      name: personIdentity.name,
      phone: personIdentity.phone,
      score: proposal.score,
      parts: proposal.parts,
      explanation: proposal.explanation,
      vacancy,
      employer: employer.name,
      place: placeName,
      minutes: sql<number | null>`case when ${vacancy.kind} = 'home_work' then 0 else ${travel.minutes} end`,
    })
    .from(proposal)
    .innerJoin(household, eq(household.id, proposal.household))
    .innerJoin(vacancy, eq(vacancy.id, proposal.vacancy))
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .leftJoin(personIdentity, eq(personIdentity.person, proposal.person))
    .leftJoin(region, eq(region.code, sql`coalesce(${vacancy.settlement}, ${vacancy.regionCode})`))
    .leftJoin(travel, and(eq(travel.from, household.settlement), eq(travel.to, vacancy.settlement)))
    .where(and(eq(proposal.run, run), inArray(proposal.household, [...households])))
    .orderBy(asc(proposal.household), asc(proposal.id));
}

export type PlanProposal = Awaited<ReturnType<typeof listProposals>>[number];

function conditions(
  run: string,
  { within: scope, tier, text, outcome, reason }: PlanFilter,
): SQL | undefined {
  return and(
    eq(runHousehold.run, run),
    scope && within(sql`coalesce(${household.grid}, ${household.settlement})`, scope),
    tier && eq(runHousehold.tier, tier),
    outcome && eq(runHousehold.outcome, outcome),
    reason ? eq(runHousehold.reason, reason) : undefined,
    text ? sql`(${household.number} = ${text} or starts_with(${headName}, ${text}))` : undefined,
  );
}
