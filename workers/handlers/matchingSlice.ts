import { failRun } from '#drizzle/queries/runResults.ts';
import { answerQuestion, isOpenQuestion, takeQuestion } from '#drizzle/queries/runSlices.ts';
import type { Handler, LastWord } from '../handler.ts';
import type { SliceInput } from '../matching/messages.ts';
import { inThread, whileWanted, wordsFor } from '../thread.ts';

const ANSWERER = new URL('../matching/sliceThread.ts', import.meta.url);

/** Answers one question of a run about one slice of its people; an answered one is left alone. */
export const answerSlice: Handler<'matching.slice'> = async ({ runId, questionId }, { db, log }, signal) => {
  const asked: SliceInput | null = await takeQuestion(db, questionId);
  if (!asked) return;
  const wanted = () => isOpenQuestion(db, questionId);
  const answer = await whileWanted(wanted, signal, log, (stop) =>
    inThread<Uint8Array>(ANSWERER, asked, stop),
  );
  signal.throwIfAborted();
  if (answer) await answerQuestion(db, questionId, answer);
  log.debug({ runId, questionId, answered: answer !== null }, 'matching slice');
};

/** A run that lacks an answer has no plan. */
export const sliceGaveUp: LastWord<'matching.slice'> = ({ runId }, { db }, error) =>
  failRun(db, runId, wordsFor(error) ?? '匹配没有完成，原方案不变，请稍后再试');
