import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../../db.ts';
import {
  fair,
  fairInvitation,
  fairMatch,
  fairPost,
  fairStall,
  personIdentity,
  vacancy,
} from '../../schema/index.ts';

/** The fair as those see it who are asked to come: the person, and the employer at its stall. */

/** Invitations of a person, the next fair first. */
export const fairsOfPerson = (db: Db, personId: string) =>
  db
    .select({ invitation: fairInvitation, fair })
    .from(fairInvitation)
    .innerJoin(fair, eq(fair.id, fairInvitation.fair))
    .where(and(eq(fairInvitation.person, personId), isNotNull(fairInvitation.number)))
    .orderBy(
      sql`array_position(array['held', 'inviting', 'planned', 'closed', 'cancelled'], ${fair.status})`,
      desc(fair.day),
    );

/** Fairs an employer has a stall at, once people are invited or the fair was called off. */
export const stallsOfEmployer = (db: Db, employerId: string, fairId?: string) =>
  db
    .select({ stall: fairStall, fair })
    .from(fairStall)
    .innerJoin(fair, eq(fair.id, fairStall.fair))
    .where(and(eq(fairStall.employer, employerId), fairId === undefined ? undefined : eq(fair.id, fairId)))
    .orderBy(
      sql`array_position(array['held', 'inviting', 'planned', 'closed', 'cancelled'], ${fair.status})`,
      desc(fair.day),
    );

export const postsOfStalls = (db: Db, stalls: readonly string[]) =>
  db
    .select({ stall: fairPost.stall, vacancy: vacancy.id, title: vacancy.title, places: fairPost.places })
    .from(fairPost)
    .innerJoin(vacancy, eq(vacancy.id, fairPost.vacancy))
    .where(inArray(fairPost.stall, [...stalls]))
    .orderBy(asc(vacancy.title), asc(vacancy.id));

/** Who came and was sent to a stall, or talked there, by number. */
export const guestsAtStall = (db: Db, fairId: string, stallId: string) => {
  const post = sql`(select p.vacancy from fair_post p where p.stall = ${stallId})`;
  return db
    .select({
      invitation: fairInvitation.id,
      number: fairInvitation.number,
      name: personIdentity.name,
      vacancy: fairMatch.vacancy,
      title: vacancy.title,
    })
    .from(fairInvitation)
    .leftJoin(personIdentity, eq(personIdentity.person, fairInvitation.person))
    .leftJoin(
      fairMatch,
      sql`${fairMatch.invitation} = ${fairInvitation.id} and ${fairMatch.rank} = (select min(m.rank)
        from fair_match m where m.invitation = ${fairInvitation.id} and m.vacancy in ${post})`,
    )
    .leftJoin(vacancy, eq(vacancy.id, fairMatch.vacancy))
    .where(
      and(
        eq(fairInvitation.fair, fairId),
        isNotNull(fairInvitation.cameAt),
        sql`(${fairMatch.vacancy} is not null or ${fairInvitation.round} is null)`,
      ),
    )
    .orderBy(asc(fairInvitation.number));
};
