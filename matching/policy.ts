import { MissingPolicyError } from './errors.ts';
import type { PolicyKey, PolicyRow } from './types.ts';

/** Policy rows in force on one day. Every row handed out is remembered, so a plan can name its grounds. */
export interface Policies {
  /** the row in force, or null: for switches that are off when nobody wrote them down */
  find(key: PolicyKey, region: string): PolicyRow | null;
  /** the row in force; throws MissingPolicyError */
  need(key: PolicyKey, region: string): PolicyRow;
  /** ids of all rows handed out, sorted */
  used(): string[];
}

export function openPolicies(all: readonly PolicyRow[], today: string): Policies {
  const inForce = all
    .filter((row) => row.validFrom <= today && (row.validTo === null || row.validTo >= today))
    .sort(strongestFirst);
  const cache = new Map<PolicyKey, Map<string, PolicyRow | null>>();
  const used = new Set<string>();

  function find(key: PolicyKey, region: string): PolicyRow | null {
    const rows = cache.get(key) ?? new Map<string, PolicyRow | null>();
    cache.set(key, rows);
    let row = rows.get(region);
    if (row === undefined) {
      row = inForce.find((r) => r.key === key && region.startsWith(prefix(r.region))) ?? null;
      rows.set(region, row);
      if (row) used.add(row.id);
    }
    return row;
  }

  return {
    find,
    need(key, region) {
      const row = find(key, region);
      if (!row) throw new MissingPolicyError(key, region, today);
      return row;
    },
    used: () => [...used].sort(),
  };
}

/** The most specific region wins, then the latest row, then the id. */
function strongestFirst(a: PolicyRow, b: PolicyRow): number {
  return (
    prefix(b.region).length - prefix(a.region).length ||
    compare(b.validFrom, a.validFrom) ||
    compare(a.id, b.id)
  );
}

/** 520000 and 520200 stand for 52 and 5202; 000000 for the whole country (GB/T 2260). */
const prefix = (region: string): string => region.replace(/(00)+$/, '');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
