import { setTimeout as pause } from 'node:timers/promises';
import { type JobPayload, queueNames } from '#contract/jobs.ts';
import type { Db } from '#drizzle/db.ts';
import { dropSessions } from '#drizzle/queries/accounts.ts';
import { sealAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import { dropAnswers } from '#drizzle/queries/idempotency.ts';
import { hasDueNotices } from '#drizzle/queries/noticeSending.ts';
import { dropRelayed } from '#drizzle/queries/outbox.ts';
import { claimSlot, dropSlots, localTime, openWork } from '#drizzle/queries/upkeep.ts';
import type { JobQueue, Queues } from '#platform/connections.ts';
import type { Logger } from '#platform/log.ts';
import { bare } from './faults.ts';
import { newDay } from './market.ts';

/** Milliseconds between rounds. */
const ROUND = 30_000;
/** Hour of the night work, Asia/Shanghai. */
const NIGHT = 3;
/** Days events and claimed slots are kept. */
const KEEP = 14;

/** What is done again and again. Several processes may run it: each piece of work guards itself. */
export function startSchedules({ db, queues, log }: { db: Db; queues: Queues; log: Logger }) {
  const open = queueNames.map((name) => queues.queue(name));
  const stop = new AbortController();
  const works: Record<string, () => Promise<unknown>> = {
    audit: () => sealAudit(db),
    sweep: () => sweep(db, open, log),
    night: () => nightly(db),
    market: () => newDay(db),
    notices: () => nudge(db),
  };

  async function run() {
    while (!stop.signal.aborted) {
      for (const [name, work] of Object.entries(works))
        await work().catch((err: unknown) => log.error({ err: bare(err), schedule: name }, 'schedule'));
      await pause(ROUND, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
  const running = run();

  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}

/**
 * Batches, runs and studies in a working state without a job get a new event: the queue lost theirs, or its last failure
 * could not be written down. A second job beside a living one would change nothing twice.
 */
export async function sweep(db: Db, queues: readonly JobQueue[], log: Logger): Promise<number> {
  const waiting = await openWork(db);
  if (waiting.length === 0) return 0;
  const jobs = (
    await Promise.all(queues.map((queue) => queue.getJobs(['waiting', 'active', 'delayed', 'prioritized'])))
  ).flat();
  const alive = new Set(
    jobs.map((job) => keyOf(job.name, job.data?.batchId ?? job.data?.runId ?? job.data?.fairId)),
  );
  const lost = waiting.filter(({ job, id }) => !alive.has(keyOf(job, id)));
  for (const { job, id } of lost) {
    log.warn({ job, id }, 'work without a job: sent again');
    if (job === 'matching.run' || job === 'training.study') await emit(db, job, { runId: id });
    else if (job === 'fair.propose') await emit(db, job, { fairId: id });
    else await emit(db, job, { batchId: id } satisfies JobPayload<typeof job>);
  }
  return lost.length;
}

/** Notices whose time has come: quiet hours are over, a failure is forgotten, or their sender died. */
async function nudge(db: Db): Promise<void> {
  if (await hasDueNotices(db)) await emit(db, 'notices.send', {});
}

/** A run and the study of its plan share an id. */
const keyOf = (job: string, id: unknown) => `${job} ${String(id)}`;

/** Once a night: search indexes against the database, and old events, sessions and first answers away. */
async function nightly(db: Db): Promise<void> {
  const { day, hour } = await localTime(db);
  if (hour < NIGHT) return;
  await db.transaction(async (db) => {
    if (!(await claimSlot(db, 'night', day))) return;
    await emit(db, 'search.reconcile', {});
    await dropRelayed(db, KEEP);
    await dropSlots(db, KEEP);
    await dropSessions(db, KEEP);
    await dropAnswers(db, KEEP);
  });
}
