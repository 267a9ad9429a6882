import { beginStudy, failStudy } from '#drizzle/queries/training/demand.ts';
import type { Handler, LastWord } from '../handler.ts';
import { inThread, type Stored, wordsFor } from '../thread.ts';
import type { StudyInput } from '../training/messages.ts';

const STUDY = new URL('../training/thread.ts', import.meta.url);

/** Finds out what training would change in the plan in force; a study that is done, or of an old plan, is left alone. */
export const studyTraining: Handler<'training.study'> = async (
  { runId },
  { db, databaseUrl, log },
  signal,
) => {
  const run = await beginStudy(db, runId);
  if (!run) return;
  const outcome = await inThread<Stored>(STUDY, { databaseUrl, run } satisfies StudyInput, signal);
  signal.throwIfAborted();
  log.info({ runId, stored: outcome?.stored ?? false }, 'training study');
};

export const studyGaveUp: LastWord<'training.study'> = ({ runId }, { db }, error) =>
  failStudy(db, runId, wordsFor(error) ?? '培训需求没有算完，请稍后再试');
