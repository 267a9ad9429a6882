import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { VacancyStatus } from '#contract/codes/work.ts';
import { openApplication } from '#contract/life/application.ts';
import type { Db } from '../db.ts';
import { account, application, employer, region, vacancy, vacancyEvent } from '../schema/index.ts';
import { today } from './conditions.ts';
import { type Scope, within } from './scope.ts';

/** Whose vacancy may be touched: an employer's own, or any in a region. */
export type Owner = { readonly employer: string } | { readonly scope: Scope };

const where = sql`coalesce(${vacancy.settlement}, ${vacancy.regionCode}, ${employer.region})`;

export const owned = (owner: Owner): SQL =>
  'employer' in owner ? eq(vacancy.employer, owner.employer) : within(where, owner.scope);

const columns = {
  vacancy,
  employer: employer.name,
  employerId: employer.id,
  employerKind: employer.kind,
  employerVerified: sql<boolean>`${employer.status} = 'verified'`,
  answerRate: employer.answerRate,
  /** as seekers read it, see place.ts */
  place: sql<string>`coalesce(case when ${vacancy.region} in ('province', 'outside') then ${vacancy.address} end, (select r.name from ${region} r where r.code = coalesce(${vacancy.settlement}, ${vacancy.regionCode})), ${vacancy.address}, '')`,
  /** the region whose policies hold */
  regionPath: sql<string>`(select r.path from ${region} r where r.code = ${where})`,
  today: sql<string>`to_char(${today}, 'YYYY-MM-DD')`,
  waiting: sql<number>`(select count(*)::int from ${application} a where a.vacancy = ${vacancy.id} and a.status = 'recommended')`,
  open: sql<number>`(select count(*)::int from ${application} a where a.vacancy = ${vacancy.id} and ${inArray(sql`a.status`, [...openApplication])})`,
};

const select = (db: Db) =>
  db.select(columns).from(vacancy).innerJoin(employer, eq(employer.id, vacancy.employer));

export type OwnVacancyRow = Awaited<ReturnType<typeof select>>[number];

export async function findOwnVacancy(db: Db, owner: Owner, id: string): Promise<OwnVacancyRow | null> {
  const [row] = await select(db).where(and(eq(vacancy.id, id), owned(owner)));
  return row ?? null;
}

/** The vacancy, locked until the transaction ends; writers of its applications lock it first. */
export async function lockVacancy(db: Db, owner: Owner, id: string): Promise<OwnVacancyRow | null> {
  await db.select({ id: vacancy.id }).from(vacancy).where(eq(vacancy.id, id)).for('no key update');
  return findOwnVacancy(db, owner, id);
}

export async function listOwnVacancies(
  db: Db,
  employerId: string,
  { page, size, status }: { page: number; size: number; status?: VacancyStatus | undefined },
) {
  const mine = and(eq(vacancy.employer, employerId), status ? eq(vacancy.status, status) : undefined);
  const items = await select(db)
    .where(mine)
    .orderBy(desc(columns.waiting), desc(vacancy.updatedAt), desc(vacancy.id))
    .limit(size)
    .offset((page - 1) * size);
  return { items, total: await db.$count(vacancy, mine) };
}

export type VacancyValues = Partial<typeof vacancy.$inferInsert>;

export async function addVacancy(db: Db, values: typeof vacancy.$inferInsert): Promise<string> {
  const [row] = await db.insert(vacancy).values(values).returning({ id: vacancy.id });
  return row!.id;
}

/** Changes a locked vacancy; its version rises. */
export async function setVacancy(db: Db, id: string, values: VacancyValues): Promise<void> {
  await db
    .update(vacancy)
    .set({ ...values, version: sql`${vacancy.version} + 1`, updatedAt: sql`now()` })
    .where(eq(vacancy.id, id));
}

export interface VacancyChange {
  readonly vacancy: string;
  readonly action: string;
  readonly actor: string | null;
  /** field → [what it was, what it became] */
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly note?: string | null;
}

export async function addVacancyEvent(db: Db, { changes = {}, ...event }: VacancyChange): Promise<void> {
  await db.insert(vacancyEvent).values({ ...event, changes });
}

/** Minutes within which saves of one sitting are one line of history. */
const SITTING = 10;

/** Writes an edit down, joined to the one before when the same person made it just now. @returns false when joined */
export async function addVacancyEdit(
  db: Db,
  { vacancy: id, actor, changes = {} }: Omit<VacancyChange, 'action' | 'note'>,
): Promise<boolean> {
  const [last] = await db
    .select({
      id: vacancyEvent.id,
      action: vacancyEvent.action,
      actor: vacancyEvent.actor,
      changes: vacancyEvent.changes,
      recent: sql<boolean>`${vacancyEvent.createdAt} > now() - make_interval(mins => ${SITTING})`,
    })
    .from(vacancyEvent)
    .where(eq(vacancyEvent.vacancy, id))
    .orderBy(desc(vacancyEvent.createdAt), desc(vacancyEvent.id))
    .limit(1);
  if (last?.action !== 'edit' || last.actor !== actor || !last.recent) {
    await addVacancyEvent(db, { vacancy: id, action: 'edit', actor, changes });
    return true;
  }
  const before = last.changes as Record<string, readonly [unknown, unknown]>;
  const joined = Object.fromEntries(
    Object.entries(changes).map(([name, [was, is]]) => [name, [before[name]?.[0] ?? was, is]]),
  );
  await db
    .update(vacancyEvent)
    .set({ changes: { ...before, ...joined } })
    .where(eq(vacancyEvent.id, last.id));
  return false;
}

/** The last changes, newest first. */
export const vacancyHistory = (db: Db, id: string) =>
  db
    .select({
      action: vacancyEvent.action,
      note: vacancyEvent.note,
      changes: vacancyEvent.changes,
      at: vacancyEvent.createdAt,
      by: account.name,
    })
    .from(vacancyEvent)
    .leftJoin(account, eq(account.id, vacancyEvent.actor))
    .where(eq(vacancyEvent.vacancy, id))
    .orderBy(desc(vacancyEvent.createdAt), desc(vacancyEvent.id))
    .limit(50);

export type VacancyHistoryRow = Awaited<ReturnType<typeof vacancyHistory>>[number];

/** In review and in scope; employers who have published nothing yet first, then first come, first served. */
export async function listReviews(db: Db, scope: Scope, { page, size }: { page: number; size: number }) {
  const waiting = inReview(scope);
  const items = await db
    .select({ ...columns, firstTime })
    .from(vacancy)
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .where(waiting)
    .orderBy(desc(firstTime), sql`coalesce(${vacancy.submittedAt}, ${vacancy.createdAt})`, vacancy.id)
    .limit(size)
    .offset((page - 1) * size);
  return { items, total: await countReviews(db, scope) };
}

export async function countReviews(db: Db, scope: Scope): Promise<number> {
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(vacancy)
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .where(inReview(scope));
  return counted?.total ?? 0;
}

const inReview = (scope: Scope) => and(eq(vacancy.status, 'in_review'), owned({ scope }));

const firstTime = sql<boolean>`not exists (select 1 from ${vacancy} v where v.employer = ${employer.id}
  and v.published_at is not null)`;

export async function isFirstTime(db: Db, employerId: string): Promise<boolean> {
  const published = and(eq(vacancy.employer, employerId), sql`${vacancy.publishedAt} is not null`);
  return (await db.$count(vacancy, published)) === 0;
}
