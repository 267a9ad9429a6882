import type { NoticeFailure, PhoneChannel } from '#contract/codes/market.ts';
import type { Db } from '#drizzle/db.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import { findFailed, retryNotice } from '#drizzle/queries/noticeFailures.ts';
import { hasNotice, markRead, sayPreference } from '#drizzle/queries/noticeInbox.ts';
import { takeReceipt } from '#drizzle/queries/noticeReceipts.ts';
import { hmacHex, sameText } from '#platform/crypto.ts';
import { found, notFound, Problem } from '../problem.ts';
import type { Act } from './act.ts';

/** @throws Problem not_found */
export async function readOne(db: Db, caller: Caller, id: string): Promise<void> {
  if (!(await hasNotice(db, caller, id))) throw notFound();
  await markRead(db, caller, id);
}

export const readAll = (db: Db, caller: Caller): Promise<number> => markRead(db, caller, null);

/** Yes or no to a channel: the audit row is the proof of the agreement (PIPL 14, 15). */
export const chooseChannel = (
  db: Db,
  { caller, requestId, channel, on }: Act & { readonly channel: PhoneChannel; readonly on: boolean },
): Promise<void> =>
  db.transaction(async (db) => {
    await sayPreference(db, caller, channel, !on);
    await recordAudit(db, {
      actor: caller,
      action: on ? 'notices.agreed' : 'notices.declined',
      subject: caller.person === null ? 'account' : 'person',
      subjectId: caller.person ?? caller.id,
      region: caller.region.code,
      details: { channel },
      requestId,
    });
  });

/** @throws Problem not_found, wrong_state when somebody was quicker */
export const retry = (
  db: Db,
  { caller, requestId, noticeId }: Act & { readonly noticeId: string },
): Promise<void> =>
  db.transaction(async (db) => {
    const { id, channel, failure, region } = found(await findFailed(db, caller.region, noticeId));
    if (!(await retryNotice(db, id))) throw new Problem('wrong_state');
    await emit(db, 'notices.send', {});
    await recordAudit(db, {
      actor: caller,
      action: 'notice.retried',
      subject: 'notice',
      subjectId: id,
      region,
      details: { channel, failure },
      requestId,
    });
  });

export interface Receipt {
  readonly channel: PhoneChannel;
  readonly id: string;
  readonly status: 'delivered' | 'read' | 'failed';
  readonly code?: NoticeFailure | undefined;
  readonly at: string;
}

/** What the signature covers: every part of a receipt that is acted on, one a line. */
export const signedPart = ({ channel, id, status, code = undefined, at }: Receipt): string =>
  [channel, id, status, code ?? '', at].join('\n');

/**
 * A receipt may come twice or late and never leads back, so an old one that is played again changes nothing.
 * @throws Problem forbidden for a wrong signature, not_found for an unknown message and where no gateway is set up
 */
export async function takeSigned(
  db: Db,
  key: Buffer | undefined,
  signature: unknown,
  receipt: Receipt,
): Promise<void> {
  if (!key) throw notFound();
  if (typeof signature !== 'string' || !sameText(signature, hmacHex(key, signedPart(receipt))))
    throw new Problem('forbidden');
  const { channel, id: ref, status, code: failure = null } = receipt;
  const known = await db.transaction((db) => takeReceipt(db, { channel, ref, status, failure }));
  if (!known) throw notFound();
}
