import type { VacancyFields } from '#contract/routes/ownVacancies.ts';
import type { OwnVacancyRow, VacancyValues } from '#drizzle/queries/vacancyLife.ts';
import { monthlyPay } from '#ledgers/normalise/pay.ts';

type Vacancy = OwnVacancyRow['vacancy'];
export type FieldName = keyof VacancyFields;

/** The columns an employer writes; everything else of the row is the product's. */
export const fieldNames: readonly FieldName[] = [
  'title',
  'kind',
  'form',
  'occupation',
  'content',
  'headcount',
  'region',
  'regionCode',
  'settlement',
  'address',
  'minAge',
  'maxAge',
  'ageReason',
  'minEducation',
  'needsLiteracy',
  'needsPutonghua',
  'skills',
  'certificates',
  'demands',
  'acceptsWeak',
  'payBasis',
  'payMin',
  'payMax',
  'payNote',
  'payDay',
  'hoursPerDay',
  'shiftStart',
  'shiftEnd',
  'flexible',
  'childWelcome',
  'lodging',
  'meals',
  'insurance',
  'contact',
  'phone',
  'validUntil',
];

/** Those of `fields` that differ from the row: name → [what it was, what it becomes]. */
export function differences(row: Vacancy, fields: VacancyFields): Record<string, [unknown, unknown]> {
  const changed: Record<string, [unknown, unknown]> = {};
  for (const name of fieldNames) {
    const [was, is] = [row[name], fields[name]];
    if (is !== undefined && JSON.stringify(is) !== JSON.stringify(was)) changed[name] = [was, is];
  }
  return changed;
}

/** What a full month brings follows from pay and hours; a draft may hold its bounds the wrong way round. */
export function withMonthly(row: Pick<Vacancy, 'payBasis' | 'payMin' | 'payMax' | 'hoursPerDay'>) {
  const [min, max] = row.payMin <= row.payMax ? [row.payMin, row.payMax] : [row.payMin, row.payMin];
  const monthly = monthlyPay({ basis: row.payBasis, min, max }, row.hoursPerDay);
  return { payMin: min, payMax: max, monthlyMin: monthly.min, monthlyMax: monthly.max };
}

/** The values of `fields` that are given, as columns. */
export function valuesOf(row: Vacancy, fields: VacancyFields): VacancyValues {
  const given = Object.fromEntries(
    fieldNames.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  ) as VacancyValues;
  return { ...given, ...withMonthly({ ...row, ...given } as Vacancy) };
}
