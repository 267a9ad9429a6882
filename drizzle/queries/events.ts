import { type JobName, type JobPayload, jobs } from '#contract/jobs.ts';
import type { Db } from '../db.ts';
import { outbox } from '../schema/index.ts';

/**
 * Leaves an event in the outbox; the relay turns it into a job once the transaction has committed.
 * Call it with the transaction that writes the state.
 * @throws ZodError when the payload is not the job's
 */
export async function emit<N extends JobName>(db: Db, job: N, payload: JobPayload<N>): Promise<void> {
  await db.insert(outbox).values({ job, payload: jobs[job].payload.parse(payload) });
}
