import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { SeekerRefusal } from '#contract/codes/market.ts';
import { openApplication } from '#contract/life/application.ts';
import type { Db } from '../db.ts';
import { application, employer, household, person, refusal, region, task, vacancy } from '../schema/index.ts';
import { isLiving } from './applicationLife.ts';
import { type Scope, within } from './scope.ts';

/** What staff put to people, and what came of it: the household's case, the employer's view, the course plan. */

const day = (column: typeof refusal.createdAt | typeof application.createdAt) =>
  sql<string>`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

const declined = (db: Db, which: SQL | undefined) =>
  db
    .select({
      person: refusal.person,
      vacancy: vacancy.id,
      title: vacancy.title,
      employer: employer.name,
      reason: sql<SeekerRefusal>`${refusal.reason}`,
      justified: refusal.justified,
      on: day(refusal.createdAt),
    })
    .from(refusal)
    .innerJoin(vacancy, eq(vacancy.id, refusal.vacancy))
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .where(which)
    .orderBy(desc(refusal.createdAt), desc(refusal.id));

const entered = (db: Db, which: SQL | undefined) =>
  db
    .select({
      person: application.person,
      vacancy: vacancy.id,
      title: vacancy.title,
      employer: employer.name,
      status: application.status,
      on: day(application.createdAt),
    })
    .from(application)
    .innerJoin(vacancy, eq(vacancy.id, application.vacancy))
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .where(which)
    .orderBy(desc(application.createdAt), desc(application.id));

/** Posts these people declined, newest first. */
export const listRefusals = (db: Db, persons: readonly string[]) =>
  declined(db, inArray(refusal.person, [...persons]));

/** Posts staff entered these people for, newest first. */
export const listEntered = (db: Db, persons: readonly string[]) =>
  entered(
    db,
    and(inArray(application.person, [...persons]), inArray(application.source, ['referral', 'assisted'])),
  );

/** A person's refusal of a vacancy that stands, or null. */
export async function standingRefusal(db: Db, personId: string, vacancyId: string) {
  const [row] = await declined(db, and(eq(refusal.person, personId), eq(refusal.vacancy, vacancyId)));
  return row ?? null;
}

/** A person's application for a vacancy that has not ended badly, whoever made it, or null. */
export async function standingApplication(db: Db, personId: string, vacancyId: string) {
  const [row] = await entered(db, isLiving(personId, vacancyId));
  return row ?? null;
}

/** Vacancies for which the person waits for an answer. */
export async function waitedFor(db: Db, personId: string): Promise<Set<string>> {
  const rows = await db
    .select({ vacancy: application.vacancy })
    .from(application)
    .where(and(eq(application.person, personId), inArray(application.status, [...openApplication])));
  return new Set(rows.map(({ vacancy }) => vacancy));
}

/** Vacancies whose employers asked staff to speak to the person. */
export async function askedFor(db: Db, personId: string): Promise<Set<string>> {
  const rows = await db
    .select({ vacancy: task.subjectId })
    .from(task)
    .where(and(eq(task.person, personId), eq(task.kind, 'invitation'), sql`${task.doneAt} is null`));
  return new Set(rows.flatMap(({ vacancy }) => vacancy ?? []));
}

/** How many people declined a vacancy to staff for each reason: one person once, with the last word. */
export async function declinedReasons(db: Db, vacancyId: string) {
  const rows = await db.execute<{ reason: SeekerRefusal; people: number }>(sql`
    select reason, count(*)::int as people from (
      select distinct on (person) reason from ${refusal} where vacancy = ${vacancyId}
      order by person, created_at desc, id desc) last
    group by reason order by people desc, reason`);
  return [...rows];
}

/** Those who declined because they fear they cannot do it, of a year: people by settlement and occupation. */
export const afraidOf = (db: Db, scope: Scope) =>
  db
    .select({
      settlement: { code: region.code, name: region.name },
      occupation: vacancy.occupation,
      people: sql<number>`count(distinct ${refusal.person})::int`,
      courses: sql<number>`(select count(*)::int from course c
        where c.status = 'published' and ${vacancy.occupation} = any(c.skills))`,
    })
    .from(refusal)
    .innerJoin(vacancy, eq(vacancy.id, refusal.vacancy))
    .innerJoin(person, eq(person.id, refusal.person))
    .innerJoin(household, eq(household.id, person.household))
    .innerJoin(region, eq(region.code, household.settlement))
    .where(
      and(
        eq(refusal.reason, 'skill'),
        sql`${refusal.createdAt} > now() - interval '1 year'`,
        within(household.settlement, scope),
      ),
    )
    .groupBy(region.code, region.name, vacancy.occupation)
    .orderBy(desc(sql`count(distinct ${refusal.person})`), region.code, vacancy.occupation)
    .limit(20);
