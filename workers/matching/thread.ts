import { parentPort, workerData } from 'node:worker_threads';
import { storePlan } from '#drizzle/queries/runResults.ts';
import { planHere } from '#matching/assign.ts';
import type { Plan } from '#matching/plan.ts';
import { openPlanning } from '#matching/planning.ts';
import { slicesOf } from '#matching/slice.ts';
import { openDb } from '#platform/connections.ts';
import { bare } from '../faults.ts';
import type { Stored, ThreadMessage } from '../thread.ts';
import { planOverQueue } from './fanOut.ts';
import type { ThreadInput } from './messages.ts';
import { openProgress } from './progress.ts';
import { resultOf } from './result.ts';
import { type LoadedWorld, loadWorld } from './world.ts';

/** With fewer slices freezing, asking and gathering cost more than several cores save: a city stays one job. */
const FEWEST = 4;

/** One run from the database back into it, away from the thread that keeps the job alive. */
const { databaseUrl, slicePairs, run } = workerData as ThreadInput;
const say = (message: ThreadMessage) => parentPort!.postMessage(message);
const progress = openProgress((at) => say({ kind: 'progress', ...at }));
const database = openDb(databaseUrl, { pool: 1, name: 'leye-matching' });

try {
  progress.report('load');
  const loaded = await loadWorld(database.db, run, run.today);
  const found = await planned(loaded);
  progress.report('store');
  const stored = found !== null && (await storePlan(database.db, run, resultOf(found, loaded)));
  say({ kind: 'finished', result: { stored } satisfies Stored });
} catch (error) {
  const { name, message } = bare(error);
  say({ kind: 'failed', name, message });
} finally {
  await database.close();
}

/** Here, or, where it pays, with all workers answering for a slice each; the plan is the same. */
async function planned(loaded: LoadedWorld): Promise<Plan | null> {
  const planning = openPlanning(loaded.world, { onProgress: progress.ofPlan });
  const slices = slicesOf(planning.scope, slicePairs);
  if (slices.length < FEWEST) return planHere(planning);
  return planOverQueue(database.db, run, loaded, planning, slices);
}
