import type { Db } from '#drizzle/db.ts';
import { emit } from '#drizzle/queries/events.ts';
import {
  endingVacancies,
  expireVacancies,
  openSilenceTasks,
  refreshAnswerRates,
  vacanciesOfEmployers,
} from '#drizzle/queries/marketUpkeep.ts';
import { noticeEmployer } from '#drizzle/queries/notices.ts';
import { claimSlot, localTime } from '#drizzle/queries/upkeep.ts';
import { remindOfRechecks } from './rechecks.ts';
import { remind } from './reminders.ts';

/** Days before the end on which an employer is reminded. */
const REMIND = [7, 1];
/** Ids one `search.sync` event may hold, see contract/jobs.ts. */
const SYNC_IDS = 1_000;

/** What a new day does to the market, once a day, all or nothing. */
export async function newDay(db: Db): Promise<void> {
  const { day } = await localTime(db);
  await db.transaction(async (db) => {
    if (await claimSlot(db, 'market', day)) await turnDay(db);
  });
}

/** Ends, reminds, notes silence and counts answers. Running it twice on one day changes nothing twice. */
export async function turnDay(db: Db): Promise<void> {
  const expired = await expireVacancies(db);
  for (const { id, employer, validUntil, days } of await endingVacancies(db, REMIND)) {
    await noticeEmployer(db, employer, {
      template: 'vacancy.ending',
      params: { vacancy: id, days },
      dedupe: `vacancy.ending:${id}:${validUntil}:${days}`,
    });
  }
  await remindOfRechecks(db);
  await remind(db);
  await openSilenceTasks(db);
  await emit(db, 'searches.match', {});
  const rated = await vacanciesOfEmployers(db, await refreshAnswerRates(db));
  const ids = [...new Set([...expired, ...rated])];
  for (let at = 0; at < ids.length; at += SYNC_IDS) {
    await emit(db, 'search.sync', { index: 'vacancies', ids: ids.slice(at, at + SYNC_IDS) });
  }
}
