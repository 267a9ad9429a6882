import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../db.ts';
import { awardedCertificate, household, person, personIdentity } from '../../schema/index.ts';
import type { Caller } from '../accounts.ts';
import { isLabourer, today } from '../conditions.ts';
import { servesHousehold } from './reach.ts';

/** The household, for its own members and for staff who serve it; null for everybody else. */
export async function findServedHousehold(db: Db, caller: Caller, id: string) {
  const own = sql`exists (select 1 from person p where p.household = ${household.id} and p.id = ${caller.person})`;
  const [row] = await db
    .select({ id: household.id, number: household.number })
    .from(household)
    .where(and(eq(household.id, id), caller.role === 'seeker' ? own : servesHousehold(caller)));
  return row ?? null;
}

/** Members with what follows the last class each passed: a job 90 days later, or null before that day. */
export const learners = (db: Db, householdId: string) =>
  db
    .select({
      id: person.id,
      relation: person.relation,
      name: personIdentity.name,
      skills: person.skills,
      labourer: isLabourer,
      employedAt90: sql<boolean | null>`(
        select exists (select 1 from spell s where s.person = ${person.id} and s.started_on <= k.ends_on + 90
          and (s.ended_on is null or s.ended_on >= k.ends_on + 90))
        from enrolment e join course_class k on k.id = e.class
        where e.person = ${person.id} and e.status = 'passed' and k.ends_on + 90 <= ${today}
        order by k.ends_on desc limit 1)`,
    })
    .from(person)
    .leftJoin(personIdentity, eq(personIdentity.person, person.id))
    .where(eq(person.household, householdId))
    .orderBy(sql`${person.relation} <> 'head'`, asc(person.birthDate), asc(person.id));

export const certificatesOf = (db: Db, persons: readonly string[]) =>
  db
    .select()
    .from(awardedCertificate)
    .where(inArray(awardedCertificate.person, [...persons]))
    .orderBy(desc(awardedCertificate.awardedOn));
