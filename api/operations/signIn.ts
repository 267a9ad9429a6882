import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Db } from '#drizzle/db.ts';
import {
  addSession,
  type Caller,
  type Credentials,
  countSignIn,
  findCaller,
  findSession,
  revokeFamily,
  spendSession,
} from '#drizzle/queries/accounts.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { hashPassword, verifyPassword } from '#platform/crypto.ts';
import { Problem } from '../problem.ts';

/** Days a refresh token lives unused. */
export const REFRESH_DAYS = 14;

export interface SignedIn {
  readonly caller: Caller;
  /** 256 random bits in base64url; only its hash is stored */
  readonly refreshToken: string;
}

export interface SignInInput {
  /** null for an unknown login */
  readonly account: Credentials | null;
  readonly login: string;
  readonly password: string;
  readonly requestId: string;
}

/**
 * Checks the password and opens a session. An unknown login, a wrong password and a disabled account cost the same
 * work and get the same answer.
 * @throws Problem wrong_credentials
 */
export async function signIn(
  db: Db,
  { account, login, password, requestId }: SignInInput,
): Promise<SignedIn> {
  const matches = await verifyPassword(account?.passwordHash ?? (await decoy()), password);
  if (!account || !matches || account.disabled) {
    await db.transaction(async (db) => {
      await countSignIn(db, login, false);
      await recordAudit(db, {
        actor: null,
        action: 'account.sign_in_refused',
        subject: 'account',
        ...(account && { subjectId: account.id }),
        requestId,
      });
    });
    throw new Problem('wrong_credentials');
  }
  return db.transaction(async (db) => {
    await countSignIn(db, login, true);
    await recordAudit(db, {
      actor: account,
      action: 'account.signed_in',
      subject: 'account',
      subjectId: account.id,
      requestId,
    });
    return issue(db, account.id, randomUUID());
  });
}

/**
 * Changes a refresh token for its successor. A token that was spent before has been copied: the whole family ends.
 * @throws Problem session_ended
 */
export async function refresh(
  db: Db,
  { token, requestId }: { token: string; requestId: string },
): Promise<SignedIn> {
  const tokenHash = hashOf(token);
  const next = await db.transaction(async (db) => {
    const spent = await spendSession(db, tokenHash);
    return spent && issue(db, spent.account, spent.family).catch(endedToNull);
  });
  if (next) return next;

  const reused = await findSession(db, tokenHash);
  if (reused?.spentAt) {
    await db.transaction(async (db) => {
      await revokeFamily(db, reused.family);
      await recordAudit(db, {
        actor: null,
        action: 'session.reused',
        subject: 'account',
        subjectId: reused.account,
        requestId,
      });
    });
  }
  throw new Problem('session_ended');
}

/** Ends the sign-in the token belongs to; an unknown token changes nothing. */
export async function signOut(
  db: Db,
  { token, requestId }: { token: string; requestId: string },
): Promise<void> {
  const found = await findSession(db, hashOf(token));
  if (!found) return;
  await db.transaction(async (db) => {
    await revokeFamily(db, found.family);
    await recordAudit(db, {
      actor: null,
      action: 'account.signed_out',
      subject: 'account',
      subjectId: found.account,
      requestId,
    });
  });
}

async function issue(db: Db, account: string, family: string): Promise<SignedIn> {
  const refreshToken = randomBytes(32).toString('base64url');
  await addSession(db, { family, account, tokenHash: hashOf(refreshToken), days: REFRESH_DAYS });
  const caller = await findCaller(db, account, family);
  if (!caller) throw new Problem('session_ended');
  return { caller, refreshToken };
}

function endedToNull(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The hash of a password nobody knows, so that unknown logins take as long as known ones. */
let decoyHash: Promise<string> | undefined;
function decoy(): Promise<string> {
  decoyHash ??= hashPassword(randomBytes(32).toString('base64url'));
  return decoyHash;
}
