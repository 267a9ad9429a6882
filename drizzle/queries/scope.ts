import { type AnyColumn, and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { RegionLevel } from '#contract/codes/account.ts';
import type { Db } from '../db.ts';
import { region } from '../schema/index.ts';

/** What an account may see: a region and everything below it, as the prefix of `region.path`. */
export interface Scope {
  readonly path: string;
}

export interface RegionFacts {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parent: string | null;
  readonly path: string;
}

/** SQL condition: the region named by `code` lies in scope. Codes hold no LIKE wildcards. */
export const within = (code: AnyColumn | SQL, scope: Scope): SQL =>
  sql`${code} in (select r.code from ${region} r where r.path like ${`${scope.path}%`})`;

/** The region, or null when there is none in scope. */
export async function findRegion(db: Db, scope: Scope, code: string): Promise<RegionFacts | null> {
  const [row] = await db
    .select(facts)
    .from(region)
    .where(and(eq(region.code, code), sql`${region.path} like ${`${scope.path}%`}`));
  return row ?? null;
}

/** Regions one level below `code`, in order of code. */
export const childRegions = (db: Db, scope: Scope, code: string): Promise<RegionFacts[]> =>
  db
    .select(facts)
    .from(region)
    .where(and(eq(region.parent, code), sql`${region.path} like ${`${scope.path}%`}`))
    .orderBy(asc(region.code));

const facts = {
  code: region.code,
  name: region.name,
  level: region.level,
  parent: region.parent,
  path: region.path,
};
