import type { LabourCapacity, Strain, WorkRegion } from './types.ts';

/** What each rule found, by its stable code. `policy` is the id of the row the verdict was made with. */
export interface RefusalFacts {
  no_places: null;
  expired: { validUntil: string };
  pay_under_minimum: { pay: number; minimum: number; per: 'month' | 'hour'; policy: string };
  not_seeking: null;
  no_capacity: { capacity: LabourCapacity };
  weak_not_accepted: null;
  age_unknown: null;
  age_under_law: { age: number; minimum: number; policy: string };
  minor_protected: { age: number; strains: readonly Strain[]; policy: string };
  age_under_ad: { age: number; minimum: number };
  age_over_ad: { age: number; maximum: number };
  education_below: { has: number; needs: number };
  literacy_needed: null;
  putonghua_needed: null;
  skill_missing: { oneOf: readonly string[] };
  certificate_missing: { missing: readonly string[] };
  health_limit: { strains: readonly Strain[] };
  not_offered_here: { county: string };
  out_of_reach: { minutes: number; limit: number };
  away_unwished: { region: WorkRegion };
  needed_at_home: null;
  no_lodging: null;
  care_hours: { missingMinutes: number };
  pay_below_wish: { pay: number; wish: number };
  not_part_time: { hoursPerDay: number; maximum: number; policy: string };
  public_not_recognised: null;
  public_placements_used: { held: number; maximum: number; policy: string };
  public_entry_age: { age: number; maximum: number; policy: string };
  public_household_limit: { held: number; maximum: number; policy: string };
  refused_before: null;
  excluded_by_staff: null;
}
export type RefusalCode = keyof RefusalFacts;

/** One reason why a person cannot be proposed for a vacancy. */
export type Refusal = {
  readonly [C in RefusalCode]: { readonly code: C; readonly facts: Readonly<RefusalFacts[C]> };
}[RefusalCode];
