import { type JobName, jobs } from '#contract/jobs.ts';
import type { Handler, LastWord, Parts } from './handler.ts';
import { proposalGaveUp, proposeInvitations } from './handlers/fairProposal.ts';
import { checkImport } from './handlers/import/check.ts';
import { commitImport } from './handlers/import/commit.ts';
import { importGaveUp } from './handlers/import/gaveUp.ts';
import { undoImport } from './handlers/import/undo.ts';
import { runGaveUp, runMatching } from './handlers/matchingRun.ts';
import { answerSlice, sliceGaveUp } from './handlers/matchingSlice.ts';
import { tellSavedSearches } from './handlers/savedSearches.ts';
import { rebuildIndex, reconcileIndexes } from './handlers/searchRebuild.ts';
import { syncDocuments } from './handlers/searchSync.ts';
import { studyGaveUp, studyTraining } from './handlers/trainingStudy.ts';
import { sendNotices } from './notices/send.ts';

/** The one table of jobs and their handlers: a missing one does not compile. */
export const handlers = {
  'import.check': checkImport,
  'import.commit': commitImport,
  'import.undo': undoImport,
  'matching.run': runMatching,
  'matching.slice': answerSlice,
  'training.study': studyTraining,
  'fair.propose': proposeInvitations,
  'notices.send': async (_, parts, signal) => {
    await sendNotices(parts, signal);
  },
  'searches.match': (_, parts, signal) => tellSavedSearches(parts, signal),
  'search.sync': (payload, { db, search }) => syncDocuments(db, search.client, payload),
  'search.rebuild': ({ index }, { db, search }) => rebuildIndex(db, search.client, index),
  'search.reconcile': (_, { db, search, log }) =>
    reconcileIndexes(db, search.client, (drift) => log.info(drift, 'search drift mended')),
} satisfies { [N in JobName]: Handler<N> };

/** What people read when a job has failed for good. */
const lastWords: { readonly [N in JobName]?: LastWord<N> } = {
  'import.check': importGaveUp,
  'import.commit': importGaveUp,
  'import.undo': importGaveUp,
  'matching.run': runGaveUp,
  'matching.slice': sliceGaveUp,
  'training.study': studyGaveUp,
  'fair.propose': proposalGaveUp,
};

/** Runs the handler of a job. @throws ZodError for a payload that is not the job's */
export async function handle(name: JobName, data: unknown, parts: Parts, signal: AbortSignal): Promise<void> {
  const run = handlers[name] as Handler<never>;
  await run(jobs[name].payload.parse(data) as never, parts, signal);
}

/** Tells people that a job has failed for good; a job nobody waits for says nothing. */
export async function sayLastWord(name: JobName, data: unknown, parts: Parts, error: Error): Promise<void> {
  const say = lastWords[name] as LastWord<never> | undefined;
  const payload = jobs[name].payload.safeParse(data);
  if (payload.success) await say?.(payload.data as never, parts, error);
}
