/** What either engine returns for one set of criteria; `found` is in the order to show. */
export interface Found {
  readonly found: readonly FoundVacancy[];
  readonly total: number;
  readonly facets: FacetCounts;
}

/** Counts by value; each facet ignores its own filter, so that people see what another choice would give. */
export interface FacetCounts {
  readonly kind: Readonly<Record<string, number>>;
  readonly form: Readonly<Record<string, number>>;
  readonly county: Readonly<Record<string, number>>;
  /** by pay band, not yet summed up */
  readonly payBand: Readonly<Record<string, number>>;
  readonly care: number;
  readonly lodging: number;
}

export interface FoundVacancy {
  readonly id: string;
  readonly title: string;
  readonly employer: string;
  readonly employerVerified: boolean;
  readonly answerRate: number | null;
  readonly kind: string;
  readonly form: string;
  readonly pay: string;
  readonly monthlyMin: number;
  readonly monthlyMax: number;
  readonly place: string;
  readonly settlement: string | null;
  readonly hours: string;
  readonly placesLeft: number;
  readonly lodging: boolean;
  readonly meals: boolean;
  readonly care: boolean;
  readonly insurance: boolean;
  readonly validUntil: string | null;
}
