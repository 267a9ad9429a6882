import { and, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
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
 * Freezes what the run asks about: `inputs[0]` is the same for all slices, `inputs[n]` holds slice n. Answers the run
 * has already stay when it froze exactly the same before, and go otherwise.
 * @returns false when the run is no longer wanted
 */
export async function freezeSlices(
  db: Db,
  run: string,
  inputs: () => Iterable<Uint8Array>,
): Promise<boolean> {
  return db.transaction(async (db) => {
    if (!(await holdWanted(db, run))) return false;
    let slice = 0;
    let changed = 0;
    for (const input of inputs()) {
      const written = await db
        .insert(runSlice)
        .values({ run, slice: slice++, input })
        .onConflictDoUpdate({
          target: [runSlice.run, runSlice.slice],
          set: { input },
          setWhere: sql`${runSlice.input} <> excluded.input`,
        })
        .returning({ slice: runSlice.slice });
      changed += written.length;
    }
    const beyond = and(eq(runSlice.run, run), gte(runSlice.slice, slice));
    changed += (await db.delete(runSlice).where(beyond).returning({ slice: runSlice.slice })).length;
    if (changed > 0) await db.delete(runQuestion).where(eq(runQuestion.run, run));
    return true;
  });
}

/** Nobody can end the run until the transaction has. */
async function holdWanted(db: Db, run: string): Promise<boolean> {
  const held = await db.select({ id: matchingRun.id }).from(matchingRun).where(wanted(run)).for('update');
  return held.length === 1;
}

/**
 * Asks every slice, `questions[n]` being that to slice n + 1, and has the unanswered ones answered by whoever takes
 * the jobs. Asking again repeats only what has no answer, or what is now another question; a run that is no longer
 * wanted asks nothing.
 */
export async function askSlices(
  db: Db,
  run: string,
  round: number,
  questions: readonly Uint8Array[],
): Promise<void> {
  await db.transaction(async (db) => {
    if (!(await holdWanted(db, run))) return;
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
