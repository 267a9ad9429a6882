import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestion, takeQuestion } from '#drizzle/queries/runSlices.ts';
import type { Question } from '#matching/questions.ts';
import { openSlice, type SlicePeople } from '#matching/slice.ts';
import { openDb } from '#platform/connections.ts';
import { bare } from '../faults.ts';
import type { ThreadMessage } from '../thread.ts';
import type { SliceInput } from './messages.ts';
import { pack, unpack } from './pack.ts';
import { minutesOf, type SharedWorld } from './world.ts';

/** One question about one slice, from the database back into it. */
const { databaseUrl, questionId } = workerData as SliceInput;
const say = (message: ThreadMessage) => parentPort!.postMessage(message);
const database = openDb(databaseUrl, { pool: 1, name: 'leye-slice' });

try {
  const asked = await takeQuestion(database.db, questionId);
  if (asked) {
    const { travel, ...shared } = unpack<SharedWorld>(asked.shared);
    const answer = openSlice({ ...shared, minutes: minutesOf(travel) }, unpack<SlicePeople>(asked.people));
    await answerQuestion(database.db, questionId, pack(answer(unpack<Question>(asked.question))));
  }
  say({ kind: 'finished', stored: asked !== null });
} catch (error) {
  const { name, message } = bare(error);
  say({ kind: 'failed', name, message });
} finally {
  await database.close();
}
