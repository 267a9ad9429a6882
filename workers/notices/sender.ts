import type { Db } from '#drizzle/db.ts';
import { type Claimed, settle } from '#drizzle/queries/noticeSending.ts';
import type { Channels } from '#platform/connections.ts';
import type { Logger } from '#platform/log.ts';
import type { NoticePolicies } from './policies.ts';
import { BACKOFF } from './rules.ts';

/** What sending works with during one run. */
export interface Sender {
  readonly db: Db;
  readonly channels: Channels;
  readonly policies: NoticePolicies;
  readonly log: Logger;
}

/** The moment of the next try, or null when there have been enough. */
export function nextTry({ attempts }: Pick<Claimed, 'attempts'>, now: Date): Date | null {
  const seconds = BACKOFF[attempts - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1_000);
}

/** Nobody reads it any more, or it was written by a release that knew other words. */
export const drop = (db: Db, notice: Claimed) => settle(db, notice, { status: 'dropped' });
