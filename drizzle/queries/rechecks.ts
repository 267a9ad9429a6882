import { type AnyColumn, and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { employer, employerCheck, provider } from '../schema/index.ts';
import { today } from './conditions.ts';
import { policyAt } from './policies.ts';

/** Days before the day itself where no rule says how many. */
const NOTICE = 14;

/**
 * The day for another look is near or over: from now on whoever has to bring papers, and whoever looks at them, hear
 * of it. How many days ahead is a dated rule (`recheck.notice_days`) of the region named by `code`.
 */
export const isRecheckDue = (on: AnyColumn, code: AnyColumn): SQL<boolean> => sql<boolean>`coalesce(
  ${on} <= ${today} + coalesce(${policyAt('recheck.notice_days', sql`(select r.path from region r where r.code = ${code})`)}, ${NOTICE})::int,
  false)`;

/** Verified employers whose papers are to be looked at again. */
export const dueEmployers = (db: Db) =>
  db
    .select({ id: employer.id, recheckOn: sql<string>`${employer.recheckOn}` })
    .from(employer)
    .where(and(eq(employer.status, 'verified'), isRecheckDue(employer.recheckOn, employer.region)));

/** The newest look at a workshop decides; what failed holds nothing that could end. */
export const isCurrentAccreditation = sql<boolean>`(${employerCheck.kind} = 'workshop'
  and ${employerCheck.verdict} = 'passed' and not exists (select 1 from employer_check later
    where later.employer = ${employerCheck.employer} and later.kind = 'workshop'
      and later.created_at > ${employerCheck.createdAt}))`;

/** Over `employer`: its accreditation is to be looked at again. */
export const isWorkshopDue = sql<boolean>`exists (select 1 from ${employerCheck}
  where ${employerCheck.employer} = ${employer.id} and ${isCurrentAccreditation}
    and ${isRecheckDue(employerCheck.recheckOn, employer.region)})`;

/** Workshops whose accreditation is to be looked at again. */
export const dueWorkshops = (db: Db) =>
  db
    .select({ id: employerCheck.employer, recheckOn: employerCheck.recheckOn })
    .from(employerCheck)
    .innerJoin(employer, eq(employer.id, employerCheck.employer))
    .where(and(isCurrentAccreditation, isRecheckDue(employerCheck.recheckOn, employer.region)));

/** Verified providers whose papers are to be looked at again, with the account that speaks for each. */
export const dueProviders = (db: Db) =>
  db
    .select({
      id: provider.id,
      account: sql<string>`${provider.account}`,
      recheckOn: sql<string>`${provider.recheckOn}`,
    })
    .from(provider)
    .where(
      and(
        eq(provider.status, 'verified'),
        isNotNull(provider.account),
        isRecheckDue(provider.recheckOn, provider.region),
      ),
    );
