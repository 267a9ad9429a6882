import type { ActiveRun } from '#drizzle/queries/runResults.ts';

/** What the matching thread is started with. */
export interface ThreadInput {
  readonly databaseUrl: string;
  readonly run: ActiveRun;
  /** pairs of person and vacancy a slice holds, see WORKER_SLICE_PAIRS */
  readonly slicePairs: number;
}

/** What the thread that answers a question is started with, all packed; it returns the packed answer. */
export interface SliceInput {
  readonly question: Uint8Array;
  readonly shared: Uint8Array;
  readonly people: Uint8Array;
}
