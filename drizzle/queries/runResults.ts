import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tier } from '#contract/codes/household.ts';
import type { PlanOutcome } from '#contract/codes/plan.ts';
import type { StoredFacts, StoredParts } from '#contract/plan.ts';
import type { PolicyUsed, RunCertificate, RunTotals } from '#contract/routes/runs.ts';
import type { Db } from '../db.ts';
import { matchingRun, proposal, region, runHousehold } from '../schema/index.ts';
import { recordAudit } from './audit.ts';
import { insertMany } from './insertMany.ts';
import { dropSlices } from './runSlices.ts';
import { queueStudy } from './training/demand.ts';

export interface ActiveRun {
  readonly id: string;
  readonly region: string;
  readonly path: string;
  /** ISO date */
  readonly today: string;
}

const active = (id: string) =>
  and(eq(matchingRun.id, id), inArray(matchingRun.status, ['queued', 'running']));

/** Marks the run as running; null when it has ended or was cancelled. A run begun before begins anew. */
export async function beginRun(db: Db, id: string): Promise<ActiveRun | null> {
  const begun = await db
    .update(matchingRun)
    .set({ status: 'running', startedAt: sql`coalesce(${matchingRun.startedAt}, now())`, progress: 0 })
    .where(active(id))
    .returning({ id: matchingRun.id });
  if (begun.length === 0) return null;
  const [run] = await db
    .select({ id: matchingRun.id, region: region.code, path: region.path, today: matchingRun.today })
    .from(matchingRun)
    .innerJoin(region, eq(region.code, matchingRun.region))
    .where(eq(matchingRun.id, id));
  return run ?? null;
}

/** Where the run is, for people who watch. @returns false when it is no longer wanted */
export async function reportRun(
  db: Db,
  id: string,
  at?: { stage: string; progress: number },
): Promise<boolean> {
  if (!at) return (await db.$count(matchingRun, active(id))) === 1;
  const reported = await db.update(matchingRun).set(at).where(active(id)).returning({ id: matchingRun.id });
  return reported.length === 1;
}

/** Ends a run without a plan; the plan in force stays. @param failure Chinese, for people */
export async function failRun(db: Db, id: string, failure: string): Promise<void> {
  await db.transaction(async (db) => {
    await db.update(matchingRun).set({ status: 'failed', failure, finishedAt: sql`now()` }).where(active(id));
    await dropSlices(db, id);
  });
}

export interface RunResult {
  readonly totals: RunTotals;
  readonly certificate: RunCertificate;
  /** SHA-256 of the canonical inputs */
  readonly inputDigest: string;
  readonly policyRows: readonly PolicyUsed[];
  readonly households: readonly RunHouseholdRow[];
  readonly proposals: readonly ProposalRow[];
}

export interface RunHouseholdRow {
  readonly household: string;
  readonly tier: Tier;
  readonly settlement: string;
  readonly outcome: PlanOutcome;
  readonly reason: string | null;
  readonly facts: StoredFacts;
  readonly explanation: string;
}

export interface ProposalRow {
  readonly household: string;
  readonly person: string;
  readonly vacancy: string;
  readonly score: number;
  readonly parts: StoredParts;
  readonly explanation: string;
}

/**
 * Stores a plan and puts it in force in the place of the region's last one, in one transaction.
 * @returns false, and nothing is stored, when the run was cancelled or another worker finished it first
 */
export async function storePlan(db: Db, run: ActiveRun, result: RunResult): Promise<boolean> {
  return db.transaction(async (db) => {
    const [wanted] = await db
      .select({ id: matchingRun.id })
      .from(matchingRun)
      .where(active(run.id))
      .for('update');
    if (!wanted) return false;
    const ofRun = <T>(row: T) => ({ run: run.id, ...row });
    await insertMany(db, runHousehold, result.households.map(ofRun));
    await insertMany(db, proposal, result.proposals.map(ofRun));
    await db
      .update(matchingRun)
      .set({ current: false })
      .where(and(eq(matchingRun.region, run.region), eq(matchingRun.current, true)));
    await db
      .update(matchingRun)
      .set({
        status: 'done',
        current: true,
        progress: 100,
        stage: '完成',
        totals: result.totals,
        certificate: result.certificate,
        inputDigest: result.inputDigest,
        policyRows: result.policyRows,
        finishedAt: sql`clock_timestamp()`,
      })
      .where(eq(matchingRun.id, run.id));
    await dropSlices(db, run.id);
    const { placed, uncovered, covered } = result.totals;
    await recordAudit(db, {
      actor: null,
      action: 'run.finished',
      subject: 'run',
      subjectId: run.id,
      region: run.region,
      details: { inputDigest: result.inputDigest, placed, uncovered, covered },
    });
    await queueStudy(db, run.id, null);
    return true;
  });
}
