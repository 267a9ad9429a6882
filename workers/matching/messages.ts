import type { ActiveRun } from '#drizzle/queries/runResults.ts';

/** What the matching thread is started with. */
export interface ThreadInput {
  readonly databaseUrl: string;
  readonly run: ActiveRun;
}

/** What it says. `stored` is false when the run was no longer wanted. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly stage: string; readonly progress: number }
  | { readonly kind: 'finished'; readonly stored: boolean }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };
