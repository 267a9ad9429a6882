import { describe, expect, test } from 'vitest';
import { openContext } from '#matching/context.ts';
import { refusals, rules } from '#matching/eligibility.ts';
import { MissingPolicyError } from '#matching/errors.ts';
import type { RefusalCode } from '#matching/refusals.ts';
import { household, person, policies, vacancy, world } from '../helpers/matchingWorlds.ts';

type Case = [
  what: string,
  person: Parameters<typeof person>[0],
  vacancy: Parameters<typeof vacancy>[0],
  refused: RefusalCode[],
  household?: Parameters<typeof household>[0],
];
const child = { kind: 'child', freeFrom: 8 * 60 + 30, freeUntil: 16 * 60 } as const;
const exported = {
  kind: 'labour_export',
  settlementId: null,
  county: null,
  region: 'outside',
  lodging: true,
} as const;
const welfare = { kind: 'public_welfare', payMin: 900, payMax: 900 } as const;

/** Each line: this person, this vacancy, these refusals. Nothing else is said about the two. */
const cases: Case[] = [
  ['an ordinary person, an ordinary post', {}, {}, []],
  ['all places filled', {}, { places: 0 }, ['no_places']],
  ['valid until yesterday', {}, { validUntil: '2024-05-31' }, ['expired']],
  ['valid until today', {}, { validUntil: '2024-06-01' }, []],
  ['full-time under the minimum wage', {}, { payMin: 1800, payMax: 3000 }, ['pay_under_minimum']],
  [
    'the same in a county with a lower minimum',
    { settlementId: 's3' },
    { payMin: 1800, settlementId: 's3' },
    [],
  ],
  ['part-time pay is judged by the hour', {}, { form: 'part_time', hoursPerDay: 4, payMin: 1800 }, []],
  [
    'part-time under the hourly minimum',
    {},
    { form: 'part_time', hoursPerDay: 6, payMin: 1800 },
    ['pay_under_minimum'],
  ],
  [
    'piece-rate work at home has its own rule',
    {},
    { kind: 'home_work', form: 'piece_home', payMin: 600 },
    [],
  ],
  ['has work or wants none', { seeking: false }, {}, ['not_seeking']],
  ['labour capacity lost', { capacity: 'lost' }, {}, ['no_capacity']],
  ['weak, and the post takes none', { capacity: 'weak' }, {}, ['weak_not_accepted']],
  ['weak, and the post takes them', { capacity: 'weak' }, { acceptsWeak: true }, []],
  ['birth date missing', { birthDate: null }, {}, ['age_unknown']],
  ['sixteen tomorrow', { birthDate: '2008-06-02' }, {}, ['age_under_law']],
  ['sixteen today', { birthDate: '2008-06-01' }, {}, []],
  [
    'seventeen and heavy work',
    { birthDate: '2007-01-01' },
    { strains: ['heavy_lifting'] },
    ['minor_protected'],
  ],
  [
    'seventeen and a night shift',
    { birthDate: '2007-01-01' },
    { shift: { start: 1080, end: 1560 } },
    ['minor_protected'],
  ],
  ['older than the advertisement', { birthDate: '1970-01-01' }, { maxAge: 50 }, ['age_over_ad']],
  ['younger than the advertisement', { birthDate: '2004-01-01' }, { minAge: 25 }, ['age_under_ad']],
  ['less schooling than asked', { educationRank: 1 }, { minEducationRank: 2 }, ['education_below']],
  ['cannot read, and must', { literate: false }, { needsLiteracy: true }, ['literacy_needed']],
  ['no Putonghua, and needed', { speaksPutonghua: false }, { needsPutonghua: true }, ['putonghua_needed']],
  [
    'no experience in what is asked',
    { skills: ['4-03-02-01'] },
    { skills: ['6-05-01-03'] },
    ['skill_missing'],
  ],
  ['a neighbouring trade counts', { skills: ['6-05-01-02'] }, { skills: ['6-05-01-03'] }, []],
  ['sewing at home counts for the sewing line', { skills: ['HOME-SEWING'] }, { skills: ['6-05-01-03'] }, []],
  [
    'one of two certificates',
    { certificates: ['welder'] },
    { certificates: ['welder', 'health'] },
    ['certificate_missing'],
  ],
  ['must be spared dust', { limits: ['dust'] }, { strains: ['dust', 'heights'] }, ['health_limit']],
  [
    'must not work at night, and the shift says so',
    { limits: ['night'] },
    { shift: { start: 840, end: 1380 } },
    ['health_limit'],
  ],
  [
    'labour export for another county',
    { wishes: { away: 'anywhere' } },
    { ...exported, county: '520203' },
    ['not_offered_here'],
  ],
  ['ninety minutes away', {}, { settlementId: 's3' }, ['out_of_reach']],
  ['ninety minutes are fine for this one', { wishes: { maxMinutes: 100 } }, { settlementId: 's3' }, []],
  ['twenty minutes are too many', { wishes: { maxMinutes: 15 } }, { settlementId: 's2' }, ['out_of_reach']],
  ['too far, but with a bed', { wishes: { away: 'county' } }, { settlementId: 's3', lodging: true }, []],
  ['too far, with a bed, wants to come home', {}, { settlementId: 's3', lodging: true }, ['away_unwished']],
  [
    'another province, wants to stay in this one',
    { wishes: { away: 'province' } },
    exported,
    ['away_unwished'],
  ],
  ['another province, and willing', { wishes: { away: 'anywhere' } }, exported, []],
  [
    'cares for somebody at home',
    { care: child, wishes: { away: 'anywhere' } },
    { ...exported, flexible: true, hoursPerDay: 6 },
    ['needed_at_home'],
  ],
  [
    'the last one the household can spare',
    { wishes: { away: 'anywhere' } },
    exported,
    ['needed_at_home'],
    { maxAway: 0 },
  ],
  [
    'away, needs a bed, none there',
    { wishes: { away: 'anywhere', needsLodging: true } },
    { ...exported, lodging: false },
    ['no_lodging'],
  ],
  ['the shift begins before school', { care: child }, {}, ['care_hours']],
  [
    'the shift fits, the way does not',
    { care: child },
    { settlementId: 's2', shift: { start: 540, end: 945 } },
    ['care_hours'],
  ],
  ['shift and way fit', { care: child }, { shift: { start: 540, end: 945 } }, []],
  ['the hours can be moved, but there are too many', { care: child }, { flexible: true }, ['care_hours']],
  ['the hours can be moved', { care: child }, { flexible: true, hoursPerDay: 6 }, []],
  ['the child may come along', { care: child }, { childWelcome: true }, []],
  ['the sick mother may not', { care: { ...child, kind: 'sick' } }, { childWelcome: true }, ['care_hours']],
  ['work at home', { care: child }, { kind: 'home_work', form: 'piece_home', shift: null }, []],
  ['pays less than the person wants', { wishes: { minPay: 3500 } }, {}, ['pay_below_wish']],
  ['a public post is offered all the same', { hardToPlace: true, wishes: { minPay: 3500 } }, welfare, []],
  ['wants part-time', { wishes: { partTimeOnly: true } }, {}, ['not_part_time']],
  ['part-time it is', { wishes: { partTimeOnly: true } }, { form: 'part_time', hoursPerDay: 4 }, []],
  ['public post, not recognised', {}, welfare, ['public_not_recognised']],
  [
    'public post, two had already',
    { hardToPlace: true, publicPostsHeld: 2 },
    welfare,
    ['public_placements_used'],
  ],
  ['public post, sixty-one', { hardToPlace: true, birthDate: '1963-01-01' }, welfare, ['public_entry_age']],
  [
    'public post, one in the household',
    { hardToPlace: true },
    welfare,
    ['public_household_limit'],
    { publicPosts: 1 },
  ],
  ['asked and refused', { refused: ['v1'] }, {}, ['refused_before']],
];

