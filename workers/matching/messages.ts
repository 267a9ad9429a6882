import type { ActiveRun } from '#drizzle/queries/runResults.ts';

/** What the matching thread is started with. */
export interface ThreadInput {
  readonly databaseUrl: string;
  readonly run: ActiveRun;
}
