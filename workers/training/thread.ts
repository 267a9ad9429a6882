import { parentPort, workerData } from 'node:worker_threads';
import { storeStudy } from '#drizzle/queries/training/demand.ts';
import { studyTraining } from '#matching/training.ts';
import { openDb } from '#platform/connections.ts';
import { bare } from '../faults.ts';
import { loadWorld } from '../matching/world.ts';
import type { Stored, ThreadMessage } from '../thread.ts';
import { courseIdeas } from './ideas.ts';
import type { StudyInput } from './messages.ts';

/** One study from the database back into it. */
const { databaseUrl, run } = workerData as StudyInput;
const say = (message: ThreadMessage) => parentPort!.postMessage(message);
const database = openDb(databaseUrl, { pool: 1, name: 'leye-training' });

try {
  const { world } = await loadWorld(database.db, run, run.today);
  const demands = studyTraining(world, courseIdeas(world.vacancies));
  say({
    kind: 'finished',
    result: { stored: await storeStudy(database.db, run.id, demands) } satisfies Stored,
  });
} catch (error) {
  const { name, message } = bare(error);
  say({ kind: 'failed', name, message });
} finally {
  await database.close();
}
