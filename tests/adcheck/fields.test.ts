import { describe, expect, it } from 'vitest';
import { checkFields, type VacancyFields } from '../../adcheck/fields.ts';
import { standards } from './labelled.ts';

const lawful: VacancyFields = {
  title: '缝纫工',
  occupation: '6-05-01-03',
  kind: 'workshop',
  form: 'full_time',
  payBasis: 'monthly',
  payMin: 2500,
  payMax: 4000,
  hoursPerDay: 8,
  minAge: 18,
  maxAge: 60,
  ageReason: null,
  certificates: [],
};
const findings = (change: Partial<VacancyFields>) =>
  checkFields({ ...lawful, ...change }, standards).findings.map(({ rule, severity, field }) => [
    rule,
    severity,
    field,
  ]);

it('has nothing to say about a lawful vacancy', () => {
  expect(checkFields(lawful, standards)).toEqual({ verdict: 'ok', findings: [] });
});

describe('finds', () => {
  it.each<[Partial<VacancyFields>, string, string, string]>([
    [{ payMin: 1200, payMax: 2000 }, 'pay_under_minimum', 'refuse', 'payMin'],
    [{ payBasis: 'daily', payMin: 70, payMax: 90 }, 'pay_under_minimum', 'refuse', 'payMin'],
    [
      { payBasis: 'hourly', payMin: 12, payMax: 20, form: 'part_time', hoursPerDay: 4 },
      'pay_under_minimum',
      'refuse',
      'payMin',
    ],
    [{ payMin: 0, payMax: 0, payBasis: 'piece' }, 'pay_no_number', 'refuse', 'payMax'],
    [{ payMin: 15_000, payMax: 30_000 }, 'pay_outlier', 'warn', 'payMax'],
    [{ payMin: 2000, payMax: 9000 }, 'pay_outlier', 'warn', 'payMax'],
    [{ minAge: 15 }, 'minor', 'refuse', 'minAge'],
    [{ minAge: 16, demands: ['heights'] }, 'minor', 'refuse', 'minAge'],
    [{ maxAge: 45 }, 'age', 'warn', 'maxAge'],
    [{ minAge: 25 }, 'age', 'warn', 'minAge'],
    [{ hoursPerDay: 10 }, 'hours', 'warn', 'hoursPerDay'],
    [{ hoursPerDay: 12 }, 'hours', 'refuse', 'hoursPerDay'],
    [{ form: 'part_time', hoursPerDay: 6 }, 'hours', 'warn', 'hoursPerDay'],
    [{ occupation: '6-31-01-03', title: '电工' }, 'certificate', 'warn', 'certificates'],
  ])('%o', (change, rule, severity, field) => {
    expect(findings(change)).toEqual([[rule, severity, field]]);
  });
});

describe('leaves alone', () => {
  it.each<Partial<VacancyFields>>([
    { maxAge: 45, ageReason: '登高作业,按安全规程' },
    { kind: 'public_welfare', payMin: 800, payMax: 800, minAge: 45, maxAge: 59 },
    { kind: 'home_work', form: 'piece_home', payBasis: 'piece', payMin: 1, payMax: 2 },
    { form: 'part_time', hoursPerDay: 4, payMin: 1000, payMax: 1200 },
    { occupation: '6-31-01-03', title: '电工', certificates: ['electrician'] },
    { occupation: '4-02-02-02', title: '货运司机', certificates: ['driver_c'] },
  ])('%o', (change) => {
    expect(findings(change)).toEqual([]);
  });
});

it('judges a trade by its own pay', () => {
  expect(findings({ title: '育婴师', payMin: 8_000, payMax: 12_000 })).toEqual([]);
  expect(findings({ title: '保洁员', payMin: 8_000, payMax: 12_000 })).toEqual([
    ['pay_outlier', 'warn', 'payMax'],
  ]);
});
