import type { Db } from '#drizzle/db.ts';
import { countyNames, minutesFrom, type SettlementPlace, settlementPlaces } from '#drizzle/queries/travel.ts';
import { remember } from '../remember.ts';

/** Where settlements lie and how far apart they are: reference data that rarely changes. */
export interface Places {
  settlements(): Promise<ReadonlyMap<string, SettlementPlace>>;
  counties(): Promise<ReadonlyMap<string, string>>;
  minutesFrom(settlement: string): Promise<ReadonlyMap<string, number>>;
}

export function openPlaces(db: Db): Places {
  const settlements = remember(async (_: 'all') => {
    const rows = await settlementPlaces(db);
    return new Map(rows.map((row) => [row.code, row]));
  });
  const counties = remember(async (_: 'all') => {
    const rows = await countyNames(db);
    return new Map(rows.map(({ code, name }) => [code, name]));
  });
  const minutes = remember((from: string) => minutesFrom(db, from));
  return {
    settlements: () => settlements('all'),
    counties: () => counties('all'),
    minutesFrom: (settlement) => minutes(settlement),
  };
}
