import { setTimeout as pause } from 'node:timers/promises';
import { claimNotices } from '#drizzle/queries/noticeSending.ts';
import type { Parts } from '../handler.ts';
import { toInbox } from './inbox.ts';
import { toPhone } from './phone.ts';
import { openPolicies } from './policies.ts';

/** Notices taken at a time; each is sent beside the others. */
const BATCH = 20;
/** Seconds a sender holds them: longer than a gateway may take for all. */
const LEASE = 120;

/**
 * Sends whatever is due. Nothing is sent inside a transaction: a notice is claimed, sent, and its end written down;
 * a sender killed in between lets it come due again, and the key it carries makes the second try arrive as the first.
 * @returns how many were tried
 */
export async function sendNotices(
  { db, channels, log }: Pick<Parts, 'db' | 'channels' | 'log'>,
  signal: AbortSignal,
): Promise<number> {
  const sender = { db, channels, policies: openPolicies(db), log };
  for (let tried = 0; ; ) {
    signal.throwIfAborted();
    const claimed = await claimNotices(db, BATCH, LEASE);
    if (claimed.length === 0) return tried;
    tried += claimed.length;
    const ends = await Promise.allSettled(
      claimed.map((notice) =>
        notice.channel === 'in_app' ? toInbox(sender, notice) : toPhone(sender, notice),
      ),
    );
    const broken = ends.find((end) => end.status === 'rejected');
    // The others have ended well; this one comes due again by itself.
    if (broken) throw broken.reason;
    await pause(0);
  }
}
