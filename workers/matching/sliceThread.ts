import { parentPort, workerData } from 'node:worker_threads';
import type { Question } from '#matching/questions.ts';
import { openSlice, type SlicePeople } from '#matching/slice.ts';
import type { ThreadMessage } from '../thread.ts';
import type { SliceInput } from './messages.ts';
import { pack, unpack } from './pack.ts';
import { minutesOf, type SharedWorld } from './shared.ts';

/** Answers one question about one slice; it needs no database and starts fast. */
const { question, shared, people } = workerData as SliceInput;
const say = (message: ThreadMessage) => parentPort!.postMessage(message);

try {
  const { travel, rules: _, ...world } = unpack<SharedWorld>(shared);
  const answer = openSlice({ ...world, minutes: minutesOf(travel) }, unpack<SlicePeople>(people));
  say({ kind: 'finished', result: pack(answer(unpack<Question>(question))) });
} catch (error) {
  const { name, message } = error as Error;
  say({ kind: 'failed', name, message });
}
