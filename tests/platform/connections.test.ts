import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { jobId, openQueues, openSearch } from '#platform/connections.ts';
import { migrate, migrationState } from '#platform/migrate.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { hasRedis, startRedis } from '../helpers/redis.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());

test('a test database has the schema, and migrating it again, twice at once, changes nothing', async () => {
  const before = await migrationState(database.url);
  expect(before).toMatchObject({ pending: 0 });
  expect(await Promise.all([migrate(database.url), migrate(database.url)])).toEqual([before, before]);
  expect(await database.db.execute(sql`select count(*)::int as n from household`)).toEqual([{ n: 0 }]);
});

/** Adds one job twice under one id, works until the queue is empty, and tells what was seen. */
async function roundTrip(redisUrl?: string) {
  const errors: string[] = [];
  const queues = openQueues({
    databaseUrl: database.url,
    redisUrl,
    onError: (error) => errors.push(String(error)),
  });
  const done: unknown[] = [];
  const jobOptions = { jobId: jobId('import', randomUUID()) };
  await queues.queue('tests').addBulk([
    { name: 'a', data: { n: 1 }, opts: jobOptions },
    { name: 'a', data: { n: 2 }, opts: jobOptions },
  ]);
  await new Promise<void>((resolve) => {
    queues.worker('tests', async (job) => done.push(job.data)).on('drained', resolve);
  });
  const warning = await queues.check();
  await queues.close();
  return { backend: queues.backend, done, errors, warning };
}

test('a job travels through the queue on PostgreSQL, and the same id is taken once', async () => {
  const seen = { backend: 'postgres', done: [{ n: 1 }], errors: [], warning: null };
  expect(await roundTrip()).toEqual(seen);
});

test.runIf(hasRedis)('the same on Redis, which is reported when it may evict jobs', async () => {
  const redis = await startRedis('--maxmemory-policy', 'noeviction');
  expect(await roundTrip(redis.url)).toEqual({
    backend: 'redis',
    done: [{ n: 1 }],
    errors: [],
    warning: null,
  });
  await redis.close();

  const evicting = await startRedis('--maxmemory-policy', 'allkeys-lru');
  const queues = openQueues({ databaseUrl: database.url, redisUrl: evicting.url, onError: () => undefined });
  expect(await queues.check()).toContain('allkeys-lru');
  await evicting.close();
  await expect(queues.check()).rejects.toThrow();
});

test('job ids that BullMQ would refuse are refused here', () => {
  expect(() => jobId('12')).toThrow(RangeError);
  expect(() => jobId('a', 'b:c')).toThrow(RangeError);
});

test('the search client speaks to Meilisearch with the key', async () => {
  const { meiliUrl, meiliKey } = inject('stack');
  await expect(openSearch(meiliUrl, meiliKey).client.getStats()).resolves.toMatchObject({ indexes: {} });
  await expect(openSearch(meiliUrl, 'wrong').client.getStats()).rejects.toThrow();
});
