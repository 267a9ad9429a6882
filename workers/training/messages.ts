import type { ActiveStudy } from '#drizzle/queries/training/demand.ts';

/** What the thread of a study is started with. */
export interface StudyInput {
  readonly databaseUrl: string;
  readonly run: ActiveStudy;
}
