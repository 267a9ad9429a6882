import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { EmployerStatus } from '#contract/codes/work.ts';
import type { ProviderForm } from '#contract/routes/providers.ts';
import type { Db } from '../../db.ts';
import { course, provider, region } from '../../schema/index.ts';
import type { Caller } from '../accounts.ts';
import { today } from '../conditions.ts';
import type { PageRequest } from '../imports.ts';
import { isRecheckDue } from '../rechecks.ts';
import { reachesProvider } from './reach.ts';

/** Days after the end of a class at which its graduates are counted. */
const tracked = sql`k.ends_on + 90`;

/** Passed enrolments of classes that ended long enough ago. */
const graduates = (and = sql``) => sql<number>`(
  select count(*)::int from enrolment e join course_class k on k.id = e.class join course c on c.id = k.course
  where c.provider = ${provider.id} and e.status = 'passed' and ${tracked} <= ${today} ${and})`;

/** Those of them in a job on that very day. */
const employed = graduates(sql`and exists (select 1 from spell s where s.person = e.person
  and s.started_on <= ${tracked} and (s.ended_on is null or s.ended_on >= ${tracked}))`);

const recheckDue = isRecheckDue(provider.recheckOn, provider.region);

const select = (db: Db) =>
  db
    .select({
      provider,
      region: { code: region.code, name: region.name },
      recheckDue,
      courses: sql<number>`(select count(*)::int from ${course} where ${course.provider} = ${provider.id}
        and ${course.status} = 'published')`,
      graduates: graduates(),
      employed,
    })
    .from(provider)
    .innerJoin(region, eq(region.code, provider.region));

export type ProviderRecord = Awaited<ReturnType<typeof select>>[number];

/** The provider an account speaks for, or null. */
export async function providerOf(db: Db, account: string): Promise<ProviderRecord | null> {
  const [row] = await select(db).where(eq(provider.account, account));
  return row ?? null;
}

/** The provider, or null when there is none the caller may see. */
export async function findProvider(db: Db, caller: Caller, id: string): Promise<ProviderRecord | null> {
  const [row] = await select(db).where(and(eq(provider.id, id), reachesProvider(caller)));
  return row ?? null;
}

/** Those that wait for staff first: pending, then due for another look. */
export async function listProviders(
  db: Db,
  caller: Caller,
  { page, size, status }: PageRequest & { readonly status: EmployerStatus | undefined },
) {
  const where = and(reachesProvider(caller), status && eq(provider.status, status));
  const items = await select(db)
    .where(where)
    .orderBy(sql`${provider.status} = 'pending' desc`, desc(recheckDue), asc(provider.name), asc(provider.id))
    .limit(size)
    .offset((page - 1) * size);
  const [sum] = await db.select({ total: count() }).from(provider).where(where);
  return { items, total: sum?.total ?? 0 };
}

/** @returns false when another provider has this licence code, or the account has one already */
export async function addProvider(db: Db, form: ProviderForm, owner: Pick<Caller, 'id' | 'region'>) {
  const added = await db
    .insert(provider)
    .values({ ...form, region: owner.region.code, account: owner.id })
    .onConflictDoNothing()
    .returning({ id: provider.id });
  return added.length === 1;
}

/**
 * Writes new particulars. What the licence stands for sends it back to staff.
 * @returns false when another provider has this licence code
 */
export async function changeProvider(db: Db, account: string, form: ProviderForm): Promise<boolean> {
  const [other] = await db
    .select({ id: provider.id })
    .from(provider)
    .where(and(eq(provider.uscc, form.uscc), sql`${provider.account} is distinct from ${account}`));
  if (other) return false;
  const licensed = sql`(${provider.name}, ${provider.uscc}, ${provider.licence}, ${provider.licenceValidUntil})
    is distinct from (${form.name}::text, ${form.uscc}::text, ${form.licence}::text, ${form.licenceValidUntil}::date)`;
  await db
    .update(provider)
    .set({
      ...form,
      status: sql`case when ${licensed} and ${provider.status} = 'verified' then 'pending' else ${provider.status} end`,
      version: sql`${provider.version} + 1`,
    })
    .where(eq(provider.account, account));
  return true;
}

/** @returns false when the provider was in that state already */
export async function judgeProvider(
  db: Db,
  id: string,
  verdict:
    | { readonly status: 'verified'; readonly recheckMonths: number }
    | { readonly status: 'suspended'; readonly reason: string },
): Promise<boolean> {
  const verified = verdict.status === 'verified';
  const judged = await db
    .update(provider)
    .set({
      status: verdict.status,
      suspendedReason: verified ? null : verdict.reason,
      recheckOn: verified
        ? sql`(${today} + make_interval(months => ${verdict.recheckMonths}::int))::date`
        : null,
      version: sql`${provider.version} + 1`,
    })
    .where(
      and(
        eq(provider.id, id),
        // A verified provider is verified again when another look is due.
        verified
          ? sql`(${provider.status} <> 'verified' or ${recheckDue})`
          : sql`${provider.status} <> 'suspended'`,
      ),
    )
    .returning({ id: provider.id });
  return judged.length === 1;
}
