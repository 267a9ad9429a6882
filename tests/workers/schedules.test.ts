import { eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queueNames } from '#contract/jobs.ts';
import { emit } from '#drizzle/queries/events.ts';
import { queueStudy } from '#drizzle/queries/training/demand.ts';
import { claimSlot } from '#drizzle/queries/upkeep.ts';
import * as tables from '#drizzle/schema/index.ts';
import { openQueues, type Queues } from '#platform/connections.ts';
import { relayOnce } from '../../workers/relay.ts';
import { sweep } from '../../workers/schedules.ts';
import { plantRun } from '../helpers/plant.ts';
import { anUpload, type WorkerBench, workerBench } from '../helpers/workers.ts';
import { home } from '../helpers/world.ts';

let bench: WorkerBench;
let queues: Queues;
beforeAll(async () => {
  bench = await workerBench();
  queues = openQueues({ databaseUrl: bench.database.url, onError: () => undefined });
});
afterAll(async () => {
  await queues.close();
  await bench.close();
});

it('work whose job got lost is sent again, and work that has a job is not', async () => {
  const { db, parts } = bench;
  const open = new Map(queueNames.map((name) => [name, queues.queue(name)]));
  const sweepNow = () => sweep(db, [...open.values()], parts.log);
  const minutesPass = () =>
    db.update(tables.outbox).set({ relayedAt: sql`relayed_at - interval '2 minutes'` });
  const batch = await anUpload(bench, 'people', []);

  expect(await sweepNow()).toBe(1);
  expect(await sweepNow()).toBe(0); // its event waits for the relay
  await relayOnce(db, open);
  expect(await sweepNow()).toBe(0); // just relayed
  await minutesPass();
  expect(await sweepNow()).toBe(0); // its job waits in the queue
  await open.get('ledgers')!.drain();
  expect(await sweepNow()).toBe(1);

  await emit(db, 'search.reconcile', {});
  await db.update(tables.importBatch).set({ status: 'checked' }).where(eq(tables.importBatch.id, batch));
  await relayOnce(db, open);
  await minutesPass();
  await open.get('ledgers')!.drain();
  expect(await sweepNow()).toBe(0); // nobody waits for it any more
});

it('a study of training whose job got lost is sent again, whatever became of its run', async () => {
  const { db, parts } = bench;
  const open = new Map(queueNames.map((name) => [name, queues.queue(name)]));
  const { id: runId } = await plantRun(db, home.city);
  await db.transaction((db) => queueStudy(db, runId, null));
  await relayOnce(db, open);
  await db.update(tables.outbox).set({ relayedAt: sql`relayed_at - interval '2 minutes'` });
  expect(await sweep(db, [...open.values()], parts.log)).toBe(0);
  for (const queue of open.values()) await queue.drain();
  await open.get('matching')!.add('matching.run', { runId });
  expect(await sweep(db, [...open.values()], parts.log)).toBe(1);
  const sent = await db.select().from(tables.outbox).where(isNull(tables.outbox.relayedAt));
  expect(sent.map(({ job, payload }) => [job, payload])).toEqual([['training.study', { runId }]]);
});

it('a slot of a schedule is claimed once, however many ask', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => claimSlot(bench.db, 'night', '2026-11-22')));
  expect(asked.filter(Boolean)).toHaveLength(1);
});
