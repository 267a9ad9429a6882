/**
 * What one row of a ledger says, in the words of the domain. Plain JSON: null where the ledger is silent.
 * Dates are ISO days, money is yuan, times are minutes of day (an end past midnight exceeds 1440).
 */
import type { HouseholdType, MonitoringCategory } from '#contract/codes/household.ts';
import type { Industry, Occupation } from '#contract/codes/occupation.ts';
import type {
  AwayWish,
  Certificate,
  Education,
  EmploymentStatus,
  Ethnicity,
  Hardship,
  HealthLimit,
  LabourCapacity,
  Language,
  RelationToHead,
  Sex,
  UnemploymentReason,
} from '#contract/codes/person.ts';
import type {
  Channel,
  EmployerKind,
  PayBasis,
  VacancyKind,
  WorkDemand,
  WorkForm,
  WorkRegion,
} from '#contract/codes/work.ts';
import type { unpaidSkills } from '#matching/taxonomy.ts';
import type { Care } from './normalise/care.ts';

export type LedgerKind = 'people' | 'vacancies';

/** An occupation code, or work nobody ever paid for. */
export type Skill = Occupation | keyof typeof unpaidSkills;

/** Place names as written, from county down. The ledgers do not know the tree of regions. */
export interface WrittenPlace {
  readonly county: string | null;
  readonly street: string | null;
  readonly community: string | null;
  readonly settlement: string;
  readonly grid: string | null;
}

export interface PersonRecord extends WrittenPlace {
  readonly building: string | null;
  /** 单元-房号 */
  readonly door: string | null;
  readonly householdNumber: string;
  readonly headName: string | null;
  readonly householdType: HouseholdType | null;
  readonly monitoring: MonitoringCategory | null;
  readonly origin: string | null;
  readonly name: string;
  readonly relation: RelationToHead;
  readonly idNumber: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly ethnicity: Ethnicity | null;
  readonly education: Education | null;
  readonly literate: boolean;
  readonly languages: readonly Language[];
  /** 健康, as written */
  readonly health: string | null;
  readonly healthLimits: readonly HealthLimit[];
  /** 残疾类别等级, as written */
  readonly disability: string | null;
  readonly capacity: LabourCapacity;
  readonly hardship: Hardship | null;
  readonly skills: readonly Skill[];
  readonly certificates: readonly Certificate[];
  readonly phone: string | null;
  readonly employment: EmploymentStatus;
  readonly workRegion: WorkRegion | null;
  readonly channel: Channel | null;
  readonly employerName: string | null;
  readonly occupation: Occupation | null;
  readonly workplace: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly monthsThisYear: number | null;
  readonly monthlyPay: number | null;
  readonly contract: boolean | null;
  readonly insurance: boolean | null;
  readonly unemploymentReason: UnemploymentReason | null;
  readonly care: Care | null;
  readonly willing: boolean;
  readonly wishTraining: boolean | null;
  readonly wishOccupations: readonly Occupation[];
  readonly wishAway: AwayWish | null;
  readonly wishMinPay: number | null;
  readonly wishMaxMinutes: number | null;
  readonly wishLodging: boolean | null;
  readonly wishPartTime: boolean | null;
  /** 帮扶责任人 */
  readonly responsible: string | null;
  readonly updatedOn: string | null;
}

export interface VacancyRecord {
  readonly employer: string;
  readonly uscc: string | null;
  readonly employerKind: EmployerKind;
  readonly industry: Industry | null;
  readonly title: string;
  readonly kind: VacancyKind;
  readonly occupation: Occupation;
  readonly headcount: number;
  readonly filled: number;
  readonly form: WorkForm;
  /** as written */
  readonly place: string | null;
  readonly region: WorkRegion;
  /** 班次, as written */
  readonly shiftText: string | null;
  readonly shiftStart: number | null;
  readonly shiftEnd: number | null;
  readonly hoursPerDay: number;
  /** yuan in the unit of the basis, up to two decimals; piece-rate pay per month */
  readonly payBasis: PayBasis;
  readonly payMin: number;
  readonly payMax: number;
  /** whole yuan a full month brings */
  readonly monthlyMin: number;
  readonly monthlyMax: number;
  /** 工资计发方式, as written */
  readonly payNote: string;
  readonly meals: boolean;
  readonly lodging: boolean;
  readonly insurance: boolean;
  readonly minEducation: Education | null;
  readonly needsLiteracy: boolean;
  readonly needsPutonghua: boolean;
  readonly skills: readonly Occupation[];
  readonly certificates: readonly Certificate[];
  readonly demands: readonly WorkDemand[];
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly acceptsWeak: boolean;
  readonly childWelcome: boolean;
  readonly flexible: boolean;
  readonly content: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly validUntil: string | null;
}

export type RecordOf<K extends LedgerKind> = K extends 'people' ? PersonRecord : VacancyRecord;

/** Two rows of the same key speak of the same vacancy; also the natural key of the database. */
export function vacancyKey(
  record: Pick<VacancyRecord, 'uscc' | 'employer' | 'title' | 'place' | 'form' | 'payNote'>,
): string {
  const { uscc, employer, title, place, form, payNote } = record;
  return [uscc ?? employer, title, place ?? '', form, payNote].join('|');
}
