import { type PolicyKey, policyKey } from '#contract/codes/policy.ts';
import type { Accreditation } from '#contract/routes/employers.ts';
import type { Db } from '#drizzle/db.ts';
import { countWorkers, type EmployerRow } from '#drizzle/queries/employers.ts';
import { policyInForce } from '#drizzle/queries/policies.ts';

interface Count {
  readonly workers: number;
  readonly insured: number;
  /** all who work there */
  readonly staff: number;
}

/** What each rule measures, in the unit of its policy row; provinces differ in which of them they have. */
const measures: Readonly<Partial<Record<PolicyKey, (count: Count) => number>>> = {
  'workshop.min_workers': ({ workers }) => workers,
  'workshop.min_share': ({ workers, staff }) => percent(workers, staff),
  'workshop.min_insured': ({ workers, insured }) => percent(insured, workers),
};

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.floor((part * 100) / whole));

/**
 * Whether an employer may be called 就业帮扶车间: every rule in force in its region is met by today's spells.
 * Where no rule is in force nothing can be accredited.
 */
export async function assessWorkshop(
  db: Db,
  { employer, regionPath }: EmployerRow,
  staff: number,
): Promise<Accreditation> {
  const count: Count = { ...(await countWorkers(db, employer)), staff };
  const rules: Accreditation['rules'] = [];
  for (const [key, measure] of Object.entries(measures) as [PolicyKey, (count: Count) => number][]) {
    const row = await policyInForce(db, key, regionPath ?? '');
    if (!row) continue;
    const has = measure(count);
    const { id, value, unit, documentNumber } = row;
    rules.push({
      key,
      label: policyKey.label(key),
      needs: value,
      has,
      unit,
      met: has >= value,
      documentNumber,
      policy: id,
    });
  }
  const passed = rules.length > 0 && rules.every(({ met }) => met) && count.workers <= staff;
  return { ...count, rules, verdict: passed ? 'passed' : 'failed' };
}
