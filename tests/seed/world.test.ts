import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ageOn, isUscc, parseIdNumber } from '#contract/identifiers.ts';
import { figuresAt } from '../../seed/figures.ts';
import { generateWorld, type WorldRows } from '../../seed/generateWorld.ts';
import { policySeeds } from '../../seed/reference/policies.ts';

const digest = (world: WorldRows) => createHash('sha256').update(JSON.stringify(world)).digest('hex');
/** Certificates of 特种作业, which nobody under 18 may hold. */
const special = new Set<string>(['electrician', 'welder', 'heights']);
const labour = new Set(['skilled', 'ordinary', 'weak']);

/** The figures of a world, counted from its rows alone. */
function count(world: WorldRows) {
  const byHousehold = Map.groupBy(world.persons, ({ household }) => household);
  const labourers = world.persons.filter(({ capacity }) => labour.has(capacity));
  const zero = [...byHousehold.values()].filter((members) => {
    const able = members.filter(({ capacity }) => labour.has(capacity));
    return (
      able.some(({ willing }) => willing) && members.every(({ employment }) => employment !== 'employed')
    );
  });
  const live = world.vacancies.filter(({ status }) => status === 'published' || status === 'filled');
  const typed = (type: string) => world.households.filter((household) => household.type === type).length;
  return {
    households: world.households.length,
    people: world.persons.length,
    labourHouseholds: new Set(labourers.map(({ household }) => household)).size,
    labourers: labourers.length,
    employed: world.persons.filter(({ employment }) => employment === 'employed').length,
    posts: live.reduce((sum, { headcount }) => sum + headcount, 0),
    registeredPoor: typed('lifted') + typed('monitored'),
    monitored: typed('monitored'),
    zeroEmployment: zero.length,
  };
}

