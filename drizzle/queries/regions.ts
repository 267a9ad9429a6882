import { aliasedTable, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { region, settlement } from '../schema/index.ts';

/** Every settlement with its county, counties together. */
export async function listSettlements(db: Db) {
  const county = aliasedTable(region, 'county');
  return db
    .select({ code: settlement.code, name: region.name, county: settlement.county, countyName: county.name })
    .from(settlement)
    .innerJoin(region, eq(region.code, settlement.code))
    .innerJoin(county, eq(county.code, settlement.county))
    .orderBy(asc(settlement.county), asc(settlement.code));
}

/** A settlement and where it lies in the tree of regions, or null. */
export async function findPlace(db: Db, code: string) {
  const [row] = await db
    .select({ code: settlement.code, name: region.name, path: region.path })
    .from(settlement)
    .innerJoin(region, eq(region.code, settlement.code))
    .where(eq(settlement.code, code));
  return row ?? null;
}

/** Names of regions by their codes. */
export async function regionNames(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ code: region.code, name: region.name })
    .from(region)
    .where(inArray(region.code, [...codes]));
  return new Map(rows.map(({ code, name }) => [code, name]));
}
