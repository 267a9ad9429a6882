import { policyKey, policyUnit } from '../codes/policy.ts';

/** A policy figure as it is stored. */
interface Figure {
  readonly id: string;
  readonly key: string;
  readonly region: string;
  readonly value: number;
  readonly unit: string;
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A policy figure as people read it. */
export interface PolicyLine {
  readonly id: string;
  readonly what: string;
  readonly value: string;
  readonly where: string;
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** @param names of the regions at hand, by code */
export function policyLines(policies: readonly Figure[], names: ReadonlyMap<string, string>): PolicyLine[] {
  return policies.map(({ id, key, value, unit, region, documentNumber, validFrom, validTo }) => ({
    id,
    what: policyKey.is(key) ? policyKey.label(key) : key,
    value: `${value} ${policyUnit.is(unit) ? policyUnit.label(unit) : unit}`,
    where: names.get(region) ?? WIDE[region.replace(/^0{6}$|^\d\d(?=0000$)|^\d{4}(?=00$)/, '')] ?? region,
    documentNumber,
    validFrom,
    validTo,
  }));
}

/** Regions above one's own, by the zeros that end a GB/T 2260 code. */
const WIDE: Readonly<Record<string, string>> = { '': '全国', '0000': '全省', '00': '全市' };
