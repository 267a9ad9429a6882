import type { SavedQuery } from '#contract/routes/savedSearches.ts';
import { waysToSay } from '#contract/search/query.ts';
import { queryTerms } from '#contract/search/terms.ts';
import { dayNumber } from '#contract/search/vacancies.ts';
import type { Db } from '#drizzle/db.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import { searchesAfter, setTold } from '#drizzle/queries/savedSearches.ts';
import { minutesFrom } from '#drizzle/queries/travel.ts';
import { localTime } from '#drizzle/queries/upkeep.ts';
import { countVacancyDocuments, type VacancyConditions } from '#drizzle/queries/vacancySearch.ts';
import type { Parts } from '../handler.ts';

/** Searches looked at between two looks at the signal. */
const PAGE = 200;

/**
 * Looks for vacancies published since a search was last told of, and tells its owner how many. Told and written down
 * together, so that a second run on one day tells nothing twice.
 */
export async function tellSavedSearches({ db }: Pick<Parts, 'db'>, signal: AbortSignal): Promise<void> {
  const { day } = await localTime(db);
  for (let after: string | null = null; ; ) {
    signal.throwIfAborted();
    const page = await searchesAfter(db, after, PAGE);
    for (const search of page) {
      const now = new Date();
      const count = await countNew(db, search.query, search.toldAt, dayNumber(day));
      if (count === 0) continue;
      await db.transaction(async (db) => {
        const { id, person, account } = search;
        await leaveNotices(db, [
          {
            to: person === null ? { account } : { person },
            template: 'search.matches',
            params: { search: id, count },
            dedupe: `search.matches:${id}:${day}`,
          },
        ]);
        await setTold(db, id, now);
      });
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}

/** What the search page would find, of those published after `since`; only as asked, never widened. */
async function countNew(db: Db, query: SavedQuery, since: Date, today: number): Promise<number> {
  const { q, kind, form, pay, from, minutes, care, lodging, county } = query;
  const reach = from && minutes ? await minutesFrom(db, from) : undefined;
  const conditions: Omit<VacancyConditions, 'terms'> = {
    today,
    ...(kind.length > 0 && { kind }),
    ...(form.length > 0 && { form }),
    ...(pay && { pay }),
    ...(reach &&
      minutes && { settlements: [...reach].filter(([, way]) => way <= minutes).map(([code]) => code) }),
    ...(care && { care: true as const }),
    ...(lodging && { lodging: true as const }),
    ...(county && { county }),
  };
  const ways = waysToSay(q ?? '');
  if (ways.length === 0)
    return countVacancyDocuments(db, { ...conditions, terms: [], publishedAfter: since });
  // The first way to say it that finds anything at all is what the search page shows.
  for (const way of ways) {
    const asked = { ...conditions, terms: queryTerms(way) };
    if (asked.terms.length === 0 || (await countVacancyDocuments(db, asked)) === 0) continue;
    return countVacancyDocuments(db, { ...asked, publishedAfter: since });
  }
  return 0;
}
