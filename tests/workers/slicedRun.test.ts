import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#drizzle/db.ts';
import { emit } from '#drizzle/queries/events.ts';
import { addRun, cancelRun } from '#drizzle/queries/runs.ts';
import * as tables from '#drizzle/schema/index.ts';
import { matchingRules } from '#platform/sources.ts';
import type { Parts } from '../../workers/handler.ts';
import { handlers } from '../../workers/handlers.ts';
import { unpack } from '../../workers/matching/pack.ts';
import type { SharedWorld } from '../../workers/matching/shared.ts';
import { hasRedis, startRedis } from '../helpers/redis.ts';
import {
  startWorkers,
  until,
  type WorkerBench,
  type WorkerProcess,
  workerBench,
} from '../helpers/workers.ts';
import { anAccount, aWorld, home } from '../helpers/world.ts';

/** Small enough that this world makes several slices. */
const slicePairs = 200;
const { signal } = new AbortController();

const queued = async (db: Db) => (await addRun(db, home.city, (await anAccount(db, 'bureau')).id))!;
const theRun = async (db: Db, id: string) =>
  (await db.select().from(tables.matchingRun).where(eq(tables.matchingRun.id, id)))[0]!;
const questionsOf = (run: string) => eq(tables.runQuestion.run, run);
const answersTo = (run: string) => and(questionsOf(run), isNotNull(tables.runQuestion.answer));

/** What people get to see of a run, and its proof. */
async function outcome(db: Db, run: string) {
  const { status, totals, certificate, inputDigest } = await theRun(db, run);
  const { proposal, runHousehold } = tables;
  const proposals = await db
    .select({
      person: proposal.person,
      vacancy: proposal.vacancy,
      parts: proposal.parts,
      text: proposal.explanation,
    })
    .from(proposal)
    .where(eq(proposal.run, run))
    .orderBy(proposal.person);
  const households = await db
    .select({ id: runHousehold.household, facts: runHousehold.facts, text: runHousehold.explanation })
    .from(runHousehold)
    .where(eq(runHousehold.run, run))
    .orderBy(runHousehold.household);
  return { status, totals, certificate, inputDigest, proposals, households };
}

/** The same run as one job. */
async function asOneJob({ db, parts }: WorkerBench) {
  const run = await queued(db);
  await handlers['matching.run']({ runId: run }, parts, signal);
  expect(await db.$count(tables.runQuestion, questionsOf(run))).toBe(0);
  return outcome(db, run);
}

async function expectNothingLeft(db: Db) {
  expect(await db.$count(tables.runSlice)).toBe(0);
  expect(await db.$count(tables.runQuestion)).toBe(0);
}

