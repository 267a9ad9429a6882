import { and, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedFacts, storedParts } from '#contract/plan.ts';
import { type RunTotals, runCertificate, runTotals } from '#contract/routes/runs.ts';
import { addRun, cancelRun } from '#drizzle/queries/runs.ts';
import * as tables from '#drizzle/schema/index.ts';
import { handlers, sayLastWord } from '../../workers/handlers.ts';
import { until, type WorkerBench, workerBench } from '../helpers/workers.ts';
import { anAccount, aWorld, home } from '../helpers/world.ts';

const { signal } = new AbortController();

let bench: WorkerBench;
let requester: string;
beforeEach(async () => {
  bench = await workerBench();
  await aWorld(bench.db, { scale: 1 / 400 });
  requester = (await anAccount(bench.db, 'bureau')).id;
});
afterEach(() => bench.close());

const queued = async (region: string = home.city) => (await addRun(bench.db, region, requester))!;
const work = (runId: string) => handlers['matching.run']({ runId }, bench.parts, signal);
const theRun = async (id: string) =>
  (await bench.db.select().from(tables.matchingRun).where(eq(tables.matchingRun.id, id)))[0]!;
const stored = async (run: string) => ({
  households: await bench.db.select().from(tables.runHousehold).where(eq(tables.runHousehold.run, run)),
  proposals: await bench.db.select().from(tables.proposal).where(eq(tables.proposal.run, run)),
});
const inForce = async () =>
  (
    await bench.db
      .select({ id: tables.matchingRun.id })
      .from(tables.matchingRun)
      .where(eq(tables.matchingRun.current, true))
  ).map(({ id }) => id);

describe('a matching run', { timeout: 120_000 }, () => {
  it('stores a proved plan whose rows add up to its totals, in words people read', async () => {
    const run = await queued();
    await work(run);
    const row = await theRun(run);
    expect(row).toMatchObject({ status: 'done', current: true, progress: 100, failure: null });
    const totals = runTotals.parse(row.totals);
    const certificate = runCertificate.parse(row.certificate);
    expect(certificate).toMatchObject({ valid: true, value: certificate.dualBound });
    expect((row.policyRows as unknown[]).length).toBeGreaterThan(0);

    const { households, proposals } = await stored(run);
    expect(proposals).toHaveLength(totals.placed);
    expect(proposals.length).toBeGreaterThan(0);
    const outcomes = Map.groupBy(households, ({ outcome }) => outcome);
    expect(outcomes.get('uncovered')?.length ?? 0).toBe(totals.uncovered);
    expect(outcomes.get('employed')?.length ?? 0).toBe(totals.employed);
    expect(outcomes.get('covered')?.length ?? 0).toBe(sum(totals.covered));
    for (const { parts, score, explanation } of proposals) {
      expect(storedParts.parse(parts).reduce((points, part) => points + part.points, 0)).toBe(score);
      expect(explanation).toMatch(/\p{Script=Han}{4}/u);
    }
    for (const { outcome, reason, facts, explanation } of households) {
      storedFacts.parse(facts);
      expect(reason === null).toBe(outcome !== 'uncovered');
      expect(explanation).toMatch(/\p{Script=Han}{4}/u);
    }
    const overfull = await bench.db.execute(sql`
      select v.id from proposal p join vacancy v on v.id = p.vacancy where p.run = ${run}::uuid
      group by v.id having count(*) > v.headcount - v.filled`);
    expect([...overfull]).toEqual([]);
  });

  it('replaces the plan in force at once, and equal inputs give equal plans', async () => {
    const first = await queued();
    await work(first);
    const second = await queued();
    expect(await inForce()).toEqual([first]);
    await work(second);
    expect(await inForce()).toEqual([second]);
    const [a, b] = [await theRun(first), await theRun(second)];
    expect(b.inputDigest).toBe(a.inputDigest);
    expect(b.totals).toEqual(a.totals);
    const pairs = async (run: string) =>
      (await stored(run)).proposals.map(({ person, vacancy }) => `${person} ${vacancy}`).sort();
    expect(await pairs(second)).toEqual(await pairs(first));
  });

  it('delivered twice, one after another or at once, is stored once', async () => {
    const run = await queued();
    await Promise.all([work(run), work(run)]);
    const once = await stored(run);
    await work(run);
    expect(await stored(run)).toEqual(once);
    const finished = and(eq(tables.audit.action, 'run.finished'), eq(tables.audit.subjectId, run));
    expect(await bench.db.$count(tables.audit, finished)).toBe(1);
  });

  it('cancelled under way ends at once and leaves the plan in force', async () => {
    const first = await queued();
    await work(first);
    const second = await queued();
    const running = work(second);
    await until(async () => (await theRun(second)).status === 'running');
    expect(await cancelRun(bench.db, second)).toBe(true);
    await running;
    expect(await inForce()).toEqual([first]);
    expect(await theRun(second)).toMatchObject({ status: 'cancelled', totals: null });
    expect((await stored(second)).proposals).toEqual([]);
  });

  it('gives the job back when the process must end', async () => {
    const run = await queued();
    const ending = new AbortController();
    const running = handlers['matching.run']({ runId: run }, bench.parts, ending.signal);
    await until(async () => (await theRun(run)).status === 'running');
    ending.abort();
    await expect(running).rejects.toThrow();
    expect((await theRun(run)).status).toBe('running');
    await work(run);
    expect(await inForce()).toEqual([run]);
  });

  it('that cannot succeed says why and leaves the plan in force', async () => {
    const first = await queued();
    await work(first);
    await bench.db.delete(tables.policy).where(eq(tables.policy.key, 'age.work.min'));
    const second = await queued();
    const error = await work(second).catch((error: Error) => error);
    expect(error).toMatchObject({ name: 'UnrecoverableError' });
    await sayLastWord('matching.run', { runId: second }, bench.parts, error as Error);
    expect(await theRun(second)).toMatchObject({
      status: 'failed',
      failure: '缺少有效的政策数据，请先补上再匹配',
    });
    expect(await inForce()).toEqual([first]);
  });

  it('of a county plans the households of that county', async () => {
    const run = await queued(home.county);
    await work(run);
    const { households } = await stored(run);
    expect(households.length).toBeGreaterThan(0);
    expect(households.every(({ settlement }) => settlement.startsWith(home.county))).toBe(true);
  });
});

const sum = (byTier: RunTotals['covered']) => Object.values(byTier).reduce((all, count) => all + count, 0);
