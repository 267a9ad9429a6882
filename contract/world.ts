import type { Household, Person, PolicyKey, PolicyRow, Vacancy } from '#matching/types.ts';
import type { Tier } from './codes/household.ts';
import {
  type AwayWish,
  type CareKind,
  type Education,
  educationRank,
  type HealthLimit,
  type LabourCapacity,
} from './codes/person.ts';
import type { VacancyKind, WorkDemand, WorkForm, WorkRegion } from './codes/work.ts';

/** Rows of the database as the engine's inputs: the worker that plans and the API that explains a pair share them. */

export interface WorldHousehold {
  readonly id: string;
  readonly tier: Tier;
  readonly settlement: string;
  readonly employed: boolean;
  readonly maxAway: number | null;
  readonly publicPosts: number;
}

export interface WorldPerson {
  readonly id: string;
  readonly household: string;
  readonly settlement: string;
  readonly birthDate: string | null;
  readonly capacity: LabourCapacity;
  readonly seeking: boolean;
  readonly education: Education;
  readonly literate: boolean;
  readonly putonghua: boolean;
  readonly skills: string[];
  readonly certificates: string[];
  readonly limits: HealthLimit[];
  readonly careKind: CareKind | null;
  readonly careFreeFrom: number | null;
  readonly careFreeUntil: number | null;
  /** employer of the job held now, when it is one of ours */
  readonly employer: string | null;
  readonly hardToPlace: boolean;
  readonly publicPostsHeld: number;
  readonly wishOccupations: string[];
  readonly wishMinPay: number | null;
  readonly wishMaxMinutes: number | null;
  readonly wishAway: AwayWish;
  readonly wishLodging: boolean;
  readonly wishPartTime: boolean;
  readonly companions: string[];
  readonly refused: string[];
}

export interface WorldVacancy {
  readonly id: string;
  readonly employer: string;
  readonly kind: VacancyKind;
  readonly form: WorkForm;
  readonly occupation: string;
  readonly places: number;
  readonly settlement: string | null;
  readonly county: string | null;
  readonly region: WorkRegion;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly minEducation: Education | null;
  readonly needsLiteracy: boolean;
  readonly needsPutonghua: boolean;
  readonly skills: string[];
  readonly certificates: string[];
  readonly demands: WorkDemand[];
  readonly acceptsWeak: boolean;
  readonly monthlyMin: number;
  readonly monthlyMax: number;
  readonly hoursPerDay: number;
  readonly shiftStart: number | null;
  readonly shiftEnd: number | null;
  readonly flexible: boolean;
  readonly childWelcome: boolean;
  readonly lodging: boolean;
  readonly meals: boolean;
  readonly insurance: boolean;
  readonly stability: number;
  readonly validUntil: string | null;
}

export interface WorldPolicy {
  readonly id: string;
  readonly key: string;
  readonly region: string;
  readonly value: number;
  readonly unit: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly documentNumber: string;
}

export const householdOf = (row: WorldHousehold): Household => ({
  id: row.id,
  tier: row.tier,
  settlementId: row.settlement,
  covered: row.employed,
  ...(row.maxAway === null ? {} : { maxAway: row.maxAway }),
  publicPosts: row.publicPosts,
});

export const personOf = (row: WorldPerson): Person => ({
  id: row.id,
  householdId: row.household,
  settlementId: row.settlement,
  birthDate: row.birthDate,
  capacity: row.capacity,
  seeking: row.seeking,
  educationRank: educationRank(row.education),
  literate: row.literate,
  speaksPutonghua: row.putonghua,
  skills: row.skills,
  certificates: row.certificates,
  limits: row.limits,
  care: careOf(row),
  employerId: row.employer,
  hardToPlace: row.hardToPlace,
  publicPostsHeld: row.publicPostsHeld,
  wishes: {
    occupations: row.wishOccupations,
    minPay: row.wishMinPay,
    maxMinutes: row.wishMaxMinutes,
    away: row.wishAway,
    needsLodging: row.wishLodging,
    partTimeOnly: row.wishPartTime,
    companions: row.companions,
  },
  refused: row.refused,
});

/** A duty always has its window: the table's check sees to it. */
const careOf = ({ careKind, careFreeFrom, careFreeUntil }: WorldPerson): Person['care'] =>
  careKind === null || careFreeFrom === null || careFreeUntil === null
    ? null
    : { kind: careKind, freeFrom: careFreeFrom, freeUntil: careFreeUntil };

export const vacancyOf = (row: WorldVacancy): Vacancy => ({
  id: row.id,
  employerId: row.employer,
  kind: row.kind,
  form: row.form,
  occupation: row.occupation,
  places: row.places,
  settlementId: row.settlement,
  county: row.county,
  region: row.region,
  minAge: row.minAge,
  maxAge: row.maxAge,
  minEducationRank: row.minEducation === null ? 0 : educationRank(row.minEducation),
  needsLiteracy: row.needsLiteracy,
  needsPutonghua: row.needsPutonghua,
  skills: row.skills,
  certificates: row.certificates,
  strains: row.demands,
  acceptsWeak: row.acceptsWeak,
  payMin: row.monthlyMin,
  payMax: row.monthlyMax,
  hoursPerDay: row.hoursPerDay,
  shift:
    row.shiftStart === null || row.shiftEnd === null ? null : { start: row.shiftStart, end: row.shiftEnd },
  flexible: row.flexible,
  childWelcome: row.childWelcome,
  lodging: row.lodging,
  meals: row.meals,
  insurance: row.insurance,
  stability: row.stability,
  validUntil: row.validUntil,
});

export const policyOf = (row: WorldPolicy): PolicyRow => ({ ...row, key: row.key as PolicyKey });