describe.each([
  ['1:400', 1 / 400],
  ['1:40', 1 / 40],
  ['the city', 1],
])('a world of %s', (_, scale) => {
  const world = generateWorld({ scale });
  const { today, persons, identities, households, vacancies, employers, spells } = world;

  it('has exactly the figures of the report, scaled', () => {
    expect(figuresAt(scale)).toMatchObject(count(world));
    expect(world.settlements).toHaveLength(78);
  });

  it('gives everybody a valid ID number of their own that tells birth date and sex', () => {
    const person = new Map(persons.map((row) => [row.id, row]));
    const wrong = identities.filter(({ person: id, idNumber }) => {
      const read = parseIdNumber(idNumber);
      const row = person.get(id)!;
      return typeof read === 'string' || read.birthDate !== row.birthDate || read.sex !== row.sex;
    });
    expect(wrong).toEqual([]);
    expect(new Set(identities.map(({ idNumber }) => idNumber)).size).toBe(persons.length);
    expect(identities.every(({ idNumber }) => idNumber.startsWith('520299'))).toBe(true);
  });

  it('gives every employer a valid credit code of its own', () => {
    expect(employers.filter(({ uscc }) => !isUscc(uscc!))).toEqual([]);
    expect(new Set(employers.map(({ uscc }) => uscc)).size).toBe(employers.length);
  });

  it('keeps kinship and ages coherent', () => {
    const members = Map.groupBy(persons, ({ household }) => household);
    const faults: string[] = [];
    for (const [household, family] of members) {
      const age = (person: (typeof family)[number]) => ageOn(person.birthDate!, today);
      const of = (relation: string) => family.filter((person) => person.relation === relation);
      const [head] = of('head');
      if (of('head').length !== 1 || family[0] !== head) faults.push(`${household}: head`);
      if (of('spouse').some(({ sex }) => sex === head!.sex)) faults.push(`${household}: couple`);
      const couple = [...of('head'), ...of('spouse')];
      const mother = couple.find(({ sex }) => sex === '2') ?? head!;
      const tooOld = of('child').some((child) => age(mother) - age(child) < 16);
      if (tooOld) faults.push(`${household}: child older than its mother could have it`);
      if (of('parent').some((parent) => age(parent) - age(head!) < 18)) faults.push(`${household}: parent`);
      if (family.some((person) => labour.has(person.capacity) && (age(person) < 16 || age(person) > 66)))
        faults.push(`${household}: labourer's age`);
      if (family.some((person) => age(person) < 0 || age(person) > 100)) faults.push(`${household}: age`);
    }
    expect(faults).toEqual([]);
  });

  it('houses every household in a flat of its own, in a grid of its settlement', () => {
    const flats = households.map(({ building, door }) => `${building}/${door}`);
    expect(new Set(flats).size).toBe(households.length);
    expect(households.filter(({ grid, settlement }) => !grid!.startsWith(settlement))).toEqual([]);
  });

  it('employs whom it says it employs: one running spell each, none before school ends', () => {
    const running = spells.filter(({ endedOn }) => endedOn === null).map(({ person }) => person);
    const employed = persons.filter(({ employment }) => employment === 'employed').map(({ id }) => id);
    expect(running.sort()).toEqual(employed.sort());
    const born = new Map(persons.map(({ id, birthDate }) => [id, birthDate!]));
    const early = spells.filter((spell) => ageOn(born.get(spell.person)!, spell.startedOn) < 15);
    expect(early).toEqual([]);
    expect(spells.filter(({ startedOn, endedOn }) => startedOn > (endedOn ?? today))).toEqual([]);
  });

  it('counts filled places from spells', () => {
    const placed = Map.groupBy(spells, ({ vacancy }) => vacancy);
    const wrong = vacancies.filter(({ id, filled }) => filled !== (placed.get(id)?.length ?? 0));
    expect(wrong).toEqual([]);
  });

  it('advertises lawfully', () => {
    const least = Math.max(
      ...policySeeds
        .filter(
          ({ key, region, validTo }) => key === 'pay.minimum.monthly' && region.startsWith('52') && !validTo,
        )
        .map(({ value }) => value),
    );
    const employerOf = new Map(employers.map((employer) => [employer.id, employer]));
    const faults = vacancies.flatMap((row) => {
      const open = row.status === 'published' || row.status === 'filled';
      const employer = employerOf.get(row.employer)!;
      const adult = (row.minAge ?? 0) >= 18;
      const broken = {
        'under the minimum wage': row.form === 'full_time' && row.monthlyMin < least,
        'part-time over four hours': row.form === 'part_time' && row.hoursPerDay > 4,
        'minors in a mine': employer.industry === 'B' && !adult,
        'minors in special operations': row.certificates.some((one) => special.has(one)) && !adult,
        'age limit without a reason': row.maxAge !== null && row.ageReason === null,
        'open before the licence was checked': open && employer.status !== 'verified',
        'open past its last day': open && row.validUntil !== null && row.validUntil < today,
        'pay band upside down': row.payMin > row.payMax || row.monthlyMin > row.monthlyMax,
        'more filled than sought': row.filled > row.headcount,
        'shift ends before it starts': row.shiftStart !== null && row.shiftEnd! <= row.shiftStart,
      };
      return Object.entries(broken).flatMap(([fault, is]) => (is ? [`${row.title}: ${fault}`] : []));
    });
    expect(faults).toEqual([]);
  });
});

describe('a seed', () => {
  it('always makes the same world, another seed another one', () => {
    const scale = 1 / 400;
    expect(digest(generateWorld({ scale, seed: 7 }))).toBe(digest(generateWorld({ scale, seed: 7 })));
    expect(digest(generateWorld({ scale, seed: 8 }))).not.toBe(digest(generateWorld({ scale, seed: 7 })));
  });

  it('keeps people as old when the clock moves', () => {
    const world = generateWorld({ scale: 1 / 400, today: '2028-02-29' });
    expect(count(world)).toEqual(count(generateWorld({ scale: 1 / 400 })));
    expect(world.spells.every(({ startedOn }) => startedOn <= '2028-02-29')).toBe(true);
  });
});
