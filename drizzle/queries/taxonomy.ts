import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { WordKind } from '#contract/codes/taxonomy.ts';
import type { Db } from '../db.ts';
import { account, occupationWord, taxonomyVersion } from '../schema/index.ts';

export interface WordFilter {
  readonly text?: string | undefined;
  readonly occupation?: string | undefined;
  readonly kind?: WordKind | undefined;
}

export interface NewWord {
  readonly occupation: string;
  readonly word: string;
  readonly kind: WordKind;
}

/** One page of the words in force, by occupation, then by word. */
export async function listWords(
  db: Db,
  { text, occupation, kind }: WordFilter,
  { page, size }: { readonly page: number; readonly size: number },
) {
  const where = and(
    isNull(occupationWord.until),
    text ? sql`strpos(lower(${occupationWord.word}), ${text.toLowerCase()}) > 0` : undefined,
    occupation ? eq(occupationWord.occupation, occupation) : undefined,
    kind ? eq(occupationWord.kind, kind) : undefined,
  );
  const [items, total] = await Promise.all([
    db
      .select()
      .from(occupationWord)
      .where(where)
      .orderBy(asc(occupationWord.occupation), asc(occupationWord.kind), asc(occupationWord.word))
      .limit(size)
      .offset((page - 1) * size),
    db.$count(occupationWord, where),
  ]);
  return { items, total };
}

/** The version in force; 0 before the first. */
export async function currentVersion(db: Db): Promise<number> {
  const [row] = await db
    .select({ number: sql<number>`coalesce(max(${taxonomyVersion.number}), 0)::int` })
    .from(taxonomyVersion);
  return row?.number ?? 0;
}

/** Versions, newest first, with what each brought and dropped. */
export const listVersions = (db: Db) =>
  db
    .select({
      number: taxonomyVersion.number,
      note: taxonomyVersion.note,
      author: account.name,
      publishedAt: taxonomyVersion.publishedAt,
      added: sql<number>`(select count(*)::int from ${occupationWord} w where w.since = ${taxonomyVersion.number})`,
      dropped: sql<number>`(select count(*)::int from ${occupationWord} w where w.until = ${taxonomyVersion.number})`,
    })
    .from(taxonomyVersion)
    .leftJoin(account, eq(account.id, taxonomyVersion.author))
    .orderBy(desc(taxonomyVersion.number));

/** Opens the next version. @returns false when somebody else has opened it meanwhile */
export async function openVersion(
  db: Db,
  { number, note, author }: { readonly number: number; readonly note: string; readonly author: string },
): Promise<boolean> {
  const opened = await db
    .insert(taxonomyVersion)
    .values({ number, note, author })
    .onConflictDoNothing()
    .returning({ number: taxonomyVersion.number });
  return opened.length === 1;
}

/** Words in force are dropped with the version that drops them, never deleted. @returns how many were */
export async function dropWords(db: Db, ids: readonly string[], version: number): Promise<number> {
  if (ids.length === 0) return 0;
  const dropped = await db
    .update(occupationWord)
    .set({ until: version })
    .where(and(inArray(occupationWord.id, [...ids]), isNull(occupationWord.until)))
    .returning({ id: occupationWord.id });
  return dropped.length;
}

/** @returns how many were new; a word an occupation has already stays as it is */
export async function addWords(db: Db, words: readonly NewWord[], version: number): Promise<number> {
  if (words.length === 0) return 0;
  const added = await db
    .insert(occupationWord)
    .values(words.map((word) => ({ ...word, since: version })))
    .onConflictDoNothing()
    .returning({ id: occupationWord.id });
  return added.length;
}

/** Occupation → how people say it in everyday words and dialect, the oldest words first. */
export async function everydayWords(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .select({ occupation: occupationWord.occupation, word: occupationWord.word })
    .from(occupationWord)
    .where(and(isNull(occupationWord.until), inArray(occupationWord.kind, ['everyday', 'dialect'])))
    .orderBy(asc(occupationWord.id));
  const words = Map.groupBy(rows, ({ occupation }) => occupation);
  return new Map([...words].map(([occupation, group]) => [occupation, group.map(({ word }) => word)]));
}
