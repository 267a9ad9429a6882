import { and, asc, desc, eq, ilike, or, sql } from 'drizzle-orm';
import type { EmployerStatus } from '#contract/codes/work.ts';
import type { Db } from '../db.ts';
import { account, employer, employerCheck, region, spell, vacancy } from '../schema/index.ts';
import { today } from './conditions.ts';
import { isRecheckDue, isWorkshopDue } from './rechecks.ts';
import { type Scope, within } from './scope.ts';

/** Whether staff have verified the employer and not suspended it since. */
export const isVerifiedEmployer = async (db: Db, id: string): Promise<boolean> =>
  (await db.$count(employer, and(eq(employer.id, id), eq(employer.status, 'verified')))) > 0;

const recheckDue = sql<boolean>`(${employer.status} = 'verified' and ${isRecheckDue(employer.recheckOn, employer.region)})`;

const select = (db: Db) =>
  db
    .select({
      employer,
      regionName: region.name,
      regionPath: region.path,
      recheckDue,
      workshopDue: isWorkshopDue,
      today: sql<string>`to_char(${today}, 'YYYY-MM-DD')`,
    })
    .from(employer)
    .leftJoin(region, eq(region.code, employer.region));

export type EmployerRow = Awaited<ReturnType<typeof select>>[number];

/** Everything known of an employer, with its region; staff name their scope. */
export async function findEmployer(db: Db, id: string, scope?: Scope): Promise<EmployerRow | null> {
  const [row] = await select(db).where(
    and(eq(employer.id, id), scope ? within(employer.region, scope) : undefined),
  );
  return row ?? null;
}

export async function lockEmployer(db: Db, id: string, scope?: Scope): Promise<EmployerRow | null> {
  await db.select({ id: employer.id }).from(employer).where(eq(employer.id, id)).for('no key update');
  return findEmployer(db, id, scope);
}

export interface EmployerFilter {
  readonly page: number;
  readonly size: number;
  readonly status?: EmployerStatus | undefined;
  readonly due?: boolean | undefined;
  readonly q?: string | undefined;
}

/** In scope; who waits for verification first, then whose papers are due. */
export async function listEmployers(db: Db, scope: Scope, { page, size, status, due, q }: EmployerFilter) {
  const wanted = and(
    within(employer.region, scope),
    status ? eq(employer.status, status) : undefined,
    due ? or(recheckDue, isWorkshopDue) : undefined,
    q ? ilike(employer.name, `%${q.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
  );
  const items = await select(db)
    .where(wanted)
    .orderBy(
      desc(sql`${employer.status} = 'pending'`),
      desc(sql`(${recheckDue} or ${isWorkshopDue})`),
      asc(employer.recheckOn),
      employer.id,
    )
    .limit(size)
    .offset((page - 1) * size);
  return { items, total: await db.$count(employer, wanted) };
}

/** @returns null when the credit code is registered already */
export async function addEmployer(db: Db, values: typeof employer.$inferInsert): Promise<string | null> {
  const [row] = await db.insert(employer).values(values).onConflictDoNothing().returning({ id: employer.id });
  return row?.id ?? null;
}

/** @returns null when the login is taken */
export async function addEmployerAccount(
  db: Db,
  values: typeof account.$inferInsert,
): Promise<string | null> {
  const [row] = await db.insert(account).values(values).onConflictDoNothing().returning({ id: account.id });
  return row?.id ?? null;
}

/** Changes a locked employer; its version rises, and with it that of its search documents. */
export async function setEmployer(
  db: Db,
  id: string,
  values: { [K in keyof typeof employer.$inferInsert]?: (typeof employer.$inferInsert)[K] | undefined },
): Promise<void> {
  await db
    .update(employer)
    .set({ ...values, version: sql`${employer.version} + 1` })
    .where(eq(employer.id, id));
}

/** The months are added by the database's calendar. */
export async function addCheck(
  db: Db,
  {
    months,
    ...values
  }: Omit<typeof employerCheck.$inferInsert, 'decidedOn' | 'recheckOn'> & { months: number },
): Promise<string> {
  const [row] = await db
    .insert(employerCheck)
    .values({
      ...values,
      decidedOn: sql`${today}`,
      recheckOn: sql`(${today} + make_interval(months => ${months}::int))::date`,
    })
    .returning({ recheckOn: employerCheck.recheckOn });
  return row!.recheckOn;
}

export const listChecks = (db: Db, id: string) =>
  db
    .select({
      kind: employerCheck.kind,
      verdict: employerCheck.verdict,
      note: employerCheck.note,
      decidedOn: employerCheck.decidedOn,
      recheckOn: employerCheck.recheckOn,
    })
    .from(employerCheck)
    .where(eq(employerCheck.employer, id))
    .orderBy(desc(employerCheck.createdAt))
    .limit(20);

/** People of relocated households with a job here today, by the vacancy or by the name in the ledger. */
export async function countWorkers(db: Db, { id, name }: { id: string; name: string }) {
  const here = sql`(${spell.vacancy} in (select v.id from ${vacancy} v where v.employer = ${id})
    or (${spell.vacancy} is null and ${spell.employerName} = ${name}))`;
  const [row] = await db
    .select({
      workers: sql<number>`count(distinct ${spell.person})::int`,
      insured: sql<number>`count(distinct ${spell.person}) filter (where ${spell.insurance})::int`,
    })
    .from(spell)
    .where(
      and(
        here,
        sql`${spell.startedOn} <= ${today} and (${spell.endedOn} is null or ${spell.endedOn} >= ${today})`,
      ),
    );
  return row!;
}

/** What the employer has on the market, in order of id. */
export const publishedOf = async (db: Db, id: string): Promise<string[]> => {
  const rows = await db
    .select({ id: vacancy.id })
    .from(vacancy)
    .where(and(eq(vacancy.employer, id), eq(vacancy.status, 'published')))
    .orderBy(vacancy.id);
  return rows.map((row) => row.id);
};
