import type { JobName, JobPayload } from '#contract/jobs.ts';
import type { Channels, Db, Search, Storage } from '#platform/connections.ts';
import type { FieldKeys } from '#platform/crypto.ts';
import type { Logger } from '#platform/log.ts';

/** What handlers work with; `main.ts` opens it, tests hand in their own. */
export interface Parts {
  readonly db: Db;
  /** For the matching thread, which opens connections of its own. */
  readonly databaseUrl: string;
  /** pairs of person and vacancy one slice of a large run holds */
  readonly slicePairs: number;
  readonly search: Search;
  readonly storage: Storage;
  /** through which notices leave */
  readonly channels: Channels;
  readonly fieldKeys: FieldKeys;
  readonly blindIndexKey: Buffer;
  readonly log: Logger;
}

/**
 * Does one job. It may be run again at any time, after a crash or beside itself, and must then change nothing
 * twice. It throws to fail; when `signal` aborts, the process is about to end: it stops at the next safe point
 * by `signal.throwIfAborted()`, and the job goes back to the queue without costing an attempt.
 */
export type Handler<N extends JobName> = (
  payload: JobPayload<N>,
  parts: Parts,
  signal: AbortSignal,
) => Promise<void>;

/** Leaves a word for people when a job has failed for good. */
export type LastWord<N extends JobName> = (
  payload: JobPayload<N>,
  parts: Parts,
  error: Error,
) => Promise<void>;
