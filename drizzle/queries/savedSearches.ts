import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { SavedQuery } from '#contract/routes/savedSearches.ts';
import type { Db } from '../db.ts';
import { account, savedSearch } from '../schema/index.ts';

const columns = {
  id: savedSearch.id,
  name: savedSearch.name,
  query: sql<SavedQuery>`${savedSearch.query}`,
  createdAt: savedSearch.createdAt,
};

const select = (db: Db) => db.select(columns).from(savedSearch);
export type SavedSearchRow = Awaited<ReturnType<typeof select>>[number];

export const listSearches = (db: Db, owner: string): Promise<SavedSearchRow[]> =>
  select(db).where(eq(savedSearch.account, owner)).orderBy(desc(savedSearch.id));

export async function findSearch(db: Db, owner: string, id: string): Promise<SavedSearchRow | null> {
  const [row] = await select(db).where(and(eq(savedSearch.account, owner), eq(savedSearch.id, id)));
  return row ?? null;
}

/** Searches of one owner are saved one after the other, so that their number is limited. */
export const lockOwner = (db: Db, owner: string) =>
  db.select({ id: account.id }).from(account).where(eq(account.id, owner)).for('no key update');

/** The one that asks for the same, or null. */
export async function findSame(db: Db, owner: string, query: SavedQuery): Promise<SavedSearchRow | null> {
  const [row] = await select(db).where(
    and(eq(savedSearch.account, owner), sql`${savedSearch.query} = ${JSON.stringify(query)}::jsonb`),
  );
  return row ?? null;
}

export const countSearches = (db: Db, owner: string): Promise<number> =>
  db.$count(savedSearch, eq(savedSearch.account, owner));

export async function addSearch(
  db: Db,
  values: { readonly account: string; readonly name: string; readonly query: SavedQuery },
): Promise<SavedSearchRow> {
  const [row] = await db.insert(savedSearch).values(values).returning(columns);
  return row as SavedSearchRow;
}

/** @returns false when there is none of this owner's */
export async function removeSearch(db: Db, owner: string, id: string): Promise<boolean> {
  const removed = await db
    .delete(savedSearch)
    .where(and(eq(savedSearch.account, owner), eq(savedSearch.id, id)))
    .returning({ id: savedSearch.id });
  return removed.length === 1;
}

/** The next searches after `after` in order of id, with whom to tell and since when they were told nothing. */
export const searchesAfter = (db: Db, after: string | null, limit: number) =>
  db
    .select({
      id: savedSearch.id,
      query: columns.query,
      toldAt: savedSearch.lastSeenAt,
      account: account.id,
      person: account.person,
    })
    .from(savedSearch)
    .innerJoin(account, and(eq(account.id, savedSearch.account), eq(account.disabled, false)))
    .where(after === null ? undefined : gt(savedSearch.id, after))
    .orderBy(asc(savedSearch.id))
    .limit(limit);

/** Told up to the moment `at`. */
export const setTold = (db: Db, id: string, at: Date) =>
  db.update(savedSearch).set({ lastSeenAt: at }).where(eq(savedSearch.id, id));
