import type { HouseholdRow, IdentityRow, PersonRow } from '#drizzle/queries/ledgerPeople.ts';
import type { PersonRecord } from '#ledgers/records.ts';
import { said, type Told } from './change.ts';
import type { Home } from './places.ts';

/** A checked row of the people's ledger as it lies in `import_row`: the ID number is sealed. */
export interface StagedPerson extends Omit<PersonRecord, 'idNumber'> {
  /** sealed for this row of this batch, see `seal.ts` */
  readonly idNumberSealed: string;
  readonly idNumberIndex: string;
  readonly idNumberMasked: string;
  readonly home: Home;
  /** the first valid row of a household speaks for it, so that rows which differ cannot overrule each other */
  readonly speaks: boolean;
}

export const householdTold = (row: StagedPerson): Told<HouseholdRow> => ({
  type: said(row.householdType),
  monitoring: said(row.monitoring),
  settlement: row.home.settlement,
  grid: said(row.home.grid),
  building: said(row.home.building),
  door: said(row.door),
  origin: said(row.origin),
  responsible: said(row.responsible),
});

export const blankHousehold = {
  number: '',
  type: 'accompanying',
  monitoring: null,
  settlement: '',
  grid: null,
  building: null,
  door: null,
  origin: null,
  responsible: null,
} satisfies Partial<HouseholdRow>;

/** Whoever is in work has no reason for not being; 情况不明 says nothing against what we know. */
export const personTold = (row: StagedPerson): Told<PersonRow> => ({
  relation: row.relation,
  birthDate: row.birthDate,
  sex: row.sex,
  ethnicity: said(row.ethnicity),
  // 文盲 tells of reading, not of school years
  education: row.literate || row.education !== '90' ? said(row.education) : undefined,
  literate: row.education === null ? undefined : row.literate,
  languages: said([...row.languages]),
  capacity: row.capacity,
  healthLimits: said([...row.healthLimits]),
  disability: said(row.disability),
  careKind: row.care?.kind,
  careFreeFrom: row.care?.freeFrom,
  careFreeUntil: row.care?.freeUntil,
  hardship: said(row.hardship),
  skills: said([...row.skills]),
  certificates: said([...row.certificates]),
  employment: row.employment === 'unknown' ? undefined : row.employment,
  unemploymentReason: row.employment === 'employed' ? null : said(row.unemploymentReason),
  willing: row.willing,
  wishTraining: said(row.wishTraining),
  wishOccupations: said([...row.wishOccupations]),
  wishMinPay: said(row.wishMinPay),
  wishMaxMinutes: said(row.wishMaxMinutes),
  wishAway: said(row.wishAway),
  wishLodging: said(row.wishLodging),
  wishPartTime: said(row.wishPartTime),
});

export const blankPerson = {
  household: '',
  relation: 'other',
  birthDate: null,
  sex: '0',
  ethnicity: null,
  education: '90',
  literate: true,
  languages: [],
  capacity: 'none',
  healthLimits: [],
  disability: null,
  careKind: null,
  careFreeFrom: null,
  careFreeUntil: null,
  hardship: null,
  skills: [],
  certificates: [],
  employment: 'unknown',
  unemploymentReason: null,
  willing: true,
  wishTraining: false,
  wishOccupations: [],
  wishMinPay: null,
  wishMaxMinutes: null,
  wishAway: 'county',
  wishLodging: false,
  wishPartTime: false,
} satisfies Partial<PersonRow>;

export const identityTold = (row: StagedPerson): Told<IdentityRow> => ({
  name: row.name,
  phone: said(row.phone),
});

export const householdColumns = Object.keys(blankHousehold);
export const personColumns = Object.keys(blankPerson);
export const identityColumns = ['name', 'phone'];
