import { eq } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { region, settlement, travel } from '../schema/index.ts';

/** One-way minutes from a settlement to each settlement within a daily journey, itself included. */
export async function minutesFrom(db: Db, from: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ to: travel.to, minutes: travel.minutes })
    .from(travel)
    .where(eq(travel.from, from));
  return new Map(rows.map(({ to, minutes }) => [to, minutes]));
}

export interface SettlementPlace {
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly lat: number;
  readonly lng: number;
}

export function settlementPlaces(db: Db): Promise<SettlementPlace[]> {
  return db
    .select({
      code: settlement.code,
      name: region.name,
      county: settlement.county,
      lat: settlement.lat,
      lng: settlement.lng,
    })
    .from(settlement)
    .innerJoin(region, eq(region.code, settlement.code))
    .orderBy(settlement.county, settlement.code);
}

export function countyNames(db: Db): Promise<{ code: string; name: string }[]> {
  return db.select({ code: region.code, name: region.name }).from(region).where(eq(region.level, 'county'));
}
