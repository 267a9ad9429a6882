import { and, asc, count, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { FairStatus } from '#contract/codes/fair.ts';
import type { FairForm } from '#contract/routes/fairs.ts';
import type { Db } from '../../db.ts';
import { fair, fairInvitation, fairStall, region } from '../../schema/index.ts';
import type { Caller } from '../accounts.ts';
import type { PageRequest } from '../imports.ts';

/** Fairs of the caller's region, and those above it whose invitations reach into it. */
const reaches = ({ region: { path } }: Caller): SQL =>
  or(sql`${region.path} like ${`${path}%`}`, sql`${path} like ${region.path} || '%'`)!;

const columns = {
  fair,
  regionName: region.name,
  regionPath: region.path,
  stalls: sql<number>`(select count(*)::int from fair_stall s where s.fair = ${fair.id})`,
  posts: sql<number>`(select coalesce(sum(p.places), 0)::int from fair_post p join fair_stall s on s.id = p.stall
    where s.fair = ${fair.id})`,
  invited: sql<number>`(select count(*)::int from fair_invitation i where i.fair = ${fair.id} and i.sent_at is not null)`,
  came: sql<number>`(select count(*)::int from fair_invitation i where i.fair = ${fair.id} and i.came_at is not null)`,
  intents: sql<number>`(select count(distinct i.id)::int from fair_invitation i join fair_talk k on k.invitation = i.id
    where i.fair = ${fair.id} and k.outcome = 'intent')`,
};

const select = (db: Db) => db.select(columns).from(fair).innerJoin(region, eq(region.code, fair.region));
export type FairRecord = Awaited<ReturnType<typeof select>>[number];

/** The fair, or null when there is none the caller may see. */
export async function findFair(db: Db, caller: Caller, id: string): Promise<FairRecord | null> {
  const [row] = await select(db).where(and(eq(fair.id, id), reaches(caller)));
  return row ?? null;
}

/** What is going on first, then what is to come, then what is over, newest first. */
export async function listFairs(
  db: Db,
  caller: Caller,
  { page, size, status }: PageRequest & { readonly status?: FairStatus | undefined },
) {
  const where = and(reaches(caller), status && eq(fair.status, status));
  const items = await select(db)
    .where(where)
    .orderBy(
      sql`array_position(array['held', 'inviting', 'planned', 'closed', 'cancelled'], ${fair.status})`,
      desc(fair.day),
      asc(fair.id),
    )
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db
    .select({ total: count() })
    .from(fair)
    .innerJoin(region, eq(region.code, fair.region))
    .where(where);
  return { items, total: sum?.total ?? 0 };
}

export async function addFair(
  db: Db,
  form: FairForm & { readonly doorKey: string; readonly createdBy: string },
): Promise<string> {
  const [row] = await db
    .insert(fair)
    .values({ ...form, status: 'planned' })
    .returning({ id: fair.id });
  return row!.id;
}

/**
 * Takes the fair for the rest of the transaction: whoever sets stalls, sends invitations or numbers guests waits here.
 * @returns it as it is now, or null when there is none
 */
/** Whichever fair it is, for somebody who holds a code of its door. */
export async function fairAtDoor(db: Db, id: string) {
  const [row] = await db.select().from(fair).where(eq(fair.id, id));
  return row ?? null;
}

export async function lockFair(db: Db, id: string) {
  const [row] = await db.select().from(fair).where(eq(fair.id, id)).for('update');
  return row ?? null;
}

export async function changeFair(
  db: Db,
  id: string,
  values: Partial<Omit<FairForm, 'region'>> & {
    readonly status?: FairStatus;
    readonly cancelReason?: string;
  },
): Promise<void> {
  await db
    .update(fair)
    .set({ ...values, version: sql`${fair.version} + 1` })
    .where(eq(fair.id, id));
}

/** Whoever has been sent an invitation and has not declined it. */
export async function standingGuests(db: Db, fairId: string): Promise<string[]> {
  const rows = await db
    .select({ person: fairInvitation.person })
    .from(fairInvitation)
    .where(
      and(
        eq(fairInvitation.fair, fairId),
        sql`${fairInvitation.sentAt} is not null`,
        sql`${fairInvitation.answer} is distinct from 'declined'`,
      ),
    );
  return rows.map(({ person }) => person);
}

/** Employers with a stall at the fair. */
export async function stallEmployers(db: Db, fairId: string): Promise<string[]> {
  const rows = await db
    .select({ employer: fairStall.employer })
    .from(fairStall)
    .where(eq(fairStall.fair, fairId));
  return rows.map(({ employer }) => employer);
}
