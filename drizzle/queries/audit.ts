import { createHash } from 'node:crypto';
import { and, asc, isNull, sql } from 'drizzle-orm';
import type { Role } from '#contract/codes/account.ts';
import type { Db } from '../db.ts';
import { audit } from '../schema/index.ts';

/** Who did what to what. Ids, codes and counts only: never a name, a phone or an ID number. */
export interface AuditEntry {
  /** null when the product itself acted */
  readonly actor: { readonly id: string; readonly role: Role } | null;
  /** verb of the past on a subject, e.g. `import.committed` */
  readonly action: string;
  readonly subject: string;
  readonly subjectId?: string;
  readonly region?: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
}

/** Writes one audit row; call it with the transaction that writes the state. */
export async function recordAudit(db: Db, { actor, ...entry }: AuditEntry): Promise<void> {
  await db.insert(audit).values({ actor: actor?.id ?? null, actorRole: actor?.role ?? null, ...entry });
}

/** Rows one call seals at most. */
const BATCH = 5_000;

/**
 * Chains the rows that have no hash yet: hash = SHA-256(hash before, row), one chain a day (Asia/Shanghai).
 * Sealing is apart from writing so that writers do not wait for each other; the table lock makes sure that
 * no lower id is still uncommitted, and gives up after 200 ms rather than hold writers back.
 * @returns how many rows were sealed; 0 also when a long transaction holds the table
 */
export async function sealAudit(db: Db): Promise<number> {
  return db.transaction(async (db) => {
    await db.execute(sql`set local lock_timeout = '200ms'`);
    const locked = await db
      .transaction((db) => db.execute(sql`lock table audit in share row exclusive mode`))
      .then(
        () => true,
        (error: unknown) => {
          if (isLockTimeout(error)) return false;
          throw error;
        },
      );
    if (!locked) return 0;

    const rows = await db
      .select(chained)
      .from(audit)
      .where(isNull(audit.hash))
      .orderBy(asc(audit.id))
      .limit(BATCH);
    const heads = new Map<string, string>();
    for (const row of rows) {
      const head = heads.get(row.day) ?? (await lastHash(db, row.day));
      const hash = link(head, row.text);
      heads.set(row.day, hash);
      await db.update(audit).set({ hash }).where(sql`${audit.id} = ${row.id}`);
    }
    return rows.length;
  });
}

/**
 * Recomputes the chain of one day.
 * @param day ISO date, Asia/Shanghai
 * @returns the id of the first row whose hash does not follow, or null when the chain holds
 */
export async function verifyAudit(db: Db, day: string): Promise<number | null> {
  const rows = await db
    .select({ ...chained, hash: audit.hash })
    .from(audit)
    .where(and(sql`${chained.day} = ${day}`, sql`${audit.hash} is not null`))
    .orderBy(asc(audit.id));
  let head = genesis(day);
  for (const row of rows) {
    head = link(head, row.text);
    if (head !== row.hash) return row.id;
  }
  return null;
}

/** What the hash covers: every column but itself, as PostgreSQL prints the row. */
const chained = {
  id: audit.id,
  day: sql<string>`to_char(${audit.createdAt} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
  text: sql<string>`jsonb_build_array(${audit.id}, ${audit.actor}, ${audit.actorRole}, ${audit.action}, ${audit.subject},
    ${audit.subjectId}, ${audit.region}, ${audit.reason}, ${audit.details}, ${audit.requestId},
    extract(epoch from ${audit.createdAt}))::text`,
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const genesis = (day: string) => sha256(`leye audit ${day}`);
const link = (head: string, text: string) => sha256(`${head}\n${text}`);

async function lastHash(db: Db, day: string): Promise<string> {
  const [last] = await db
    .select({ hash: audit.hash })
    .from(audit)
    .where(and(sql`${chained.day} = ${day}`, sql`${audit.hash} is not null`))
    .orderBy(sql`${audit.id} desc`)
    .limit(1);
  return last?.hash ?? genesis(day);
}

/** 55P03 lock_not_available; drizzle wraps the driver's error as its cause. */
function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '55P03';
}
