/**
 * Readonly domain inputs of the engine. No names, ID numbers, sex, ethnicity, religion, marital status
 * or 户籍 here: what is absent cannot be preferred (PIPL 24). All ids are opaque strings; ties break by id.
 * Minutes of day run from 0 (00:00) to 1440; a shift that ends past midnight has `end` > 1440.
 */
export type Tier = 'A' | 'B' | 'C';
export type LabourCapacity = 'skilled' | 'ordinary' | 'weak' | 'lost' | 'none';
export type VacancyKind =
  | 'workshop'
  | 'social_enterprise'
  | 'public_welfare'
  | 'market'
  | 'labour_export'
  | 'home_work';
export type WorkForm = 'full_time' | 'part_time' | 'piece_home' | 'casual' | 'seasonal';
export type WorkRegion = 'local' | 'county' | 'province' | 'outside';
export type AwayWish = 'home' | 'county' | 'province' | 'anywhere';
/** One vocabulary for what a body must be spared (person) and what the work asks of it (vacancy). */
export type Strain =
  | 'heavy_lifting'
  | 'long_standing'
  | 'heights'
  | 'dust'
  | 'night'
  | 'fine_vision'
  | 'hearing';

/** When somebody with a care duty is free to work, minutes of day. */
export interface CareWindow {
  readonly kind: 'child' | 'elder' | 'sick';
  readonly freeFrom: number;
  readonly freeUntil: number;
}

export interface Household {
  readonly id: string;
  readonly tier: Tier;
  readonly settlementId: string;
  /** a member already holds a job: placing another earns no coverage */
  readonly covered: boolean;
  /** someone must stay with a small child or a sick member: at most this many of the household away */
  readonly maxAway?: number;
  /** pairs of members who go to work together or not at all, by id */
  readonly couples?: readonly (readonly [string, string])[];
  /** public-welfare posts members hold now; 0 when left out */
  readonly publicPosts?: number;
}

export interface Person {
  readonly id: string;
  readonly householdId: string;
  readonly settlementId: string;
  /** ISO date; null when the ledger does not say */
  readonly birthDate: string | null;
  readonly capacity: LabourCapacity;
  /** able and willing, not employed, and in want of a post */
  readonly seeking: boolean;
  /** rank 0 (none/other) … 7 (postgraduate), see educationRank */
  readonly educationRank: number;
  readonly literate: boolean;
  readonly speaksPutonghua: boolean;
  /** occupation codes the person can do, and unpaid skills (`unpaidSkills` of taxonomy.ts) */
  readonly skills: readonly string[];
  readonly certificates: readonly string[];
  readonly limits: readonly Strain[];
  readonly care: CareWindow | null;
  /** employer of the job held now; lets a companion be proposed beside this person */
  readonly employerId?: string | null;
  /** recognised 就业困难人员, zero-employment members included (a human act); opens public-welfare posts */
  readonly hardToPlace: boolean;
  /** how many public-welfare placements the person has had, one held now included */
  readonly publicPostsHeld: number;
  readonly wishes: {
    readonly occupations: readonly string[];
    /** yuan per month; null = no floor stated */
    readonly minPay: number | null;
    /** longest one-way journey in minutes; null = not stated */
    readonly maxMinutes: number | null;
    readonly away: AwayWish;
    readonly needsLodging: boolean;
    readonly partTimeOnly: boolean;
    /** persons one wants to work beside (夫妻同厂, 同乡) */
    readonly companions: readonly string[];
  };
  /** vacancy ids the person has refused, never proposed again */
  readonly refused: readonly string[];
}

export interface Vacancy {
  readonly id: string;
  readonly employerId: string;
  readonly kind: VacancyKind;
  readonly form: WorkForm;
  readonly occupation: string;
  /** places still open, ≥ 0 */
  readonly places: number;
  /** settlement at or next to the workplace; null for work outside the county */
  readonly settlementId: string | null;
  /** county (GB/T 2260) of the workplace or, for labour export, of those it is offered to; null = everyone */
  readonly county: string | null;
  readonly region: WorkRegion;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly minEducationRank: number;
  readonly needsLiteracy: boolean;
  readonly needsPutonghua: boolean;
  /** occupation codes of which one is required; empty = no experience needed */
  readonly skills: readonly string[];
  /** certificates all of which are required */
  readonly certificates: readonly string[];
  readonly strains: readonly Strain[];
  readonly acceptsWeak: boolean;
  /** yuan per month a full month brings, lower and upper end */
  readonly payMin: number;
  readonly payMax: number;
  readonly hoursPerDay: number;
  /** minutes of day; null when the hours are the worker's own */
  readonly shift: { readonly start: number; readonly end: number } | null;
  readonly flexible: boolean;
  readonly childWelcome: boolean;
  readonly lodging: boolean;
  readonly meals: boolean;
  readonly insurance: boolean;
  /** 0–100: how long those hired here stay, and whether the employer answers */
  readonly stability: number;
  /** last day of validity, ISO date; null = open-ended */
  readonly validUntil: string | null;
}

/** A person and a vacancy that staff have fixed or ruled out. */
export interface Pair {
  readonly personId: string;
  readonly vacancyId: string;
}

/** One dated policy row as the engine uses it; `id` is stored with every verdict made with it. */
export interface PolicyRow {
  readonly id: string;
  readonly key: PolicyKey;
  /** GB/T 2260 code it holds in (prefix rule: 52 covers 520201) */
  readonly region: string;
  readonly value: number;
  readonly unit: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly documentNumber: string;
}
export type PolicyKey =
  | 'age.work.min'
  | 'age.adult'
  | 'age.public_welfare.max_entry'
  | 'public_welfare.max_placements'
  | 'pay.minimum.monthly'
  | 'pay.minimum.hourly'
  | 'hours.part_time.daily_max'
  | 'reach.default_minutes'
  | 'household.public_posts.max'
  | 'zero_employment.clear_days'
  | 'undo.import_days';

/** Everything one run reads. */
export interface World {
  /** ISO date, Asia/Shanghai */
  readonly today: string;
  readonly households: readonly Household[];
  readonly persons: readonly Person[];
  readonly vacancies: readonly Vacancy[];
  readonly settlements: readonly { readonly id: string; readonly county: string }[];
  /** one-way minutes between settlements by the usual means; Infinity = no daily journey */
  readonly minutes: (from: string, to: string) => number;
  readonly policies: readonly PolicyRow[];
}
