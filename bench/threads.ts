import { Worker } from 'node:worker_threads';
import type { Helpers } from '#matching/solver/team.ts';

/** Helper threads of the solver for a run on `threads` threads, the caller's own included. */
export function helpersFor(threads: number): Helpers | undefined {
  if (threads < 2) return undefined;
  const entry = new URL('./helperThread.ts', import.meta.url);
  return { count: threads - 1, start: (seat) => void new Worker(entry, { workerData: seat }) };
}
