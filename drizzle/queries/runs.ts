import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { account, matchingRun, region } from '../schema/index.ts';
import { today } from './conditions.ts';
import type { PageRequest } from './imports.ts';
import { dropSlices } from './runSlices.ts';
import { type Scope, within } from './scope.ts';

const columns = {
  id: matchingRun.id,
  region: { code: region.code, name: region.name },
  status: matchingRun.status,
  current: matchingRun.current,
  stage: matchingRun.stage,
  progress: matchingRun.progress,
  today: matchingRun.today,
  totals: matchingRun.totals,
  certificate: matchingRun.certificate,
  inputDigest: matchingRun.inputDigest,
  policyRows: matchingRun.policyRows,
  failure: matchingRun.failure,
  requestedBy: account.name,
  createdAt: matchingRun.createdAt,
  startedAt: matchingRun.startedAt,
  finishedAt: matchingRun.finishedAt,
};

const select = (db: Db) =>
  db
    .select(columns)
    .from(matchingRun)
    .innerJoin(region, eq(region.code, matchingRun.region))
    .leftJoin(account, eq(account.id, matchingRun.requestedBy));

export type RunRecord = NonNullable<Awaited<ReturnType<typeof findRun>>>;

/** The run, or null when there is none in scope. */
export async function findRun(db: Db, scope: Scope, id: string) {
  const [row] = await select(db).where(and(eq(matchingRun.id, id), within(matchingRun.region, scope)));
  return row ?? null;
}

/** Newest first. */
export async function listRuns(db: Db, scope: Scope, { page, size }: PageRequest) {
  const where = within(matchingRun.region, scope);
  const items = await select(db)
    .where(where)
    .orderBy(desc(matchingRun.createdAt), desc(matchingRun.id))
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db.select({ total: count() }).from(matchingRun).where(where);
  return { items, total: sum?.total ?? 0 };
}

/** The newest plan in force for a region: its own, or that of a region above it which still lies in `scope`. */
export async function currentRun(db: Db, scope: Scope, path: string) {
  const [row] = await select(db)
    .where(
      and(
        eq(matchingRun.current, true),
        sql`${path} like ${region.path} || '%'`,
        sql`${region.path} like ${`${scope.path}%`}`,
      ),
    )
    .orderBy(desc(matchingRun.finishedAt))
    .limit(1);
  return row ?? null;
}

/** Names of the regions whose plans in force reach into a region: its own, those around it, those within it. */
export async function plansOver(db: Db, path: string): Promise<string[]> {
  const rows = await db
    .select({ name: region.name })
    .from(matchingRun)
    .innerJoin(region, eq(region.code, matchingRun.region))
    .where(
      and(
        eq(matchingRun.current, true),
        sql`(${path} like ${region.path} || '%' or ${region.path} like ${`${path}%`})`,
      ),
    )
    .orderBy(region.path);
  return rows.map(({ name }) => name);
}

/**
 * Queues a run for the database's day.
 * @returns null when the region has one under way; the unique index decides
 */
export async function addRun(db: Db, region: string, requestedBy: string): Promise<string | null> {
  const [row] = await db
    .insert(matchingRun)
    .values({ region, requestedBy, status: 'queued', today: sql`${today}` })
    .onConflictDoNothing()
    .returning({ id: matchingRun.id });
  return row?.id ?? null;
}

/** @returns false when it had ended already */
export async function cancelRun(db: Db, id: string): Promise<boolean> {
  return db.transaction(async (db) => {
    const cancelled = await db
      .update(matchingRun)
      .set({ status: 'cancelled', finishedAt: sql`now()` })
      .where(and(eq(matchingRun.id, id), inArray(matchingRun.status, ['queued', 'running'])))
      .returning({ id: matchingRun.id });
    if (cancelled.length === 1) await dropSlices(db, id);
    return cancelled.length === 1;
  });
}

/** Runs under way in scope. */
export const activeRuns = (db: Db, scope: Scope) =>
  select(db).where(
    and(inArray(matchingRun.status, ['queued', 'running']), within(matchingRun.region, scope)),
  );
