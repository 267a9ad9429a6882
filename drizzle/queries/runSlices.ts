import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { matchingRun, runQuestion, runSlice } from '../schema/index.ts';
import { emit } from './events.ts';

/**
 * A run too large for one job asks about its slices through the database: the inputs are frozen, every question is a
 * row and a job, and the rows outlive whichever process asks or answers. They go when the run ends.
 */

const wanted = (run: string) =>
  and(eq(matchingRun.id, run), inArray(matchingRun.status, ['queued', 'running']));

/**
 * Freezes what the run asks about: `inputs[0]` is the same for all slices, `inputs[n]` holds slice n. What the run
 * froze before stays, answers included, when the digest is the same, and goes otherwise.
 * @returns false when the run is no longer wanted
 */
export async function freezeSlices(
  db: Db,
  run: string,
  digest: string,
  inputs: () => Iterable<Uint8Array>,
): Promise<boolean> {
  return db.transaction(async (db) => {
    const [row] = await db
      .select({ digest: matchingRun.inputDigest })
      .from(matchingRun)
      .where(wanted(run))
      .for('update');
    if (!row) return false;
    if (row.digest === digest && (await db.$count(runSlice, eq(runSlice.run, run))) > 0) return true;
    await dropSlices(db, run);
    await db.update(matchingRun).set({ inputDigest: digest }).where(eq(matchingRun.id, run));
    let slice = 0;
    for (const input of inputs()) await db.insert(runSlice).values({ run, slice: slice++, input });
    return true;
  });
}

/**
 * Asks every slice, `questions[n]` being that to slice n + 1, and has the unanswered ones answered by whoever takes
 * the jobs. Asking again repeats only what has no answer, or what is now another question.
 */
export async function askSlices(
  db: Db,
  run: string,
  round: number,
  questions: readonly Uint8Array[],
): Promise<void> {
  await db.transaction(async (db) => {
    for (const [n, question] of questions.entries()) {
      await db
        .insert(runQuestion)
        .values({ run, round, slice: n + 1, question })
        .onConflictDoUpdate({
          target: [runQuestion.run, runQuestion.round, runQuestion.slice],
          // A new id: whoever still works on the old question answers into the void.
          set: { id: sql`uuidv7()`, question, answer: null },
          setWhere: sql`${runQuestion.question} <> excluded.question`,
        });
    }
    const open = await db
      .select({ id: runQuestion.id })
      .from(runQuestion)
      .where(and(ofRound(run, round), isNull(runQuestion.answer)));
    for (const { id } of open) await emit(db, 'matching.slice', { runId: run, questionId: id });
  });
}

const ofRound = (run: string, round: number) => and(eq(runQuestion.run, run), eq(runQuestion.round, round));

export const countAnswers = (db: Db, run: string, round: number): Promise<number> =>
  db.$count(runQuestion, and(ofRound(run, round), isNotNull(runQuestion.answer)));

/** In the order of the slices; all must be there. */
export async function readAnswers(db: Db, run: string, round: number): Promise<Uint8Array[]> {
  const rows = await db
    .select({ answer: runQuestion.answer })
    .from(runQuestion)
    .where(ofRound(run, round))
    .orderBy(runQuestion.slice);
  return rows.map(({ answer }) => answer!);
}

/** A question nobody has answered yet, of a run still wanted. */
const openQuestion = (db: Db, id: string) =>
  db
    .select({ run: runQuestion.run, slice: runQuestion.slice, question: runQuestion.question })
    .from(runQuestion)
    .innerJoin(matchingRun, eq(matchingRun.id, runQuestion.run))
    .where(
      and(
        eq(runQuestion.id, id),
        isNull(runQuestion.answer),
        inArray(matchingRun.status, ['queued', 'running']),
      ),
    );

export async function isOpenQuestion(db: Db, id: string): Promise<boolean> {
  return (await db.$count(openQuestion(db, id).as('open'))) === 1;
}

/** The question with what it is about, or null when there is nothing to answer. */
export async function takeQuestion(db: Db, id: string) {
  const [asked] = await openQuestion(db, id);
  if (!asked) return null;
  const inputs = await db
    .select({ input: runSlice.input })
    .from(runSlice)
    .where(and(eq(runSlice.run, asked.run), inArray(runSlice.slice, [0, asked.slice])))
    .orderBy(runSlice.slice);
  const [shared, people] = inputs;
  return shared && people ? { question: asked.question, shared: shared.input, people: people.input } : null;
}

/** The first answer stays. */
export async function answerQuestion(db: Db, id: string, answer: Uint8Array): Promise<void> {
  await db
    .update(runQuestion)
    .set({ answer })
    .where(and(eq(runQuestion.id, id), isNull(runQuestion.answer)));
}

/** Call it in the transaction that ends the run. */
export async function dropSlices(db: Db, run: string): Promise<void> {
  await db.delete(runQuestion).where(eq(runQuestion.run, run));
  await db.delete(runSlice).where(eq(runSlice.run, run));
}
