import { payText } from '#contract/present/vacancy.ts';
import type { EmployerRow, VacancyRow } from '#drizzle/queries/ledgerVacancies.ts';
import { fold } from '#ledgers/normalise/text.ts';
import type { VacancyRecord } from '#ledgers/records.ts';
import { said, type Told } from './change.ts';
import type { Workplace } from './places.ts';

/** A checked row of the demand ledger as it lies in `import_row`. */
export interface StagedVacancy extends VacancyRecord {
  readonly key: string;
  readonly workplace: Workplace;
  /** the first valid row of an employer speaks for it */
  readonly speaks: boolean;
}

export const employerTold = (row: StagedVacancy): Told<EmployerRow> => ({
  uscc: said(row.uscc),
  kind: row.employerKind,
  industry: said(row.industry),
  contact: said(row.contact),
  phone: said(row.phone),
});

/** The bureau answers for its own ledger: a valid credit code counts as the licence seen. */
export const blankEmployer = {
  name: '',
  uscc: null,
  kind: 'company',
  industry: null,
  status: 'pending',
  region: '',
  settlement: null,
  contact: null,
  phone: null,
} satisfies Partial<EmployerRow>;

export const vacancyTold = (row: StagedVacancy): Told<VacancyRow> => ({
  title: row.title,
  kind: row.kind,
  form: row.form,
  occupation: row.occupation,
  content: said(row.content),
  headcount: row.headcount,
  filled: row.filled,
  region: row.region,
  regionCode: said(row.workplace.regionCode),
  settlement: row.workplace.settlement,
  address: said(row.workplace.address),
  minAge: said(row.minAge),
  maxAge: said(row.maxAge),
  minEducation: said(row.minEducation),
  needsLiteracy: row.needsLiteracy,
  needsPutonghua: row.needsPutonghua,
  skills: said([...row.skills]),
  certificates: said([...row.certificates]),
  demands: said([...row.demands]),
  acceptsWeak: row.acceptsWeak,
  payBasis: row.payBasis,
  payMin: row.payMin,
  payMax: row.payMax,
  monthlyMin: row.monthlyMin,
  monthlyMax: row.monthlyMax,
  payNote: said(noteOf(row)),
  // the column is a real: what it gives back must equal what it was given
  hoursPerDay: Math.round(row.hoursPerDay * 10) / 10,
  shiftStart: said(row.shiftStart),
  shiftEnd: said(row.shiftEnd),
  flexible: row.flexible,
  childWelcome: row.childWelcome,
  lodging: row.lodging,
  meals: row.meals,
  insurance: row.insurance,
  contact: said(row.contact),
  phone: said(row.phone),
  validUntil: said(row.validUntil),
  ledgerKey: row.key,
});

/** What the cell says of pay beyond what the amounts say by themselves. */
const noteOf = (row: StagedVacancy): string | null =>
  row.payNote === '' || fold(row.payNote) === fold(payText(row)) ? null : row.payNote;

export const blankVacancy = {
  employer: '',
  title: '',
  kind: 'market',
  form: 'full_time',
  occupation: '',
  content: '',
  headcount: 0,
  filled: 0,
  status: 'published',
  region: 'local',
  regionCode: null,
  settlement: null,
  address: null,
  minAge: null,
  maxAge: null,
  minEducation: null,
  needsLiteracy: false,
  needsPutonghua: false,
  skills: [],
  certificates: [],
  demands: [],
  acceptsWeak: false,
  payBasis: 'monthly',
  payMin: 0,
  payMax: 0,
  monthlyMin: 0,
  monthlyMax: 0,
  payNote: null,
  hoursPerDay: 8,
  shiftStart: null,
  shiftEnd: null,
  flexible: false,
  childWelcome: false,
  lodging: false,
  meals: false,
  insurance: false,
  contact: null,
  phone: null,
  validUntil: null,
  publishedAt: null,
  ledgerKey: null,
} satisfies Partial<VacancyRow>;

export const employerColumns = Object.keys(blankEmployer);
export const vacancyColumns = Object.keys(blankVacancy);
