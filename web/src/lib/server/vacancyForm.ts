import { checked, minuteOfDay, optional, several, text } from '#lib/server/fields.ts';
import { settlementOptions } from '#lib/server/settlements.ts';
import { occupation } from '$contract/codes/occupation.ts';
import { certificate, education } from '$contract/codes/person.ts';
import { payBasis, vacancyKind, workDemand, workForm, workRegion } from '$contract/codes/work.ts';
import type { VacancyFields } from '$contract/routes/ownVacancies.ts';
import type { Api } from './api.ts';

/** Steps of the vacancy wizard, in order. */
export const STEPS = 7;

/** The lists the wizard offers. */
export const vacancyChoices = async (api: Api) => ({
  occupations: choices(occupation),
  kinds: choices(vacancyKind),
  forms: choices(workForm),
  bases: choices(payBasis),
  demands: choices(workDemand),
  regions: choices(workRegion),
  educations: choices(education).filter(({ value }) => value !== '90'),
  certificates: choices(certificate),
  settlements: await settlementOptions(api),
});

const choices = <C extends string>({ values, label }: { values: readonly C[]; label: (code: C) => string }) =>
  values.map((value) => ({ value, label: label(value) }));

/** What one step asks, as the contract wants it; what is no code or no number is refused by the API with its reason. */
export const readStep = (step: number, form: FormData): VacancyFields =>
  (readers[step - 1]?.(form) ?? {}) as VacancyFields;

const number = (form: FormData, name: string) => Number(text(form, name));
const numberOrNone = (form: FormData, name: string) => (text(form, name) === '' ? null : number(form, name));
const time = (form: FormData, name: string) =>
  text(form, name) === '' ? null : minuteOfDay(text(form, name));

const readers: readonly ((form: FormData) => object)[] = [
  (form) => ({
    title: text(form, 'title'),
    occupation: text(form, 'occupation'),
    kind: text(form, 'kind'),
    form: text(form, 'form'),
    headcount: number(form, 'headcount'),
  }),
  (form) => ({ content: text(form, 'content'), demands: several(form, 'demands') }),
  (form) => ({
    payBasis: text(form, 'payBasis'),
    payMin: number(form, 'payMin'),
    payMax: number(form, 'payMax'),
    payDay: optional(form, 'payDay'),
    payNote: optional(form, 'payNote'),
    insurance: checked(form, 'insurance'),
  }),
  (form) => {
    const [shiftStart, end] = [time(form, 'shiftStart'), time(form, 'shiftEnd')];
    // An end before the start lies on the next day.
    const shiftEnd = end !== null && shiftStart !== null && end <= shiftStart ? end + 1440 : end;
    return {
      hoursPerDay: number(form, 'hoursPerDay'),
      shiftStart,
      shiftEnd,
      flexible: checked(form, 'flexible'),
      childWelcome: checked(form, 'childWelcome'),
    };
  },
  (form) => ({
    settlement: optional(form, 'settlement'),
    address: optional(form, 'address'),
    region: text(form, 'region'),
    lodging: checked(form, 'lodging'),
    meals: checked(form, 'meals'),
  }),
  (form) => ({
    minAge: numberOrNone(form, 'minAge'),
    maxAge: numberOrNone(form, 'maxAge'),
    ageReason: optional(form, 'ageReason'),
    minEducation: optional(form, 'minEducation'),
    certificates: several(form, 'certificates'),
    needsLiteracy: checked(form, 'needsLiteracy'),
    needsPutonghua: checked(form, 'needsPutonghua'),
    acceptsWeak: checked(form, 'acceptsWeak'),
  }),
  (form) => ({
    contact: optional(form, 'contact'),
    phone: optional(form, 'phone'),
    validUntil: optional(form, 'validUntil'),
  }),
];
