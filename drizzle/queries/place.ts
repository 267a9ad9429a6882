import { sql } from 'drizzle-orm';
import { region, vacancy } from '../schema/index.ts';

/**
 * Where the work is, for people; in a query that joins `region` on the vacancy's settlement or region code.
 * For work outside the county that code says to whom it is offered, so the address comes first.
 */
export const placeName = sql<string>`case when ${vacancy.region} in ('province', 'outside')
  then coalesce(${vacancy.address}, ${region.name}, '') else coalesce(${region.name}, ${vacancy.address}, '') end`;
