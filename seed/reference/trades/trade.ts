import type { Occupation } from '#contract/codes/occupation.ts';
import type { Certificate, Education } from '#contract/codes/person.ts';
import type { PayBasis, VacancyKind, WorkDemand, WorkForm } from '#contract/codes/work.ts';
import type { Sector } from '../employers.ts';

/** What one kind of work is like in and around 六盘水: the mould vacancies are cast from. */
export interface Trade {
  readonly kind: VacancyKind;
  readonly sector: Sector;
  readonly occupation: Occupation;
  readonly titles: readonly string[];
  /** what one does all day, as an advertisement says it */
  readonly content: string;
  readonly form: WorkForm;
  readonly basis: PayBasis;
  /** lowest start and highest end of pay, yuan in the unit of the basis; piece-rate pay per month */
  readonly pay: readonly [number, number];
  readonly hours: number;
  /** shifts in use, minutes of day; none = the worker's own hours */
  readonly shifts: readonly (readonly [number, number])[];
  readonly age?: readonly [number, number];
  /** needed beside an upper age limit: advertisements with one are asked why */
  readonly ageReason?: string;
  readonly education?: Education;
  readonly literate?: boolean;
  readonly putonghua?: boolean;
  /** experience asked for by about half of the advertisements */
  readonly skills?: readonly Occupation[];
  readonly certificates?: readonly Certificate[];
  readonly demands: readonly WorkDemand[];
  readonly acceptsWeak?: boolean;
  readonly odds: Partial<Record<'flexible' | 'childWelcome' | 'lodging' | 'meals' | 'insurance', number>>;
  readonly headcount: readonly [number, number];
  /** share among the trades of its kind */
  readonly weight: number;
}

/** Minutes of day. */
export const at = (hour: number, minute = 0): number => hour * 60 + minute;

/** 8:30–17:30 and the like: the day shifts of workshops and shops. */
export const dayShift = [at(8, 30), at(17, 30)] as const;
/** Starts after the kindergarten opens and ends before it closes. */
export const schoolShift = [at(9), at(16)] as const;

/** What posts on the open market have in common. */
export const onMarket = { kind: 'market', form: 'full_time', basis: 'monthly', hours: 8 } as const;
