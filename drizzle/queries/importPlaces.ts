import { sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import type { Scope } from './scope.ts';

export interface SettlementNames {
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly street: string;
  readonly community: string;
  /** county code */
  readonly countyCode: string;
  readonly path: string;
}

/** Every settlement with the names a ledger may use for it and for what it lies in. */
export async function settlementNames(db: Db): Promise<SettlementNames[]> {
  return (await db.execute(sql`
    select s.code, here.name, s.county as "countyCode", here.path, county.name as county,
      coalesce(street.name, '') as street, coalesce(community.name, '') as community
    from settlement s join region here on here.code = s.code
      join region county on county.code = s.county
      left join region street on street.code = s.street
      left join region community on community.code = here.parent and community.level = 'community'
    order by s.code`)) as unknown as SettlementNames[];
}

export interface PartNames {
  readonly settlement: string;
  readonly code: string;
  readonly name: string;
  /** grid of a building; null for a grid itself */
  readonly grid: string | null;
}

/** Grids and buildings of the settlements in scope. */
export async function partNames(
  db: Db,
  scope: Scope,
): Promise<{ grids: PartNames[]; buildings: PartNames[] }> {
  const inScope = sql`(select region.code from region where region.path like ${`${scope.path}%`})`;
  const grids = await db.execute(sql`
    select parent as settlement, code, name, null as grid from region
    where level = 'grid' and parent in ${inScope} order by code`);
  const buildings = await db.execute(sql`
    select settlement, code, name, grid from building where settlement in ${inScope} order by code`);
  return { grids: grids as unknown as PartNames[], buildings: buildings as unknown as PartNames[] };
}
