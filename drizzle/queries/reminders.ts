import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { application, courseClass, enrolment, vacancy } from '../schema/index.ts';
import { today } from './conditions.ts';

/** Whom the calendar has something to say to; each is read on a new day and told once. */

/** Those with a seat in a class that starts tomorrow. */
export const startingTomorrow = (db: Db) =>
  db
    .select({ class: courseClass.id, startsOn: courseClass.startsOn, person: enrolment.person })
    .from(enrolment)
    .innerJoin(courseClass, eq(courseClass.id, enrolment.class))
    .where(
      and(
        eq(enrolment.status, 'enrolled'),
        inArray(courseClass.status, ['open', 'running']),
        sql`${courseClass.startsOn} = ${today} + 1`,
      ),
    );

const unanswered = and(eq(application.status, 'recommended'), isNull(application.answeredAt));

/** Applications whose answer is due tomorrow. */
export const dueTomorrow = (db: Db) =>
  db
    .select({ id: application.id, vacancy: application.vacancy, employer: vacancy.employer })
    .from(application)
    .innerJoin(vacancy, eq(vacancy.id, application.vacancy))
    .where(and(unanswered, sql`${application.answerBy} = ${today} + 1`));

/** Days for which a silence is still news; a day on which nobody looked is made up for. */
const NEWS = 7;

/** Applications whose employer let the agreed day pass. */
export const leftInSilence = (db: Db) =>
  db
    .select({ id: application.id, person: application.person })
    .from(application)
    .where(
      and(
        unanswered,
        sql`${application.answerBy} < ${today}`,
        sql`${application.answerBy} >= ${today} - ${NEWS}::int`,
      ),
    );
