/** Arbitrary clean records: what a well-kept ledger could say. */
import fc from 'fast-check';
import { householdType, monitoringCategory } from '#contract/codes/household.ts';
import { industry, occupation } from '#contract/codes/occupation.ts';
import * as codes from '#contract/codes/person.ts';
import * as work from '#contract/codes/work.ts';
import { idCheckCharacter, usccCheckCharacter } from '#contract/identifiers.ts';
import type { PersonRecord, Skill, VacancyRecord } from '#ledgers/records.ts';
import { unpaidSkills } from '#matching/taxonomy.ts';
import { today } from './ledgers.ts';

const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[]) => fc.uniqueArray(oneOf(values), { maxLength: 3 });

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point));
const hanText = (max: number) =>
  fc.array(han, { minLength: 1, maxLength: max }).map((marks) => `名${marks.join('')}`);
const personName = fc.oneof(hanText(3), fc.constantFrom('𬱖春', '阿依·古丽·买买提', 'Zhang San'));
const place = fc.constantFrom('海坪安置点', '以朵安置点', '红桥 1 号安置点');
const date = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));

export const idNumber = fc
  .tuple(date('1930-01-01', '2025-12-31'), fc.integer({ min: 0, max: 999 }))
  .map(([birth, sequence]) => {
    const body = `520299${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return body + idCheckCharacter(body);
  });

export const uscc = fc.integer({ min: 0, max: 99_999_999 }).map((serial) => {
  const body = `91520299M${String(serial).padStart(8, '0')}`;
  return body + usccCheckCharacter(body);
});

const mobile = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `169${String(n).padStart(8, '0')}`);

/** health words, disability and limits agree, as they do in a ledger we write */
const person = fc.record({
  county: nullable(oneOf(['水城区', '盘州市'])),
  street: nullable(oneOf(['海坪街道', '红果街道'])),
  community: nullable(oneOf(['幸福社区'])),
  settlement: place,
  grid: nullable(oneOf(['第一网格'])),
  door: fc.record({ building: oneOf(['3栋', '12栋']), door: oneOf(['2单元-501', '1单元-102']) }),
  householdNumber: fc.integer({ min: 1, max: 99_999 }).map((n) => `HH-${n}`),
  headName: nullable(personName),
  householdType: nullable(oneOf(householdType.values)),
  monitoring: nullable(oneOf(monitoringCategory.values)),
  name: personName,
  relation: oneOf(codes.relationToHead.values),
  idNumber,
  ethnicity: nullable(oneOf(codes.ethnicity.values)),
  schooling: fc.oneof(
    fc.record({ education: nullable(oneOf(codes.education.values)), literate: fc.constant(true) }),
    fc.constant({ education: '90' as const, literate: false }),
  ),
  languages: some(codes.language.values),
  capacity: oneOf(codes.labourCapacity.values),
  hardship: nullable(oneOf(codes.hardship.values)),
  skills: some([...occupation.values, ...Object.keys(unpaidSkills)] as Skill[]),
  certificates: some(codes.certificate.values),
  phone: nullable(mobile),
  employment: oneOf(codes.employmentStatus.values),
  workRegion: nullable(oneOf(work.workRegion.values)),
  channel: nullable(oneOf(work.channel.values)),
  occupation: nullable(oneOf(occupation.values)),
  period: nullable(fc.tuple(date('2010-01-01', '2024-06-30'), nullable(date('2024-07-01', today)))),
  months: nullable(fc.integer({ min: 0, max: 12 })),
  pay: nullable(fc.integer({ min: 800, max: 20_000 })),
  flags: fc.array(nullable(fc.boolean()), { minLength: 5, maxLength: 5 }),
  unemploymentReason: nullable(oneOf(codes.unemploymentReason.values)),
  care: nullable(
    fc.record({
      kind: oneOf(codes.careKind.values),
      freeFrom: fc.integer({ min: 300, max: 660 }),
      freeUntil: fc.integer({ min: 780, max: 1_320 }),
    }),
  ),
  willing: fc.boolean(),
  wishOccupations: some(occupation.values),
  wishAway: nullable(oneOf(codes.awayWish.values)),
  wishMinPay: nullable(fc.integer({ min: 800, max: 20_000 })),
  wishMaxMinutes: nullable(fc.integer({ min: 0, max: 600 })),
  updatedOn: nullable(date('2020-01-01', today)),
});

export const personRecord: fc.Arbitrary<PersonRecord> = person.map(
  ({ door, schooling, period, months, pay, flags, ...plain }) => ({
    ...plain,
    ...door,
    ...schooling,
    origin: null,
    birthDate: `${plain.idNumber.slice(6, 10)}-${plain.idNumber.slice(10, 12)}-${plain.idNumber.slice(12, 14)}`,
    sex: Number(plain.idNumber[16]) % 2 === 1 ? '1' : '2',
    health: null,
    healthLimits: [],
    disability: null,
    employerName: plain.employment === 'employed' ? '好日子服装厂' : null,
    workplace: null,
    startedOn: period?.[0] ?? null,
    endedOn: period?.[1] ?? null,
    monthsThisYear: months,
    monthlyPay: pay,
    contract: flags[0]!,
    insurance: flags[1]!,
    wishTraining: flags[2]!,
    wishLodging: flags[3]!,
    wishPartTime: flags[4]!,
    responsible: null,
    // a duty told by the reason alone would be read out of it
    unemploymentReason: plain.unemploymentReason,
    care:
      plain.care ??
      (plain.unemploymentReason === 'care' ? { kind: 'sick', freeFrom: 510, freeUntil: 990 } : null),
  }),
);

const pay = fc
  .tuple(
    fc.constantFrom(
      ['monthly', 800, 9_000, 1, '元/月', ''] as const,
      ['daily', 40, 400, 21.75, '元/天', ''] as const,
      ['hourly', 8, 60, 0, '元/小时', ''] as const,
      ['piece', 800, 9_000, 1, '元/月', '计件,'] as const,
    ),
    fc.integer({ min: 0, max: 1_000 }),
    fc.integer({ min: 0, max: 1_000 }),
  )
  .map(([[basis, low, high, days, unit, lead], a, b]) => {
    const min = low + Math.round(((high - low) * Math.min(a, b)) / 1_000);
    const max = low + Math.round(((high - low) * Math.max(a, b)) / 1_000);
    return { basis, min, max, days, note: `${lead}${min === max ? min : `${min}-${max}`}${unit}` };
  });

export const vacancyRecord: fc.Arbitrary<VacancyRecord> = fc
  .record({
    employer: hanText(8),
    uscc: nullable(uscc),
    employerKind: oneOf(work.employerKind.values),
    industry: nullable(oneOf(industry.values)),
    title: oneOf(occupation.values).map(occupation.label),
    kind: oneOf(work.vacancyKind.values),
    occupation: oneOf(occupation.values),
    headcount: fc.integer({ min: 1, max: 500 }),
    form: oneOf(work.workForm.values),
    place: nullable(place),
    region: oneOf(work.workRegion.values),
    shift: fc.oneof(
      fc.record({
        start: fc.oneof(fc.integer({ min: 300, max: 700 }), fc.constant(0), fc.constant(960)),
        length: fc.oneof(fc.integer({ min: 240, max: 720 }), fc.constant(480)),
        hours: fc.integer({ min: 4, max: 12 }),
      }),
      fc.record({ start: fc.constant(null), length: fc.constant(0), hours: fc.integer({ min: 1, max: 12 }) }),
    ),
    pay,
    board: fc.record({ meals: fc.boolean(), lodging: fc.boolean() }),
    insurance: fc.boolean(),
    minEducation: nullable(oneOf(codes.education.values)),
    needsPutonghua: fc.boolean(),
    skills: some(occupation.values),
    certificates: some(codes.certificate.values),
    demands: some(work.workDemand.values),
    minAge: nullable(fc.integer({ min: 16, max: 30 })),
    maxAge: nullable(fc.integer({ min: 35, max: 65 })),
    acceptsWeak: fc.boolean(),
    childWelcome: fc.boolean(),
    flexible: fc.boolean(),
    phone: nullable(mobile),
    validUntil: nullable(date('2026-01-01', '2028-12-31')),
  })
  .map(({ shift, pay, board, ...plain }) => {
    const own = shift.start === null;
    const days = pay.basis === 'hourly' ? 21.75 * shift.hours : pay.days;
    return {
      ...plain,
      ...board,
      filled: 0,
      shiftText: null,
      shiftStart: shift.start,
      shiftEnd: own ? null : shift.start + shift.length,
      hoursPerDay: shift.hours,
      flexible: plain.flexible || own,
      payBasis: pay.basis,
      payMin: pay.min,
      payMax: pay.max,
      monthlyMin: Math.round(pay.min * days),
      monthlyMax: Math.round(pay.max * days),
      payNote: pay.note,
      needsLiteracy: plain.minEducation !== null && plain.minEducation !== '90',
      content: null,
      contact: null,
    };
  });
