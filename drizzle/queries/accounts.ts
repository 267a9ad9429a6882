import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { RegionLevel, Role } from '#contract/codes/account.ts';
import type { Db } from '../db.ts';
import { account, region, session } from '../schema/index.ts';
import { prepared } from './prepared.ts';

/** Who calls: an enabled account with a living session. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly region: {
    readonly code: string;
    readonly name: string;
    readonly level: RegionLevel;
    readonly path: string;
  };
  readonly employer: string | null;
  readonly person: string | null;
  /** family of the refresh tokens this sign-in has had */
  readonly family: string;
}

const enabledCaller = prepared((db) =>
  db
    .select(callerColumns)
    .from(account)
    .innerJoin(region, eq(region.code, account.region))
    .where(
      and(
        eq(account.id, sql.placeholder('id')),
        eq(account.disabled, false),
        sql`exists (select 1 from ${session} s where s.family = ${sql.placeholder('family')}
          and s.account = ${account.id} and s.revoked_at is null and s.expires_at > now())`,
      ),
    )
    .prepare('enabled_caller'),
);

/** The caller behind an access token, or null when the account is disabled or the session has ended. */
export async function findCaller(db: Db, accountId: string, family: string): Promise<Caller | null> {
  const [row] = await enabledCaller(db).execute({ id: accountId, family });
  return row ? { ...row, family } : null;
}

export interface Credentials {
  readonly id: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly disabled: boolean;
}

/** What sign-in needs; null for an unknown login. */
export async function findCredentials(db: Db, login: string): Promise<Credentials | null> {
  const [row] = await db
    .select({
      id: account.id,
      role: account.role,
      passwordHash: account.passwordHash,
      disabled: account.disabled,
    })
    .from(account)
    .where(eq(account.login, login));
  return row ?? null;
}

/** Counts a failed or, with `ok`, forgets the failed sign-ins; an unknown login changes nothing. */
export async function countSignIn(db: Db, login: string, ok: boolean): Promise<void> {
  await db
    .update(account)
    .set({ failedLogins: ok ? 0 : sql`${account.failedLogins} + 1` })
    .where(eq(account.login, login));
}

/** A new refresh token: the first of a family, or the successor of a spent one. */
export async function addSession(
  db: Db,
  values: { family: string; account: string; tokenHash: string; days: number },
): Promise<void> {
  const { days, ...row } = values;
  await db.insert(session).values({ ...row, expiresAt: sql`now() + make_interval(days => ${days})` });
}

/** Spends a living refresh token; null when there is none with this hash. Two callers never both succeed. */
export async function spendSession(db: Db, tokenHash: string) {
  const [row] = await db
    .update(session)
    .set({ spentAt: sql`now()` })
    .where(
      and(
        eq(session.tokenHash, tokenHash),
        isNull(session.spentAt),
        isNull(session.revokedAt),
        gt(session.expiresAt, sql`now()`),
      ),
    )
    .returning({ family: session.family, account: session.account });
  return row ?? null;
}

/** The token with this hash whatever became of it. */
export async function findSession(db: Db, tokenHash: string) {
  const [row] = await db
    .select({ family: session.family, account: session.account, spentAt: session.spentAt })
    .from(session)
    .where(eq(session.tokenHash, tokenHash));
  return row ?? null;
}

/** Ends every token of a sign-in; access tokens of the family stop working at once. */
export async function revokeFamily(db: Db, family: string): Promise<void> {
  await db
    .update(session)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(session.family, family), isNull(session.revokedAt)));
}

/** Drops refresh tokens that ended more than `days` ago; until then a reused one is still recognised. */
export async function dropSessions(db: Db, days: number): Promise<void> {
  await db.delete(session).where(sql`${session.expiresAt} < now() - make_interval(days => ${days})`);
}

const callerColumns = {
  id: account.id,
  name: account.name,
  role: account.role,
  region: { code: region.code, name: region.name, level: region.level, path: region.path },
  employer: account.employer,
  person: account.person,
};