describe('a run spread over slices', { timeout: 240_000 }, () => {
  let bench: WorkerBench;
  let parts: Parts;
  beforeAll(async () => {
    bench = await workerBench();
    parts = { ...bench.parts, slicePairs };
    await aWorld(bench.db, { scale: 1 / 250 });
  });
  afterAll(() => bench.close());

  const openQuestions = (run: string) =>
    bench.db
      .select({ questionId: tables.runQuestion.id })
      .from(tables.runQuestion)
      .where(and(questionsOf(run), isNull(tables.runQuestion.answer)));

  /** Answers, some questions twice, until there is nothing left to ask. */
  async function answerUntilDone(run: string) {
    while ((await theRun(bench.db, run)).status === 'running') {
      for (const { questionId } of await openQuestions(run)) {
        const answer = () => handlers['matching.slice']({ runId: run, questionId }, parts, signal);
        await answer();
        await answer();
      }
    }
  }

  it('leaves nothing behind when it is cancelled', async () => {
    const { db } = bench;
    const run = await queued(db);
    const running = handlers['matching.run']({ runId: run }, parts, signal);
    const [first] = await until(async () => {
      const open = await openQuestions(run);
      return open.length > 0 && open;
    });
    expect(await cancelRun(db, run)).toBe(true);
    await running;
    await handlers['matching.slice']({ runId: run, questionId: first!.questionId }, parts, signal);
    await expectNothingLeft(db);
  });

  it('begun again, it keeps its answers as long as the world is the same', async () => {
    const { db } = bench;
    const run = await queued(db);
    const ending = new AbortController();
    const stopped = handlers['matching.run']({ runId: run }, parts, ending.signal);
    const open = await until(async () => {
      const open = await openQuestions(run);
      return open.length > 3 && open;
    });
    await handlers['matching.slice']({ runId: run, questionId: open[0]!.questionId }, parts, signal);
    ending.abort();
    await expect(stopped).rejects.toThrow();
    expect(await db.$count(tables.runQuestion, answersTo(run))).toBe(1);
    // What is frozen names the rules: a deploy of others in between would make it another world.
    const [shared] = await db.select().from(tables.runSlice).where(eq(tables.runSlice.slice, 0));
    expect(unpack<SharedWorld>(shared!.input).rules).toBe(matchingRules());

    const again = handlers['matching.run']({ runId: run }, parts, signal);
    await answerUntilDone(run);
    await again;
    expect(await outcome(db, run)).toEqual(await asOneJob(bench));
    await expectNothingLeft(db);
  });

  it('begun again in a changed world, it asks anew', async () => {
    const { db } = bench;
    const run = await queued(db);
    const ending = new AbortController();
    const stopped = handlers['matching.run']({ runId: run }, parts, ending.signal);
    const stale = await until(async () => {
      const open = await openQuestions(run);
      return open.length > 3 && open;
    });
    ending.abort();
    await expect(stopped).rejects.toThrow();
    await db.update(tables.vacancy).set({ payMin: 5_000, payMax: 9_000 });

    const again = handlers['matching.run']({ runId: run }, parts, signal);
    await answerUntilDone(run);
    await again;
    for (const { questionId } of stale)
      await handlers['matching.slice']({ runId: run, questionId }, parts, signal);
    expect(await outcome(db, run)).toEqual(await asOneJob(bench));
    await expectNothingLeft(db);
  });
});

describe.concurrent.each(['postgres', 'redis'] as const)(
  'two workers share a run, queue on %s',
  (backend) => {
    const runs = backend === 'postgres' || hasRedis;
    if (!runs) console.warn('NOT TESTED: no redis-server here; CI installs one');
    let bench: WorkerBench;
    let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
    const workers: WorkerProcess[] = [];
    const start = async () => {
      const own = { WORKER_SLICE_PAIRS: String(slicePairs), ...(redis && { REDIS_URL: redis.url }) };
      workers.push(await startWorkers(bench, own));
    };

    beforeAll(async () => {
      if (!runs) return;
      bench = await workerBench();
      if (backend === 'redis') redis = await startRedis('--maxmemory-policy', 'noeviction');
      await aWorld(bench.db, { scale: 1 / 250 });
    });
    afterAll(async () => {
      if (!runs) return;
      for (const worker of workers) await worker.kill();
      await redis?.close();
      await bench.close();
    });

    it.runIf(runs)(
      'one is killed on the way, and the plan is the one a single job makes',
      async () => {
        const { db } = bench;
        const expected = await asOneJob(bench);
        const run = await queued(db);
        await start();
        await start();
        await emit(db, 'matching.run', { runId: run });
        await until(async () => (await db.$count(tables.runQuestion, answersTo(run))) > 0);
        await workers[0]!.kill();
        await start();
        await until(async () => (await theRun(db, run)).status === 'done');
        expect(await outcome(db, run)).toEqual(expected);
        await expectNothingLeft(db);
        const finished = and(eq(tables.audit.action, 'run.finished'), eq(tables.audit.subjectId, run));
        expect(await db.$count(tables.audit, finished)).toBe(1);
      },
      240_000,
    );
  },
);
