import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UnknownCountyError } from '#ledgers/places.ts';
import type { PersonRecord, VacancyRecord } from '#ledgers/records.ts';
import { worldOf } from '#ledgers/toMatching.ts';
import { personRecord, vacancyRecord } from '../helpers/ledgerRecords.ts';
import { today } from '../helpers/ledgers.ts';

const sample = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { numRuns: 1, seed: 1 })[0]!;
const aPerson = (changes: Partial<PersonRecord>): PersonRecord => ({
  ...sample(personRecord),
  county: '水城区',
  street: '海坪街道',
  settlement: '海坪安置点',
  householdNumber: 'HH1',
  householdType: 'lifted',
  monitoring: null,
  capacity: 'ordinary',
  employment: 'unemployed',
  unemploymentReason: null,
  willing: true,
  ...changes,
});
const aVacancy = (changes: Partial<VacancyRecord>): VacancyRecord => ({
  ...sample(vacancyRecord),
  region: 'local',
  ...changes,
});
const numbered = <R>(records: readonly R[]) => records.map((record, i) => ({ row: i + 2, record }));
const world = (people: PersonRecord[], vacancies: VacancyRecord[] = [], county: string | null = null) =>
  worldOf(numbered(people), numbered(vacancies), { today, policies: [], county }).world;

it('a household is covered by any member in work, counts by its best tier, and needs labour', () => {
  const { households, persons } = world([
    aPerson({ householdNumber: 'A', monitoring: 'sudden', householdType: 'accompanying' }),
    aPerson({ householdNumber: 'A', employment: 'employed', channel: 'public_welfare' }),
    aPerson({ householdNumber: 'B' }),
    aPerson({ householdNumber: 'C', householdType: null }),
    aPerson({ householdNumber: 'D', capacity: 'none' }),
  ]);
  expect(households).toEqual([
    expect.objectContaining({ id: 'A', tier: 'A', covered: true, publicPosts: 1 }),
    expect.objectContaining({ id: 'B', tier: 'B', covered: false, publicPosts: 0 }),
    expect.objectContaining({ id: 'C', tier: 'C', covered: false }),
  ]);
  expect(persons.map(({ id, seeking, publicPostsHeld }) => [id, seeking, publicPostsHeld])).toEqual([
    ['P2', true, 0],
    ['P3', false, 1],
    ['P4', true, 0],
    ['P5', true, 0],
  ]);
});

it('only those who are willing, out of work and not studying seek', () => {
  const { persons } = world([
    aPerson({}),
    aPerson({ willing: false }),
    aPerson({ employment: 'employed' }),
    aPerson({ unemploymentReason: 'studying' }),
  ]);
  expect(persons.map(({ seeking }) => seeking)).toEqual([true, false, false, false]);
});

it('finds the workplace by the longest name in its text', () => {
  const people = [
    aPerson({}),
    aPerson({ settlement: '以朵安置点', street: '以朵街道' }),
    aPerson({ settlement: '海坪', street: '海坪街道' }),
    aPerson({ county: '盘州市', settlement: '红果安置点', street: '红果街道' }),
  ];
  const { vacancies, minutes } = world(people, [
    aVacancy({ place: '水城区海坪街道海坪安置点A区3栋' }),
    aVacancy({ place: '海坪街道办事处旁' }),
    aVacancy({ place: '水城区工业园' }),
    aVacancy({ place: '哪里都行' }),
    aVacancy({ region: 'outside', place: '浙江宁波' }),
  ]);
  const home = '520204/海坪安置点';
  expect(vacancies.map(({ settlementId }) => settlementId && minutes(home, settlementId))).toEqual([
    10,
    20,
    40,
    null,
    null,
  ]);
  expect(vacancies.map(({ county }) => county)).toEqual(['520204', '520204', '520204', null, null]);
  expect(minutes(home, '520281/红果安置点')).toBe(Number.POSITIVE_INFINITY);
});

it('a local workplace without a name lies in the only county there is', () => {
  const { vacancies } = world([aPerson({})], [aVacancy({ place: null })]);
  expect(vacancies[0]).toMatchObject({ settlementId: '520204', county: '520204' });
});

it('offers only the places still open', () => {
  const { vacancies } = world(
    [aPerson({})],
    [aVacancy({ headcount: 5, filled: 2 }), aVacancy({ headcount: 5, filled: 5 })],
  );
  expect(vacancies.map(({ places }) => places)).toEqual([3]);
});

it('knows counties by old and short names, and says which it does not know', () => {
  const places = ['水城县', '水城', '贵州省六盘水市水城区', '520204'].map(
    (county) => world([aPerson({ county })]).persons[0]!.settlementId,
  );
  expect(new Set(places)).toEqual(new Set(['520204/海坪安置点']));
  expect(() => world([aPerson({ county: '某县' })])).toThrow(UnknownCountyError);
  expect(world([aPerson({ county: '某县' })], [], '530000').settlements[0]!.county).toBe('530000');
});

it('is the same world whatever sex and people the ledger says, so no plan can differ', () => {
  const others = fc.record({
    sex: personRecord.map((one) => one.sex),
    ethnicity: personRecord.map((one) => one.ethnicity),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(personRecord, others), { maxLength: 8 }), (rows) => {
      const people = rows.map(([one]) => aPerson({ ...one, county: '水城区' }));
      const swapped = rows.map(([one, other]) => aPerson({ ...one, county: '水城区', ...other }));
      const facts = (of: PersonRecord[]) => JSON.parse(JSON.stringify(world(of))); // distances are a function
      expect(facts(swapped)).toEqual(facts(people));
    }),
  );
});
