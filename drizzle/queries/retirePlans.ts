import { inArray, or } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { matchingRun, proposal, runHousehold } from '../schema/index.ts';

export interface Vanishing {
  readonly persons: readonly string[];
  readonly households: readonly string[];
  readonly vacancies: readonly string[];
}

/**
 * Takes plans out of force that rest on rows about to vanish, and the lines of those rows out of every plan.
 * A plan is no fact: it may go where its ground goes, but must not pass for the plan of a world it never saw.
 * @returns the runs that were in force
 */
export async function retirePlans(db: Db, { persons, households, vacancies }: Vanishing): Promise<string[]> {
  const dropped = await db
    .delete(proposal)
    .where(or(inArray(proposal.person, [...persons]), inArray(proposal.vacancy, [...vacancies])))
    .returning({ run: proposal.run });
  const droppedHouseholds = await db
    .delete(runHousehold)
    .where(inArray(runHousehold.household, [...households]))
    .returning({ run: runHousehold.run });
  const runs = [...new Set([...dropped, ...droppedHouseholds].map(({ run }) => run))];
  if (runs.length === 0) return [];
  const retired = await db
    .update(matchingRun)
    .set({ current: false })
    .where(inArray(matchingRun.id, runs))
    .returning({ id: matchingRun.id });
  return retired.map(({ id }) => id);
}
