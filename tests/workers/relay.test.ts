import { randomUUID } from 'node:crypto';
import { asc, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type QueueName, queueNames } from '#contract/jobs.ts';
import { emit } from '#drizzle/queries/events.ts';
import { outbox } from '#drizzle/schema/index.ts';
import { type JobQueue, openQueues, type Queues } from '#platform/connections.ts';
import { relayOnce, startRelay } from '../../workers/relay.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { hasRedis, startRedis } from '../helpers/redis.ts';
import { until } from '../helpers/workers.ts';

const backends = ['postgres', 'redis'] as const;

describe.each(backends)('relay to a queue on %s', (backend) => {
  const runs = backend === 'postgres' || hasRedis;
  if (!runs) console.warn('NOT TESTED: no redis-server here; CI installs one');

  let database: TestDatabase;
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
  let queues: Queues;
  let open: Map<QueueName, JobQueue>;

  beforeAll(async () => {
    if (!runs) return;
    database = await testDb();
    if (backend === 'redis') redis = await startRedis('--maxmemory-policy', 'noeviction');
    queues = openQueues({ databaseUrl: database.url, redisUrl: redis?.url, onError: () => undefined });
    open = new Map(queueNames.map((name) => [name, queues.queue(name)]));
  });
  beforeEach(async () => {
    if (!runs) return;
    await database.db.delete(outbox);
    for (const queue of open.values()) await queue.drain();
  });
  afterAll(async () => {
    if (!runs) return;
    await queues.close();
    await redis?.close();
    await database.close();
  });

  const waiting = (name: QueueName) => open.get(name)!.getJobs(['waiting']);
  const unrelayed = () =>
    database.db.select().from(outbox).where(isNull(outbox.relayedAt)).orderBy(asc(outbox.id));

  it.runIf(runs)('turns each committed event into one job, and nothing of a transaction undone', async () => {
    const batchId = randomUUID();
    await emit(database.db, 'import.check', { batchId });
    await database.db
      .transaction(async (db) => {
        await emit(db, 'import.check', { batchId: randomUUID() });
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await relayOnce(database.db, open)).toBe(1);
    expect(await relayOnce(database.db, open)).toBe(0);
    const jobs = await waiting('ledgers');
    expect(jobs.map(({ name, data }) => ({ name, data }))).toEqual([
      { name: 'import.check', data: { batchId } },
    ]);
    expect(jobs[0]!.opts.attempts).toBe(5);
  });

  it.runIf(runs)('delivers again, and the queue takes it once, when it died before marking', async () => {
    await emit(database.db, 'matching.run', { runId: randomUUID() });
    const dies = database.db.transaction(async (db) => {
      await relayOnce(db, open);
      throw new Error('killed between queue and outbox');
    });
    await expect(dies).rejects.toThrow('killed');
    expect(await waiting('matching')).toHaveLength(1);
    expect(await unrelayed()).toHaveLength(1);
    expect(await relayOnce(database.db, open)).toBe(1);
    expect(await waiting('matching')).toHaveLength(1);
  });

  it.runIf(runs)('shares search jobs and names every id once', async () => {
    const ids = Array.from({ length: 1_500 }, () => randomUUID());
    for (let at = 0; at < ids.length; at += 300)
      await emit(database.db, 'search.sync', { index: 'workers', ids: ids.slice(at, at + 300) });
    await emit(database.db, 'search.sync', { index: 'workers', ids: ids.slice(0, 10) });
    await emit(database.db, 'search.sync', { index: 'vacancies', ids: ids.slice(0, 1) });
    await relayOnce(database.db, open);
    const jobs = await waiting('search');
    expect(jobs.map(({ data }) => `${data.index} ${data.ids.length}`).sort()).toEqual([
      'vacancies 1',
      'workers 1000',
      'workers 500',
    ]);
    const workers = jobs
      .filter(({ data }) => data.index === 'workers')
      .flatMap(({ data }) => data.ids as string[]);
    expect(workers.sort()).toEqual(ids.toSorted());
  });

  it.runIf(runs)('leaves what only a newer release knows, and holds nothing up for it', async () => {
    await database.db.insert(outbox).values({ job: 'not.yet', payload: {} });
    await database.db.insert(outbox).values({ job: 'search.sync', payload: { index: 'nonsense' } });
    await emit(database.db, 'search.reconcile', {});
    expect(await relayOnce(database.db, open)).toBe(2);
    expect((await unrelayed()).map(({ job }) => job)).toEqual(['not.yet']);
  });

  it.runIf(runs)('two at once move every event once', async () => {
    const batches = Array.from({ length: 120 }, () => randomUUID());
    const relays = [1, 2].map(() => startRelay({ db: database.db, queues, log: { error() {} } as never }));
    await Promise.all(batches.map((batchId) => emit(database.db, 'import.check', { batchId })));
    await until(async () => (await unrelayed()).length === 0);
    await Promise.all(relays.map((relay) => relay.close()));
    const seen = (await waiting('ledgers')).map(({ data }) => data.batchId as string);
    expect(seen.sort()).toEqual(batches.sort());
  });
});
