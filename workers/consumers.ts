import { availableParallelism } from 'node:os';
import { type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { ZodError } from 'zod';
import { type JobName, jobs, type QueueName, queueNames } from '#contract/jobs.ts';
import type { Queues } from '#platform/connections.ts';
import { bare } from './faults.ts';
import type { Parts } from './handler.ts';
import { handle, sayLastWord } from './handlers.ts';
import type { JobMetrics } from './metrics.ts';

/**
 * A lock lives this long without renewal, and stalled jobs are looked for this often: a killed process gives its
 * jobs back within about 20 s. Long jobs renew every half of it; they never hold the event loop for a second.
 */
const LOCK = { lockDuration: 10_000, stalledInterval: 5_000 };
/** A job whose process died under it this often is itself the suspect. */
const DEATHS = 4;

/** Slices this process answers at a time: one core stays free for all the rest, and each takes some memory. */
const SLICES = Math.min(4, Math.max(1, availableParallelism() - 1));

/** Starts one worker a queue. Matching runs one at a time: it takes a core, or waits for slices. */
export function startConsumers(options: {
  queues: Queues;
  parts: Parts;
  concurrency: number;
  metrics: JobMetrics;
}) {
  const { queues, parts, concurrency, metrics } = options;
  const { log } = parts;
  const ending = new AbortController();
  const words = new Set<Promise<void>>();
  const perQueue: Record<QueueName, number> = {
    ledgers: 2,
    matching: 1,
    slices: SLICES,
    search: concurrency,
    notices: 1,
  };

  async function process(job: Job, token?: string) {
    const name = job.name as JobName;
    if (!Object.hasOwn(jobs, name)) throw new UnrecoverableError(`No handler for ${name}`);
    const done = metrics.started(name);
    try {
      await handle(name, job.data, parts, ending.signal);
      done('done');
    } catch (error) {
      if (ending.signal.aborted) {
        done('interrupted');
        await job.moveToWait(token);
        throw new WaitingError();
      }
      done('failed');
      if (error instanceof ZodError) throw new UnrecoverableError(error.message);
      throw bare(error);
    }
  }

  const workers = queueNames.map((name) => {
    const worker = queues.worker(name, process, {
      concurrency: perQueue[name],
      maxStalledCount: DEATHS,
      ...LOCK,
    });
    worker.on('failed', (job, error) => {
      log.error(
        { queue: name, job: job?.name, jobId: job?.id, attempt: job?.attemptsMade, err: error },
        'job failed',
      );
      if (!job?.finishedOn) return;
      const word = sayLastWord(job.name as JobName, job.data, parts, error)
        .catch((err: unknown) => log.error({ err: bare(err), jobId: job.id }, 'last word of a failed job'))
        .finally(() => words.delete(word));
      words.add(word);
    });
    worker.on('stalled', (jobId) => log.warn({ queue: name, jobId }, 'job taken over from a dead process'));
    return worker;
  });

  return {
    ready: () => Promise.all(workers.map((worker) => worker.waitUntilReady())),
    /** Asks running jobs to stop at their next safe point, gives them back, and waits for it. */
    async close() {
      ending.abort();
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(words);
    },
  };
}
