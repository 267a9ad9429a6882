import { failRun } from '#drizzle/queries/runResults.ts';
import { isOpenQuestion } from '#drizzle/queries/runSlices.ts';
import type { Handler, LastWord } from '../handler.ts';
import type { SliceInput } from '../matching/messages.ts';
import { inThread, whileWanted, wordsFor } from '../thread.ts';

const ANSWERER = new URL('../matching/sliceThread.ts', import.meta.url);

/** Answers one question of a run about one slice of its people; an answered one is left alone. */
export const answerSlice: Handler<'matching.slice'> = async (
  { runId, questionId },
  { db, databaseUrl, log },
  signal,
) => {
  const wanted = () => isOpenQuestion(db, questionId);
  if (!(await wanted())) return;
  await whileWanted(wanted, signal, log, (stop) =>
    inThread(ANSWERER, { databaseUrl, questionId } satisfies SliceInput, stop),
  );
  signal.throwIfAborted();
  log.debug({ runId, questionId }, 'matching slice');
};

/** A run that lacks an answer has no plan. */
export const sliceGaveUp: LastWord<'matching.slice'> = ({ runId }, { db }, error) =>
  failRun(db, runId, wordsFor(error) ?? '匹配没有完成，原方案不变，请稍后再试');
