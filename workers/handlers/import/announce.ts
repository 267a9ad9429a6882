import type { JobPayload } from '#contract/jobs.ts';
import type { Db } from '#drizzle/db.ts';
import { emit } from '#drizzle/queries/events.ts';
import { householdMembers } from '#drizzle/queries/ledgerPeople.ts';
import { vacanciesOfEmployers } from '#drizzle/queries/ledgerVacancies.ts';
import type { LedgerTable, Touch } from '#drizzle/queries/ledgerWrites.ts';

/** Ids one event may name, see contract/jobs.ts. */
const SYNC_IDS = 1_000;

/**
 * Has the search indexes follow, in the transaction that writes: those touched, the rest of their households,
 * whose zero-employment mark may have moved, and every vacancy of an employer touched.
 * Call it before rows are deleted: afterwards nobody knows whose household they were of.
 */
export async function announce(db: Db, touches: readonly Touch[]): Promise<void> {
  const persons = touched(touches, 'person');
  const vacancies = touched(touches, 'vacancy');
  await sync(db, 'workers', [...persons, ...(await householdMembers(db, persons))]);
  await sync(db, 'vacancies', [
    ...vacancies,
    ...(await vacanciesOfEmployers(db, touched(touches, 'employer'))),
  ]);
}

async function sync(
  db: Db,
  index: JobPayload<'search.sync'>['index'],
  ids: readonly string[],
): Promise<void> {
  const unique = [...new Set(ids)];
  for (let at = 0; at < unique.length; at += SYNC_IDS)
    await emit(db, 'search.sync', { index, ids: unique.slice(at, at + SYNC_IDS) });
}

const touched = (touches: readonly Touch[], name: LedgerTable) =>
  touches.filter(({ table }) => table === name).map(({ id }) => id);
