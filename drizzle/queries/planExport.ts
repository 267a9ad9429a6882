import { aliasedTable, and, asc, count, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tier } from '#contract/codes/household.ts';
import type { PlanOutcome } from '#contract/codes/plan.ts';
import type { Db } from '../db.ts';
import { household, region, runHousehold, settlement } from '../schema/index.ts';
import { buildingName, headName, headPhone, listProposals } from './plans.ts';

/** Households read at once while a plan is exported. */
const PAGE = 1_000;

/**
 * Households of a run with one outcome, by household number, with their proposals; read page by page so that
 * a city's plan is never held whole. A finished run does not change, so pages need no common snapshot.
 */
export async function* eachPlanHousehold(db: Db, run: string, outcomes: readonly PlanOutcome[]) {
  let after = '';
  for (;;) {
    const page = await readPage(db, run, outcomes, after);
    const proposals = Map.groupBy(
      await listProposals(
        db,
        run,
        page.map(({ id }) => id),
      ),
      (proposal) => proposal.household,
    );
    for (const row of page) yield { ...row, proposals: proposals.get(row.id) ?? [] };
    if (page.length < PAGE) return;
    after = page.at(-1)!.number;
  }
}

export type ExportedHousehold =
  ReturnType<typeof eachPlanHousehold> extends AsyncGenerator<infer T> ? T : never;

function readPage(db: Db, run: string, outcomes: readonly PlanOutcome[], after: string) {
  const county = aliasedTable(region, 'county');
  const street = aliasedTable(region, 'street');
  return db
    .select({
      id: household.id,
      number: household.number,
      head: headName,
      headPhone,
      grid: sql<string | null>`(select g.name from ${region} g where g.code = ${household.grid})`,
      building: buildingName,
      door: household.door,
      responsible: household.responsible,
      tier: runHousehold.tier,
      reason: runHousehold.reason,
      explanation: runHousehold.explanation,
      settlement: region.name,
      county: county.name,
      street: street.name,
    })
    .from(runHousehold)
    .innerJoin(household, eq(household.id, runHousehold.household))
    .innerJoin(settlement, eq(settlement.code, household.settlement))
    .innerJoin(region, eq(region.code, settlement.code))
    .innerJoin(county, eq(county.code, settlement.county))
    .innerJoin(street, eq(street.code, settlement.street))
    .where(
      and(
        eq(runHousehold.run, run),
        inArray(runHousehold.outcome, [...outcomes]),
        gt(household.number, after),
      ),
    )
    .orderBy(asc(household.number))
    .limit(PAGE);
}

/** Households left out, by tier. */
export async function countUncovered(db: Db, run: string): Promise<Record<Tier, number>> {
  const rows = await db
    .select({ tier: runHousehold.tier, count: count() })
    .from(runHousehold)
    .where(and(eq(runHousehold.run, run), eq(runHousehold.outcome, 'uncovered')))
    .groupBy(runHousehold.tier);
  return { A: 0, B: 0, C: 0, ...Object.fromEntries(rows.map(({ tier, count }) => [tier, count])) };
}
