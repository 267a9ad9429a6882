import { parentPort, workerData } from 'node:worker_threads';
import { storePlan } from '#drizzle/queries/runResults.ts';
import { plan } from '#matching/assign.ts';
import { openDb } from '#platform/connections.ts';
import { bare } from '../faults.ts';
import type { ThreadMessage } from '../thread.ts';
import type { ThreadInput } from './messages.ts';
import { openProgress } from './progress.ts';
import { resultOf } from './result.ts';
import { loadWorld } from './world.ts';

/** One run from the database back into it, away from the thread that keeps the job alive. */
const { databaseUrl, run } = workerData as ThreadInput;
const say = (message: ThreadMessage) => parentPort!.postMessage(message);
const progress = openProgress((at) => say({ kind: 'progress', ...at }));
const database = openDb(databaseUrl, { pool: 1, name: 'leye-matching' });

try {
  progress.report('load');
  const loaded = await loadWorld(database.db, run, run.today);
  const found = plan(loaded.world, { onProgress: progress.ofPlan });
  progress.report('store');
  const stored = await storePlan(database.db, run, resultOf(found, loaded));
  say({ kind: 'finished', stored });
} catch (error) {
  const { name, message } = bare(error);
  say({ kind: 'failed', name, message });
} finally {
  await database.close();
}
