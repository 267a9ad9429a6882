import { beginRun, failRun, reportRun } from '#drizzle/queries/runResults.ts';
import { bare } from '../faults.ts';
import type { Handler, LastWord } from '../handler.ts';
import type { ThreadInput } from '../matching/messages.ts';
import { inThread, type Stored, whileWanted, wordsFor } from '../thread.ts';

const PLANNER = new URL('../matching/thread.ts', import.meta.url);
/**
 * Plans a region in a thread, so that this one keeps renewing the job's lock, and stores the plan in one
 * transaction. A run that has ended is left alone: a second delivery changes nothing.
 */
export const runMatching: Handler<'matching.run'> = async (
  { runId },
  { db, databaseUrl, slicePairs, log },
  signal,
) => {
  const run = await beginRun(db, runId);
  if (!run) return;

  const outcome = await whileWanted(
    () => reportRun(db, runId),
    signal,
    log,
    (stop) =>
      inThread<Stored>(PLANNER, { databaseUrl, slicePairs, run } satisfies ThreadInput, stop, (at) => {
        void reportRun(db, runId, at).catch((err: unknown) =>
          log.warn({ err: bare(err), runId }, 'progress of a run'),
        );
      }),
  );
  signal.throwIfAborted();
  log.info({ runId, stored: outcome?.stored ?? false }, 'matching run');
};

export const runGaveUp: LastWord<'matching.run'> = ({ runId }, { db }, error) =>
  failRun(db, runId, wordsFor(error) ?? '匹配没有完成，原方案不变，请稍后再试');
