import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../db.ts';
import {
  employer,
  household,
  matchingRun,
  personIdentity,
  region,
  trainingDemand,
  trainingDemandPerson,
  trainingStudy,
  vacancy,
} from '../../schema/index.ts';
import { emit } from '../events.ts';
import { newIds } from '../ids.ts';
import { insertMany } from '../insertMany.ts';
import { type Scope, within } from '../scope.ts';

/** A plan to be studied; the shape the worlds are loaded by. */
export interface ActiveStudy {
  readonly id: string;
  readonly path: string;
  /** ISO date */
  readonly today: string;
}

/** Has what training would change in a plan found out, anew if it was before. Call it in a transaction. */
export async function queueStudy(db: Db, run: string, requestedBy: string | null): Promise<void> {
  const queued = { status: 'queued' as const, requestedBy, failure: null, finishedAt: null };
  await db
    .insert(trainingStudy)
    .values({ run, ...queued })
    .onConflictDoUpdate({ target: trainingStudy.run, set: queued });
  await emit(db, 'training.study', { runId: run });
}

/** Marks the study of the plan in force as running; null when it has ended, or the plan was replaced. */
export async function beginStudy(db: Db, run: string): Promise<ActiveStudy | null> {
  const begun = await db
    .update(trainingStudy)
    .set({ status: 'running' })
    .where(
      and(
        active(run),
        sql`exists (select 1 from ${matchingRun} where ${matchingRun.id} = ${run} and ${matchingRun.current})`,
      ),
    )
    .returning({ run: trainingStudy.run });
  if (begun.length === 0) return null;
  const [row] = await db
    .select({ id: matchingRun.id, path: region.path, today: matchingRun.today })
    .from(matchingRun)
    .innerJoin(region, eq(region.code, matchingRun.region))
    .where(eq(matchingRun.id, run));
  return row ?? null;
}

const active = (run: string) =>
  and(eq(trainingStudy.run, run), inArray(trainingStudy.status, ['queued', 'running']));

export async function failStudy(db: Db, run: string, failure: string): Promise<void> {
  await db
    .update(trainingStudy)
    .set({ status: 'failed', failure, finishedAt: sql`now()` })
    .where(active(run));
}

export interface Demand {
  readonly settlementId: string;
  /** occupation */
  readonly courseId: string;
  readonly households: number;
  readonly byTier: readonly [number, number, number];
  readonly placed: number;
  readonly attending: readonly {
    readonly personId: string;
    readonly householdId: string;
    readonly vacancyId: string;
  }[];
}

/** Stores a study in the place of an earlier one. @returns false when it was no longer wanted */
export async function storeStudy(db: Db, run: string, demands: readonly Demand[]): Promise<boolean> {
  return db.transaction(async (db) => {
    const [wanted] = await db
      .update(trainingStudy)
      .set({ status: 'done', finishedAt: sql`clock_timestamp()` })
      .where(active(run))
      .returning({ run: trainingStudy.run });
    if (!wanted) return false;
    await db.delete(trainingDemand).where(eq(trainingDemand.run, run));
    const ids = await newIds(db, demands.length);
    const rows = demands.map(({ settlementId, courseId, households, byTier, placed }, i) => ({
      id: ids[i]!,
      run,
      settlement: settlementId,
      occupation: courseId,
      households,
      tierA: byTier[0],
      tierB: byTier[1],
      tierC: byTier[2],
      placed,
    }));
    await insertMany(db, trainingDemand, rows);
    const people = demands.flatMap(({ attending }, i) =>
      attending.map(({ personId, householdId, vacancyId }) => ({
        demand: ids[i]!,
        person: personId,
        household: householdId,
        vacancy: vacancyId,
      })),
    );
    await insertMany(db, trainingDemandPerson, people);
    return true;
  });
}

/** The study of a plan, or null when nobody has asked for one. */
export async function findStudy(db: Db, run: string) {
  const [row] = await db.select().from(trainingStudy).where(eq(trainingStudy.run, run));
  return row ?? null;
}

/** What a study found in a region, most households first, with the courses and classes that answer it. */
export const listDemands = (db: Db, run: string, scope: Scope) =>
  db
    .select({
      demand: trainingDemand,
      settlementName: region.name,
      seats: sql<number>`(select count(*)::int from ${trainingDemandPerson} p where p.demand = ${trainingDemand.id})`,
      courses: sql<number>`(select count(*)::int from course c where c.status = 'published'
        and ${trainingDemand.occupation} = any(c.skills))`,
      classes: sql<number>`(select count(*)::int from course_class k join course c on c.id = k.course
        where k.settlement = ${trainingDemand.settlement} and k.status in ('planned', 'open')
          and ${trainingDemand.occupation} = any(c.skills))`,
    })
    .from(trainingDemand)
    .innerJoin(region, eq(region.code, trainingDemand.settlement))
    .where(and(eq(trainingDemand.run, run), within(trainingDemand.settlement, scope)))
    .orderBy(desc(trainingDemand.households), asc(trainingDemand.settlement), asc(trainingDemand.occupation));

/** Who has to attend and what waits for each, with what of the post classes have been promised. */
export const listAttending = (db: Db, demands: readonly string[]) =>
  db
    .select({
      demand: trainingDemandPerson.demand,
      person: trainingDemandPerson.person,
      name: personIdentity.name,
      householdNumber: household.number,
      vacancy,
      employer: employer.name,
      committed: sql<number>`(select coalesce(sum(m.places), 0)::int from class_commitment m
        join course_class k on k.id = m.class
        where m.vacancy = ${vacancy.id} and k.status in ('planned', 'open', 'running'))`,
    })
    .from(trainingDemandPerson)
    .innerJoin(household, eq(household.id, trainingDemandPerson.household))
    .innerJoin(vacancy, eq(vacancy.id, trainingDemandPerson.vacancy))
    .innerJoin(employer, eq(employer.id, vacancy.employer))
    .leftJoin(personIdentity, eq(personIdentity.person, trainingDemandPerson.person))
    .where(inArray(trainingDemandPerson.demand, [...demands]))
    .orderBy(asc(vacancy.title), asc(trainingDemandPerson.person));
