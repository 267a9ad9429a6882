/**
 * The assignment problem in flat form, the shape of the `.hhja` benchmark files.
 * Persons belong to households; vacancies have headcounts; eligible pairs are stored person by person
 * (compressed sparse rows). All arrays are Int32 and may live on a SharedArrayBuffer.
 */
export interface Instance {
  /** households, persons, vacancies, eligible pairs */
  readonly nH: number;
  readonly nP: number;
  readonly nV: number;
  readonly nE: number;
  /** [nH] priority tier: 0 A monitored, 1 B lifted out of poverty, 2 C other */
  readonly hTier: Int32Array;
  /** [nH] 1 when a member already has a job: covering the household again earns nothing */
  readonly hCov: Int32Array;
  /** [nH] settlement index; only a locality hint, never changes the optimum */
  readonly hSett: Int32Array;
  /** [nP] household of each person */
  readonly pHh: Int32Array;
  /** [nV] places to fill, ≥ 0 */
  readonly vCap: Int32Array;
  /** [nV] 0 local market, 1 public-welfare post, 2 labour export */
  readonly vKind: Int32Array;
  /** [nV] settlement index or −1; only a locality hint */
  readonly vSett: Int32Array;
  /** [nP + 1] first pair of each person; pairs of p are eStart[p] … eStart[p+1] − 1 */
  readonly eStart: Int32Array;
  /** [nE] vacancy of each pair */
  readonly eV: Int32Array;
  /** [nE] score of each pair, integer 0 … 1000 */
  readonly eScore: Int32Array;
}

/** The objective, most important first: households covered by tier, fewest public posts, placed, score. */
export interface Objective {
  readonly covered: readonly [number, number, number];
  readonly public: number;
  readonly placed: number;
  readonly score: number;
}

/** One solved instance. `price` certifies it: see certificate.ts. */
export interface Solution {
  /** [nP] vacancy index of each person, −1 when not placed */
  readonly match: Int32Array;
  /** [nV] price per place in exact weight units; Σ of best offers at these prices equals the value */
  readonly price: Float64Array;
  readonly objective: Objective;
  /** the weight of one placement the prices are in, when larger than the least one (see solver/objective.ts) */
  readonly M?: number;
}
