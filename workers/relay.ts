import { setTimeout as pause } from 'node:timers/promises';
import { jobNames, type QueueName, queueNames } from '#contract/jobs.ts';
import type { Db } from '#drizzle/db.ts';
import { markRelayed, takeEvents } from '#drizzle/queries/outbox.ts';
import type { JobQueue, Queues } from '#platform/connections.ts';
import type { Logger } from '#platform/log.ts';
import { bare } from './faults.ts';
import { messagesOf } from './messages.ts';

/** Events taken in one transaction. */
const BATCH = 500;
/**
 * Milliseconds between looks at an empty outbox: one probe of a partial index. Asking beats NOTIFY here, because
 * a transaction that notifies commits under a lock of the whole database, and every writer would queue for it.
 */
const IDLE = 120;
/** Milliseconds to wait after a failure, queue or database being away. */
const RETRY = 2_000;

/**
 * The only one who enqueues: moves committed events from the outbox into the queue.
 * Jobs are added before the events are marked, so a crash between the two delivers twice and never not at all.
 * Several relays may run: each skips the rows another holds.
 */
export function startRelay({ db, queues, log }: { db: Db; queues: Queues; log: Logger }) {
  const open = new Map(queueNames.map((name) => [name, queues.queue(name)]));
  const stop = new AbortController();

  async function run() {
    while (!stop.signal.aborted) {
      const wait = await relayOnce(db, open).then(
        (moved) => (moved === BATCH ? 0 : IDLE),
        (error: unknown) => {
          log.error({ err: bare(error) }, 'relay');
          return RETRY;
        },
      );
      await pause(wait, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
  const running = run();

  return {
    /** Resolves when the batch in hand is through. */
    async close() {
      stop.abort();
      await running;
    },
  };
}

/** @returns how many events were moved */
export async function relayOnce(db: Db, queues: ReadonlyMap<QueueName, JobQueue>): Promise<number> {
  return db.transaction(async (db) => {
    const events = await takeEvents(db, BATCH, jobNames);
    if (events.length === 0) return 0;
    const byQueue = Map.groupBy(messagesOf(events), ({ queue }) => queue);
    for (const [name, messages] of byQueue) await queues.get(name)!.addBulk(messages);
    await markRelayed(
      db,
      events.map(({ id }) => id),
    );
    return events.length;
  });
}
