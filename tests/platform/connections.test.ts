import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { jobId, openQueues, openSearch } from '#platform/connections.ts';
import { migrate, migrationState } from '#platform/migrate.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';

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

test('a job travels through the queue on PostgreSQL, and the same id is taken once', async () => {
  const errors: string[] = [];
  const queues = openQueues({ databaseUrl: database.url, onError: (error) => errors.push(String(error)) });
  const done: unknown[] = [];
  const queue = queues.queue('tests');
  const id = jobId('import', randomUUID());
  await queue.addBulk([
    { name: 'a', data: { n: 1 }, opts: { jobId: id } },
    { name: 'a', data: { n: 2 }, opts: { jobId: id } },
  ]);
  await new Promise<void>((resolve) => {
    queues.worker('tests', async (job) => done.push(job.data)).on('drained', resolve);
  });
  await queues.close();
  expect({ done, errors, backend: queues.backend }).toEqual({
    done: [{ n: 1 }],
    errors: [],
    backend: 'postgres',
  });
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
