/** Writes clean ledgers: the columns staff know, in their order, readable by `openLedger`. */

import { careKind, unemploymentReason } from '#contract/codes/person.ts';
import { ageOn } from '#contract/identifiers.ts';
import { clock, payText } from '#contract/present/vacancy.ts';
import type { ColumnTable } from '../columns/header.ts';
import { peopleColumns } from '../columns/people.ts';
import { vacancyColumns } from '../columns/vacancies.ts';
import { careText } from '../normalise/care.ts';
import type { LedgerKind, PersonRecord, RecordOf, VacancyRecord } from '../records.ts';
import type { Fields } from '../rowReader.ts';
import type { Cell } from '../sheet/cell.ts';
import type { SheetColumn, SheetContent } from './workbook.ts';

export interface LedgerSheetOptions {
  /** ISO day: ages are those of this day */
  readonly today: string;
  readonly titles?: readonly string[];
}

/** The sheet of a clean ledger, for `writeWorkbook`; records may come from a generator. */
export function ledgerSheet<K extends LedgerKind>(
  kind: K,
  records: Iterable<RecordOf<K>> | AsyncIterable<RecordOf<K>>,
  { today, titles = [] }: LedgerSheetOptions,
): SheetContent {
  const rows = async function* () {
    let serial = 0;
    for await (const record of records) yield ledgerCells(kind, record, { today, serial: ++serial });
  };
  return { name: sheetNames[kind], titles, columns: ledgerColumns(kind), rows: rows() };
}

/** Headers and widths in order. */
export function ledgerColumns(kind: LedgerKind): readonly SheetColumn[] {
  return Object.values<ColumnTable[string]>(written[kind]).map(({ header, width }) => ({ header, width }));
}

/** One record as the cells of `ledgerColumns`, for whoever wants to spoil them first. */
export function ledgerCells<K extends LedgerKind>(
  kind: K,
  record: RecordOf<K>,
  { today, serial }: { readonly today: string; readonly serial: number },
): Cell[] {
  const values = fieldsOf[kind](record, today);
  const fields: Readonly<Record<string, unknown>> = { ...values, serial: String(serial) };
  return Object.entries<ColumnTable[string]>(written[kind]).map(([key, column]) => {
    const value = fields[key] ?? null;
    return value === null ? null : column.write(value);
  });
}

const sheetNames: Record<LedgerKind, string> = { people: '劳动力就业台账', vacancies: '用工需求台账' };

/** The pay note holds both amount and method: one column is enough. */
const { payMethod: _, ...writtenVacancies } = vacancyColumns;
const written = { people: peopleColumns, vacancies: writtenVacancies } as const;

const fieldsOf: { readonly [K in LedgerKind]: (record: RecordOf<K>, today: string) => object } = {
  people: personFields,
  vacancies: vacancyFields,
};

function personFields(record: PersonRecord, today: string): Omit<Fields<typeof peopleColumns>, 'serial'> {
  const { education, literate, skills, certificates, birthDate, sex, idNumber, startedOn, endedOn } = record;
  const reason = record.unemploymentReason;
  return {
    ...record,
    address: [record.building, record.door].filter(Boolean).join('-') || null,
    idNumber: { number: idNumber, birthDate, sex: sex === '1' ? '1' : '2' },
    age: ageOn(birthDate, today),
    schooling: education === null && literate ? null : { education: education ?? '90', literate },
    skills: { skills, certificates },
    occupation: record.occupation,
    period: startedOn === null ? null : { from: startedOn, to: endedOn },
    unemploymentReason: reason === null ? null : unemploymentReason.label(reason),
    care: record.care === null ? null : careText(record.care, careKind.labels),
  };
}

function vacancyFields(record: VacancyRecord): Omit<Fields<typeof vacancyColumns>, 'serial' | 'payMethod'> {
  const { shiftStart: start, shiftEnd: end } = record;
  const { minEducation, needsLiteracy, needsPutonghua, skills, certificates } = record;
  const hours = start === null || end === null ? null : `${clock(start)}-${clock(end)}`;
  return {
    ...record,
    shift: record.shiftText ?? `${hours ?? '弹性'} 每天${record.hoursPerDay}小时`,
    pay: record.payNote || payText(record),
    board: record,
    requirements: { minEducation, needsLiteracy, needsPutonghua, skills, certificates },
    familyFriendly: record,
    contact: { name: record.contact, phone: record.phone },
    age: record,
  };
}
