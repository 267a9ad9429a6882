import { asc, desc, type SQL, sql } from 'drizzle-orm';
import type { PolicyKey } from '#contract/codes/policy.ts';
import type { Db } from '../db.ts';
import { policy } from '../schema/index.ts';
import { today } from './conditions.ts';

/** Every policy row for these region codes and those above them, newest first within a key. */
export const listPolicies = (db: Db, regionPath: string) =>
  db
    .select()
    .from(policy)
    .where(coversPath(regionPath))
    .orderBy(asc(policy.key), desc(policy.region), desc(policy.validFrom));

export interface PolicyInForce {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly documentNumber: string;
}

/** The row that holds today for the region: the nearest region's wins. Null when none covers it. */
export async function policyInForce(db: Db, key: string, regionPath: string): Promise<PolicyInForce | null> {
  const [row] = await db
    .select({
      id: policy.id,
      value: policy.value,
      unit: policy.unit,
      documentNumber: policy.documentNumber,
    })
    .from(policy)
    .where(holds(key, regionPath))
    .orderBy(...nearest)
    .limit(1);
  return row ?? null;
}

/** Its value alone. */
export const policyValue = async (db: Db, key: string, regionPath: string): Promise<number | null> =>
  (await policyInForce(db, key, regionPath))?.value ?? null;

/** Its value within a query that knows the path of each row. */
export const policyAt = (key: PolicyKey, path: SQL): SQL<number | null> => sql<number | null>`(
  select ${policy.value} from ${policy} where ${holds(key, path)} order by ${nearest[0]}, ${nearest[1]} limit 1)`;

const prefix = sql`regexp_replace(${policy.region}, '(00)+$', '')`;

/**
 * A policy holds in its region and below: 520000 and 520200 stand for 52 and 5202, 000000 for the whole country
 * (GB/T 2260), as in matching/policy.ts. The path holds every code from the province down.
 */
const coversPath = (path: string | SQL) => sql`exists (
  select 1 from unnest(string_to_array(trim(trailing '/' from ${path}), '/')) as code
  where starts_with(code, ${prefix}))`;

const holds = (key: string, path: string | SQL) => sql`${policy.key} = ${key} and ${coversPath(path)}
  and ${policy.validFrom} <= ${today} and (${policy.validTo} is null or ${policy.validTo} >= ${today})`;

const nearest = [sql`length(${prefix}) desc`, desc(policy.validFrom)] as const;
