import { describe, expect, test } from 'vitest';
import { occupation } from '#contract/codes/occupation.ts';
import { plan } from '#matching/assign.ts';
import { openContext } from '#matching/context.ts';
import { refusals } from '#matching/eligibility.ts';
import { type Audience, explainProposal, type Names } from '#matching/explain.ts';
import { advice, explainReason } from '#matching/explainReason.ts';
import { explainRefusal } from '#matching/explainRefusal.ts';
import type { World } from '#matching/types.ts';
import { household, person, randomWorld, vacancy, world } from '../helpers/matchingWorlds.ts';

const names: Names = { occupation: (code) => (occupation.is(code) ? occupation.label(code) : code) };
const worlds = Array.from({ length: 60 }, (_, seed) => randomWorld(seed, { households: 20, vacancies: 15 }));
const plans = worlds.map((input) => plan(input));
const spoken = (audience: Audience): string[] =>
  plans.flatMap(({ proposals }) =>
    proposals.flatMap((proposal) => explainProposal(proposal, audience, names)),
  );

describe('explanations', () => {
  test('no sentence is longer than twenty characters', () => {
    const reasons = plans.flatMap(({ households, unplaced }) =>
      [...households, ...unplaced].flatMap(({ reason }) => reason ?? []),
    );
    const refused = worlds.flatMap((input) => {
      const context = openContext(input);
      return input.persons.flatMap((p) => input.vacancies.flatMap((v) => refusals(p, v, context)));
    });
    const texts = [
      ...(['staff', 'seeker', 'employer'] as const).flatMap(spoken),
      ...reasons.flatMap((reason) => [
        ...explainReason(reason, 'staff'),
        ...explainReason(reason, 'seeker'),
        ...advice(reason),
      ]),
      ...refused.map((refusal) => explainRefusal(refusal, names)),
    ];
    expect(new Set(refused.map(({ code }) => code)).size).toBeGreaterThan(25);
    const sentences = new Set(texts.flatMap((text) => text.match(/[^。]+。/g) ?? [`${text}?`]));
    expect([...sentences].filter((sentence) => sentence.length > 20)).toEqual([]);
    expect([...sentences].filter((sentence) => !sentence.endsWith('。'))).toEqual([]);
  });

  test('employers hear nothing of health, care, poverty or hopes of pay', () => {
    const private_ = /身体|照看|孩子|家人|脱贫|监测|困难|一户|期望|托底|弱/;
    expect(spoken('staff').some((sentence) => private_.test(sentence))).toBe(true);
    expect(spoken('employer').filter((sentence) => private_.test(sentence))).toEqual([]);
  });

  test('the seeker hears nothing of tiers and other people', () => {
    expect(spoken('seeker').filter((sentence) => /脱贫|监测|其他户|托底/.test(sentence))).toEqual([]);
    const reasons = plans.flatMap(({ unplaced }) =>
      unplaced.flatMap(({ reason }) => explainReason(reason, 'seeker')),
    );
    expect(reasons.filter((sentence) => /脱贫|监测|其他户|更急/.test(sentence))).toEqual([]);
  });

  const told = (input: World, audience: Audience) => {
    const [proposal] = plan(input).proposals;
    return explainProposal(proposal!, audience, names).join('');
  };

  test('a mother and the workshop downstairs', () => {
    const mother = person({
      skills: ['HOME-SEWING'],
      care: { kind: 'child', freeFrom: 8 * 60 + 20, freeUntil: 17 * 60 + 30 },
      wishes: { minPay: 2000, occupations: ['6-05-01-03'] },
    });
    const post = vacancy({
      kind: 'workshop',
      childWelcome: true,
      stability: 80,
      insurance: true,
      skills: ['6-05-01-03'],
    });
    const input = world({ persons: [mother], vacancies: [post] });
    expect(told(input, 'staff')).toMatchInlineSnapshot(
      `"建议考虑这个岗位。这一户还没有人就业。做过的活和缝纫工相近。正是本人想做的工种。单程约5分钟。每月2500到3200元。本人期望2000元。每天8小时。可以带着孩子上班。缴社保。干得久的人多。请先问本人愿不愿意。"`,
    );
    expect(told(input, 'seeker')).toMatchInlineSnapshot(
      `"给您推荐这个岗位。做过的活和缝纫工相近。正是您想做的工种。单程约5分钟。每月2500到3200元。您期望2000元。每天8小时。可以带着孩子上班。缴社保。干得久的人多。去不去由您决定。"`,
    );
    expect(told(input, 'employer')).toMatchInlineSnapshot(
      `"推荐一位求职者。做过的活和缝纫工相近。正是本人想做的工种。单程约5分钟。每月2500到3200元。每天8小时。录不录用由双方商量。"`,
    );
  });

  test('a son going out with a friend', () => {
    const wishes = { away: 'anywhere', needsLodging: true, companions: ['p2'], minPay: 5000 } as const;
    const son = person({ speaksPutonghua: false, skills: ['6-25-04-07'], wishes });
    const friend = person({ id: 'p2', seeking: false, employerId: 'e1' });
    const factory = vacancy({
      kind: 'labour_export',
      settlementId: null,
      county: null,
      region: 'outside',
      occupation: '6-25-04-07',
      lodging: true,
      meals: true,
      payMin: 4800,
      payMax: 6500,
      hoursPerDay: 10,
    });
    const input = world({ persons: [son, friend], vacancies: [factory] });
    expect(told(input, 'staff')).toMatchInlineSnapshot(
      `"建议考虑这个岗位。这一户还没有人就业。会做电子设备装接工，正对口。每月4800到6500元。本人期望5000元。没有说想做什么工种。在省外，要住在那边。每天10小时。可能和同伴一起上班。包吃包住。去的人有的久有的不久。那边多说普通话。请先问本人愿不愿意。"`,
    );
    expect(told(input, 'seeker')).toMatchInlineSnapshot(
      `"给您推荐这个岗位。会做电子设备装接工，正对口。每月4800到6500元。您期望5000元。在省外，要住在那边。每天10小时。可能和同伴一起上班。包吃包住。那边多说普通话。去不去由您决定。"`,
    );
  });

  test('the last resort', () => {
    const grandfather = person({ hardToPlace: true, limits: ['heavy_lifting'], birthDate: '1965-01-01' });
    const post = vacancy({
      kind: 'public_welfare',
      occupation: '4-09-08-01',
      payMin: 900,
      payMax: 900,
      hoursPerDay: 4,
    });
    expect(told(world({ persons: [grandfather], vacancies: [post] }), 'staff')).toMatchInlineSnapshot(
      `"建议考虑这个岗位。这一户还没有人就业。这是托底的公益性岗位。单程约5分钟。每天4小时。不要求经验，可以边干边学。没有说想做什么工种。活不重，身体吃得消。去的人有的久有的不久。每月900元。请先问本人愿不愿意。"`,
    );
  });

  test('a household left out', () => {
    const homes = [household({ tier: 'C' }), household({ id: 'h2', tier: 'A' })];
    const persons = [person(), person({ id: 'p2', householdId: 'h2' })];
    const { unplaced } = plan(world({ households: homes, persons }));
    expect(explainReason(unplaced[0]!.reason, 'staff').join('')).toMatchInlineSnapshot(
      `"有合适岗位，名额不够。名额用在更急的家庭。那里有监测户1人。"`,
    );
    expect(explainReason(unplaced[0]!.reason, 'seeker').join('')).toMatchInlineSnapshot(
      `"合适的岗位名额满了。有新岗位会再推荐。"`,
    );
  });

  test('what would change it', () => {
    const [far] = plan(world({ vacancies: [vacancy({ settlementId: 's3' })] })).unplaced;
    expect(explainReason(far!.reason, 'staff').join('')).toMatchInlineSnapshot(
      `"现在没有合适的岗位。若有车接送，多1个岗位。"`,
    );
    const [young] = plan(world({ persons: [person({ birthDate: '2010-01-01' })] })).unplaced;
    expect(advice(young!.reason)).toEqual([]);
  });
});
