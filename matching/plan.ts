/** What a matching run answers. Everything is a proposal: people decide. */
import type { Objective } from './instance.ts';
import type { ScorePart } from './parts.ts';
import type { RefusalCode } from './refusals.ts';
import type { Pair, Tier, VacancyKind } from './types.ts';

export interface Proposal {
  readonly personId: string;
  readonly householdId: string;
  readonly vacancyId: string;
  readonly kind: VacancyKind;
  /** 0–1000, the sum of the parts' points */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** the household had nobody in work before this plan */
  readonly covers: boolean;
  /** staff fixed this pair beforehand */
  readonly locked: boolean;
}

/** A post somebody could have had, and what its places are worth in this plan. */
export interface LostPost {
  readonly personId: string;
  readonly vacancyId: string;
  readonly score: number;
  /**
   * `priority`: a place serves a household of a higher tier, or lets others move on so that one is served;
   * `fit`: it goes to somebody of equal priority whom it suits better.
   */
  readonly by: 'priority' | 'fit';
  /** dual price of a place in weight units: what the plan would gain by one more */
  readonly price: number;
  /** weight units by which this placement falls short of that price; 0 when prices leave a tie */
  readonly shortfall: number;
  /** who is proposed for its places: newly covered households by tier, and further persons */
  readonly holders: { readonly A: number; readonly B: number; readonly C: number; readonly others: number };
}

/** If this one rule gave way, so many posts would open. */
export interface Relaxation {
  readonly personId: string;
  readonly code: RefusalCode;
  readonly opens: number;
}

export interface ReasonFacts {
  /** nobody in the household is able, willing and without work */
  no_one_seeking: null;
  /** without these data no lawful verdict exists */
  missing_data: { readonly personIds: readonly string[]; readonly field: 'birthDate' };
  /** only public-welfare posts fit, and the person does not qualify for them */
  public_only_unqualified: { readonly posts: number; readonly relaxations: readonly Relaxation[] };
  /** no eligible post at all; the rules that alone keep most posts closed, most first */
  no_vacancy_in_reach: { readonly relaxations: readonly Relaxation[] };
  /** eligible posts exist; their places are worth more elsewhere */
  lost_to_priority: { readonly posts: readonly LostPost[] };
}
export type ReasonCode = keyof ReasonFacts;
export type Reason = {
  readonly [C in ReasonCode]: { readonly code: C; readonly facts: ReasonFacts[C] };
}[ReasonCode];

export type HouseholdOutcome = { readonly householdId: string; readonly tier: Tier } & (
  | { readonly outcome: 'covered' | 'employed'; readonly reason: null }
  | { readonly outcome: 'uncovered'; readonly reason: Reason }
);

/** A seeker without a proposal, whatever became of the household. */
export interface Unplaced {
  readonly personId: string;
  readonly householdId: string;
  readonly reason: Reason;
}

export interface PlanCertificate {
  /** value = dualBound: no plan that obeys the rules inside households is better */
  readonly valid: boolean;
  /** worth of the plan and bound for every plan over all eligible pairs, in score points */
  readonly value: number;
  readonly dualBound: number;
  /** the bound without rules inside households, proved by prices alone */
  readonly flowBound: number;
  /** how many rules inside households the plan obeys */
  readonly rules: number;
  /** all eligible pairs, and those the solver needed to look at */
  readonly eligiblePairs: number;
  readonly keptPairs: number;
  readonly rounds: number;
}

export interface PlanTotals extends Objective {
  readonly seekers: number;
  readonly openPlaces: number;
  /** households nobody in work supported before, by tier */
  readonly zeroBefore: Readonly<Record<Tier, number>>;
  readonly coveredByTier: Readonly<Record<Tier, number>>;
  readonly placedByKind: Readonly<Record<VacancyKind, number>>;
  readonly outcomes: Readonly<Record<HouseholdOutcome['outcome'], number>>;
  readonly reasons: Readonly<Partial<Record<ReasonCode, number>>>;
}

export interface Plan {
  readonly today: string;
  /** sorted by person id */
  readonly proposals: readonly Proposal[];
  /** one per household of the world, sorted by id */
  readonly households: readonly HouseholdOutcome[];
  /** sorted by person id */
  readonly unplaced: readonly Unplaced[];
  readonly totals: PlanTotals;
  readonly certificate: PlanCertificate;
  /** ids of the policy rows in force that any verdict of this run used */
  readonly policyRows: readonly string[];
}

export interface PlanProgress {
  readonly stage: 'candidates' | 'solve' | 'price' | 'explain';
  /** 1, 2, …: how often the solver was asked */
  readonly round: number;
  /** 0 … 1 of the stage */
  readonly share: number;
}

export interface PlanOptions {
  readonly onProgress?: (progress: PlanProgress) => void;
  /** asked now and then; true ends the run with CancelledError */
  readonly cancelled?: () => boolean;
  /** pairs staff have fixed; each must be eligible, else LockError */
  readonly locks?: readonly Pair[];
  /** pairs staff have ruled out */
  readonly exclusions?: readonly Pair[];
  /** pairs per person the first solve looks at; moves time about, never the plan's value */
  readonly firstPairs?: number;
}
