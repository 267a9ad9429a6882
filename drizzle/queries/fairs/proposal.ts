import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { StoredBound, StoredRule } from '#contract/fair.ts';
import type { StoredParts } from '#contract/plan.ts';
import type { Db } from '../../db.ts';
import {
  fair,
  fairInvitation,
  fairMatch,
  fairPost,
  fairProposal,
  fairStall,
  region,
} from '../../schema/index.ts';
import { recordAudit } from '../audit.ts';
import { today } from '../conditions.ts';
import { emit } from '../events.ts';
import { newIds } from '../ids.ts';
import { insertMany } from '../insertMany.ts';

/** Asks the engine anew. Call it in a transaction that holds the fair. */
export async function queueProposal(
  db: Db,
  fairId: string,
  values: { readonly requestedBy: string | null; readonly perPlace: number; readonly policy: StoredRule },
): Promise<void> {
  const queued = {
    ...values,
    status: 'queued' as const,
    stage: null,
    progress: 0,
    failure: null,
    finishedAt: null,
  };
  await db
    .insert(fairProposal)
    .values({ fair: fairId, ...queued })
    .onConflictDoUpdate({ target: fairProposal.fair, set: queued });
  await emit(db, 'fair.propose', { fairId });
}

export async function findProposal(db: Db, fairId: string) {
  const [row] = await db
    .select({
      proposal: fairProposal,
      unsent: sql<number>`(select count(*)::int from fair_invitation i where i.fair = ${fairProposal.fair}
        and i.sent_at is null and i.round is not null)`,
    })
    .from(fairProposal)
    .where(eq(fairProposal.fair, fairId));
  return row ?? null;
}

const active = (fairId: string) =>
  and(eq(fairProposal.fair, fairId), inArray(fairProposal.status, ['queued', 'running']));

export interface ActiveProposal {
  readonly fair: string;
  readonly path: string;
  /** ISO date */
  readonly today: string;
  readonly perPlace: number;
}

/** Marks the proposal as running; null when it has ended. One begun before begins anew. */
export async function beginProposal(db: Db, fairId: string): Promise<ActiveProposal | null> {
  const begun = await db
    .update(fairProposal)
    .set({ status: 'running', progress: 0 })
    .where(active(fairId))
    .returning({ perPlace: fairProposal.perPlace });
  const [row] = await db
    .select({ fair: fair.id, path: region.path, today: sql<string>`${today}::text` })
    .from(fair)
    .innerJoin(region, eq(region.code, fair.region))
    .where(eq(fair.id, fairId));
  return begun[0] && row ? { ...row, ...begun[0] } : null;
}

export async function reportProposal(
  db: Db,
  fairId: string,
  at: { readonly stage: string; readonly progress: number },
): Promise<void> {
  await db.update(fairProposal).set(at).where(active(fairId));
}

/** @param failure Chinese, for people */
export async function failProposal(db: Db, fairId: string, failure: string): Promise<void> {
  await db
    .update(fairProposal)
    .set({ status: 'failed', failure, finishedAt: sql`now()` })
    .where(active(fairId));
}

/** Places each post brings to the fair: never more than are left of the vacancy. */
export const fairPlaces = (db: Db, fairId: string) =>
  db
    .select({
      vacancy: fairPost.vacancy,
      places: sql<number>`least(${fairPost.places}, (select v.headcount - v.filled from vacancy v
        where v.id = ${fairPost.vacancy} and v.status = 'published'))`,
    })
    .from(fairPost)
    .innerJoin(fairStall, eq(fairStall.id, fairPost.stall))
    .where(eq(fairStall.fair, fairId));

/** Invitations that went out: the vacancy each is for, and whether it was declined. */
export const sentInvitations = (db: Db, fairId: string) =>
  db
    .select({
      person: fairInvitation.person,
      round: fairInvitation.round,
      answer: fairInvitation.answer,
      vacancy: fairMatch.vacancy,
    })
    .from(fairInvitation)
    .leftJoin(fairMatch, and(eq(fairMatch.invitation, fairInvitation.id), eq(fairMatch.rank, 1)))
    .where(and(eq(fairInvitation.fair, fairId), sql`${fairInvitation.sentAt} is not null`));

export interface ProposedInvitation {
  readonly person: string;
  readonly round: number;
  readonly matches: readonly {
    readonly vacancy: string;
    readonly score: number;
    readonly parts: StoredParts;
    readonly explanation: string;
    readonly words: string;
  }[];
}

export interface ProposalResult {
  readonly bound: StoredBound;
  readonly inputDigest: string;
  readonly suitable: {
    /** vacancy → people it suits */
    readonly posts: ReadonlyMap<string, number>;
    /** employer → people one of its posts suits */
    readonly stalls: ReadonlyMap<string, number>;
  };
  readonly invitations: readonly ProposedInvitation[];
}

/**
 * Stores a proposal in the place of the last one; what was sent stays.
 * @returns false, and nothing is stored, when it was no longer wanted
 */
export async function storeProposal(
  db: Db,
  { fair: fairId }: ActiveProposal,
  { bound, inputDigest, suitable, invitations }: ProposalResult,
): Promise<boolean> {
  return db.transaction(async (db) => {
    const [open] = await db
      .select({ status: fair.status })
      .from(fair)
      .where(eq(fair.id, fairId))
      .for('update');
    const done = { status: 'done' as const, progress: 100, stage: null, bound, inputDigest };
    const [wanted] = await db
      .update(fairProposal)
      .set({ ...done, finishedAt: sql`clock_timestamp()` })
      .where(active(fairId))
      .returning({ fair: fairProposal.fair });
    if (!wanted || (open?.status !== 'planned' && open?.status !== 'inviting')) return false;

    await db
      .delete(fairInvitation)
      .where(and(eq(fairInvitation.fair, fairId), isNull(fairInvitation.sentAt)));
    const ids = await newIds(db, invitations.length);
    await insertMany(
      db,
      fairInvitation,
      invitations.map(({ person, round }, i) => ({ id: ids[i]!, fair: fairId, person, round })),
    );
    await insertMany(
      db,
      fairMatch,
      invitations.flatMap(({ matches }, i) =>
        matches.map((match, m) => ({ invitation: ids[i]!, rank: m + 1, ...match })),
      ),
    );
    await countSuitable(db, fairId, suitable);
    await recordAudit(db, {
      actor: null,
      action: 'fair.proposed',
      subject: 'fair',
      subjectId: fairId,
      details: { invitations: invitations.length, placed: bound.placed, households: bound.households },
    });
    return true;
  });
}

async function countSuitable(db: Db, fairId: string, { posts, stalls }: ProposalResult['suitable']) {
  const ofFair = sql`(select s.id from fair_stall s where s.fair = ${fairId})`;
  for (const [employer, suitable] of stalls)
    await db
      .update(fairStall)
      .set({ suitable })
      .where(and(eq(fairStall.fair, fairId), eq(fairStall.employer, employer)));
  for (const [vacancy, suitable] of posts)
    await db
      .update(fairPost)
      .set({ suitable })
      .where(and(eq(fairPost.vacancy, vacancy), sql`${fairPost.stall} in ${ofFair}`));
}

/** A proposal of posts that have changed since is worth nothing; one at work stores nothing any more. */
export const dropProposal = (db: Db, fairId: string) =>
  db.delete(fairProposal).where(eq(fairProposal.fair, fairId));