describe('eligibility', () => {
  test.each(cases)('%s', (_, who, what, refused, home) => {
    const [p, v] = [person(who), vacancy(what)];
    const context = openContext(world({ persons: [p], vacancies: [v], households: [household(home)] }));
    expect(refusals(p, v, context).map((refusal) => refusal.code)).toEqual(refused);
  });

  test('every rule has a telling case', () => {
    const shown = new Set<string>(cases.flatMap(([, , , refused]) => refused)).add('excluded_by_staff');
    expect(rules.map((rule) => rule.code).filter((code) => !shown.has(code))).toEqual([]);
  });

  test('a verdict names the policy row it was made with', () => {
    const p = person({ hardToPlace: true, birthDate: '1963-01-01' });
    const v = vacancy(welfare);
    const [refusal] = refusals(p, v, openContext(world({ persons: [p], vacancies: [v] })));
    expect(refusal).toEqual({
      code: 'public_entry_age',
      facts: { age: 61, maximum: 60, policy: 'age.public_welfare.max_entry@52' },
    });
  });

  test('staff may rule a pair out', () => {
    const context = openContext(world(), [{ personId: 'p1', vacancyId: 'v1' }]);
    expect(refusals(person(), vacancy(), context)).toEqual([{ code: 'excluded_by_staff', facts: null }]);
    expect(refusals(person(), vacancy({ id: 'v2' }), context)).toEqual([]);
  });

  test('without a row in force there is no verdict', () => {
    const context = openContext(world({ policies: policies.filter((row) => row.key !== 'age.work.min') }));
    expect(() => refusals(person(), vacancy(), context)).toThrow(MissingPolicyError);
  });

  test('one per household is a switch: no row, no limit', () => {
    const p = person({ hardToPlace: true });
    const rows = policies.filter((row) => row.key !== 'household.public_posts.max');
    const homes = [household({ publicPosts: 1 })];
    expect(refusals(p, vacancy(welfare), openContext(world({ households: homes, policies: rows })))).toEqual(
      [],
    );
  });
});
