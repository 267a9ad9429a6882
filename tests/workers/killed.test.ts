import { and, count, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportCounts } from '#contract/routes/imports.ts';
import type { RunTotals } from '#contract/routes/runs.ts';
import { emit } from '#drizzle/queries/events.ts';
import { moveImport } from '#drizzle/queries/imports.ts';
import { addRun } from '#drizzle/queries/runs.ts';
import * as tables from '#drizzle/schema/index.ts';
import { generateWorld } from '../../seed/generateWorld.ts';
import { peopleRecords } from '../../seed/ledgers/records.ts';
import { hasRedis, startRedis } from '../helpers/redis.ts';
import {
  anUpload,
  startWorkers,
  theBatch,
  until,
  type WorkerBench,
  type WorkerProcess,
  workerBench,
} from '../helpers/workers.ts';
import { anAccount, aWorld, home } from '../helpers/world.ts';

/** Five pieces and more: enough to be killed in the middle of. */
const people = [...peopleRecords(generateWorld({ scale: 1 / 40, seed: 7 }))];

/**
 * The real process, killed with -9 in the middle of its work, then asked to end in the middle of it. A second one takes over once the locks
 * of the dead have run out; nothing may be lost, and nothing done twice. Most of the time is waiting for that.
 */
describe.concurrent.each(['postgres', 'redis'] as const)(
  'workers killed in the middle, queue on %s',
  (backend) => {
    const runs = backend === 'postgres' || hasRedis;
    if (!runs) console.warn('NOT TESTED: no redis-server here; CI installs one');

    let bench: WorkerBench;
    let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
    let workers: WorkerProcess;
    const start = async () => {
      workers = await startWorkers(bench, redis ? { REDIS_URL: redis.url } : {});
    };

    beforeAll(async () => {
      if (!runs) return;
      bench = await workerBench();
      if (backend === 'redis') redis = await startRedis('--maxmemory-policy', 'noeviction');
      await aWorld(bench.db, { scale: 1 / 150 });
    });
    afterAll(async () => {
      if (!runs) return;
      await workers.kill();
      await redis?.close();
      await bench.close();
    });

    const rowsIn = (batch: string, state: 'valid' | 'committed') =>
      bench.db.$count(
        tables.importRow,
        and(eq(tables.importRow.batch, batch), eq(tables.importRow.state, state)),
      );

    it.runIf(runs)(
      'lose nothing and double nothing',
      async () => {
        const { db } = bench;
        const before = await db.$count(tables.person);
        const batch = await anUpload(bench, 'people', people, { announced: true });

        await start();
        await until(async () => (await theBatch(db, batch)).rowsDone > 0);
        await workers.kill();
        expect((await theBatch(db, batch)).status).toBe('checking');

        await start();
        await until(async () => (await theBatch(db, batch)).status === 'checked');
        expect(await rowsIn(batch, 'valid')).toBe(people.length);

        const run = (await addRun(db, home.city, (await anAccount(db, 'bureau')).id))!;
        const theRun = async () =>
          (await db.select().from(tables.matchingRun).where(eq(tables.matchingRun.id, run)))[0]!;
        await emit(db, 'matching.run', { runId: run });
        await until(async () => (await theRun()).status === 'running');
        await db.transaction(async (db) => {
          await moveImport(db, batch, 'checked', 'committing');
          await emit(db, 'import.commit', { batchId: batch });
        });
        await until(async () => (await rowsIn(batch, 'committed')) > 0);
        await workers.kill();
        expect((await theBatch(db, batch)).status).toBe('committing');
        expect((await theRun()).status).toBe('running');

        await start();
        await until(async () => (await theBatch(db, batch)).status === 'committed');
        await until(async () => (await theRun()).status === 'done');

        expect(await rowsIn(batch, 'committed')).toBe(people.length);
        const { added } = (await theBatch(db, batch)).counts as ImportCounts;
        expect(await db.$count(tables.person)).toBe(before + added);
        const pieces = await db
          .select({ rows: sql<number>`sum((${tables.audit.details} ->> 'rows')::int)::int` })
          .from(tables.audit)
          .where(and(eq(tables.audit.action, 'import.rows_committed'), eq(tables.audit.subjectId, batch)));
        expect(pieces).toEqual([{ rows: people.length }]);

        const endings = await db
          .select({ action: tables.audit.action, times: count() })
          .from(tables.audit)
          .where(sql`${tables.audit.action} in ('import.checked', 'import.committed', 'run.finished')`)
          .groupBy(tables.audit.action)
          .orderBy(tables.audit.action);
        expect(endings.map(({ action, times }) => `${action} ${times}`)).toEqual([
          'import.checked 1',
          'import.committed 1',
          'run.finished 1',
        ]);
        expect(await db.$count(tables.proposal, eq(tables.proposal.run, run))).toBe(
          ((await theRun()).totals as RunTotals).placed,
        );
        await until(async () => (await db.$count(tables.outbox, isNull(tables.outbox.relayedAt))) === 0);

        const next = await anUpload(bench, 'people', people, { announced: true });
        await until(async () => (await theBatch(db, next)).rowsDone > 0);
        expect(await workers.stop()).toBe(0);
        expect((await theBatch(db, next)).status).toBe('checking');
        await start();
        await until(async () => (await theBatch(db, next)).status === 'checked');
        expect((await theBatch(db, next)).counts).toMatchObject({ same: people.length });
      },
      300_000,
    );
  },
);
