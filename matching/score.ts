/** How well a pair fits: integer 0–1000, the sum of named parts. Reads no id but those of companions. */
import type { Context } from './context.ts';
import { refusals } from './eligibility.ts';
import { type Feature, nothing, type Sides } from './factor.ts';
import { careOf, careSlack, hoursOf, isHomeWork, journey, startOf, workplaceOf } from './journey.ts';
import { strainsOf } from './law.ts';
import type { PartFacts, ScorePart } from './parts.ts';
import { nearestSkill } from './taxonomy.ts';
import type { Person, Vacancy } from './types.ts';
import { curves, type PartCode, weights } from './weights.ts';

/** A part that depends on the two alone: a fraction 0 … 1 of its weight, and the facts behind it. */
export interface Part<C extends PartCode = PartCode, P extends Feature = Feature, V extends Feature = Feature>
  extends Sides<P, V> {
  readonly code: C;
  judge(person: P, vacancy: V, context: Context): readonly [fraction: number, facts: PartFacts[C]];
}

export const parts: readonly Part[] = [
  part(
    'skill',
    (p) => p.skills,
    (v) => [v.occupation, v.skills.length === 0] as const,
    (skills, [occupation, open]) => {
      const best = nearestSkill(skills, occupation);
      const fraction = Math.max(best.nearness / 100, open ? curves.openToAll : 0);
      return [fraction, { ...best, occupation, open }];
    },
  ),
  part(
    'pay',
    (p, context) => {
      const minimum = context.policies.find('pay.minimum.monthly', context.county(p.settlementId));
      const floor = p.wishes.minPay ?? minimum?.value ?? null;
      return [floor, p.wishes.minPay !== null] as const;
    },
    (v) => [v.payMin, v.payMax] as const,
    ([floor, own], [payMin, payMax]) => {
      const facts = { payMin, payMax, floor, own };
      if (floor === null || floor <= 0) return [curves.noWish, facts];
      const ratio = (payMin + payMax) / 2 / floor;
      const above = (ratio - 1) / (curves.payEnough - 1);
      const { payAtExpectation: met } = curves;
      return [above < 0 ? met * Math.max(0, 1 + 2 * above) : met + (1 - met) * above, facts];
    },
  ),
  part(
    'wish',
    (p) => p.wishes.occupations,
    (v) => v.occupation,
    (wishes, occupation) => {
      const stated = wishes.length > 0;
      const near = nearestSkill(wishes, occupation).nearness;
      return [stated ? near / 100 : curves.noWish, { occupation, stated, nearness: near }];
    },
  ),
  part(
    'minutes',
    startOf,
    (v) => [workplaceOf(v), v.region] as const,
    (start, [work, region], context) => {
      const { mode, minutes } = journey(start, work, context);
      return [comfort(mode === 'away' ? null : minutes, start[1]), { mode, minutes, region }];
    },
  ),
  part(
    'hours',
    careOf,
    (v) => [hoursOf(v), v.hoursPerDay] as const,
    (care, [hours, hoursPerDay], context) => {
      const [start, , childWelcome, atHome] = hours;
      const slack = careSlack(care, hours, context);
      const calm = curves.noSlack + ((1 - curves.noSlack) * Math.max(0, slack)) / curves.slackEnough;
      const day = (curves.hoursWorst - hoursPerDay) / (curves.hoursWorst - curves.hoursNormal);
      const facts = {
        hoursPerDay,
        care: care?.[0] ?? null,
        slack: Number.isFinite(slack) ? slack : null,
        ownHours: start === null || atHome,
        childWelcome,
      };
      return [Math.min(1, calm) * clamp(day), facts];
    },
  ),
  part(
    'stability',
    nothing,
    (v) => [v.stability, v.insurance] as const,
    (_, [stability, insurance]) => [
      (curves.stabilityShare * stability) / 100 + (insurance ? 1 - curves.stabilityShare : 0),
      { stability, insurance },
    ],
  ),
  part(
    'lodging',
    (p) => p.wishes.needsLodging,
    (v) => [v.lodging, v.meals] as const,
    (needed, [lodging, meals]) => {
      const share = needed ? curves.lodgingNeeded : curves.lodgingSpare;
      return [(lodging || !needed ? share : 0) + (meals ? 1 - share : 0), { needed, lodging, meals }];
    },
  ),
  part(
    'gentle',
    (p) => p.limits.length > 0 || p.capacity === 'weak',
    strainsOf,
    (spared, strains) => [spared ? 1 - strains.length / curves.strainsWorst : 1, { spared, strains }],
  ),
  part(
    'language',
    (p) => p.speaksPutonghua,
    (v) => v.region === 'local' || isHomeWork(v),
    (speaks, amongNeighbours) => [
      speaks || amongNeighbours ? 1 : curves.amongStrangers,
      { speaks, amongNeighbours },
    ],
  ),
];

/** All parts of a pair, companions last; they add up to the score. */
export function scoreParts(person: Person, vacancy: Vacancy, context: Context): readonly ScorePart[] {
  const found = parts.map(({ code, ...of }) => {
    const [fraction, facts] = of.judge(of.person(person, context), of.vacancy(vacancy, context), context);
    return { code, points: pointsOf(code, fraction), max: weights[code], facts } as ScorePart;
  });
  const beside = companionsAt(person, vacancy, context);
  const points = beside.length > 0 ? weights.companions : 0;
  return [...found, { code: 'companions', points, max: weights.companions, facts: { companions: beside } }];
}

/** Integer 0–1000. */
export const score = (person: Person, vacancy: Vacancy, context: Context): number =>
  scoreParts(person, vacancy, context).reduce((sum, { points }) => sum + points, 0);

export const pointsOf = (code: PartCode, fraction: number): number =>
  Math.round(weights[code] * clamp(fraction));

/**
 * Companions one would work beside: those the employer has already, and those who could take another place of the
 * same vacancy. A hope, not a promise: the plan does not bind the two.
 */
export function companionsAt(person: Person, vacancy: Vacancy, context: Context): readonly string[] {
  return person.wishes.companions.filter((id) => {
    const companion = context.person(id);
    if (!companion) return false;
    if (companion.employerId === vacancy.employerId) return true;
    return vacancy.places >= 2 && refusals(companion, vacancy, context).length === 0;
  });
}

/** Comfort of the way: full up to a few minutes, falling evenly to the person's limit; null = lives there. */
function comfort(minutes: number | null, limit: number): number {
  if (minutes === null) return curves.livingThere;
  if (minutes <= curves.minutesFree) return 1;
  const used = (minutes - curves.minutesFree) / Math.max(1, limit - curves.minutesFree);
  return 1 - (1 - curves.minutesAtLimit) * used;
}

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

/** Ties a code to its facts; the table forgets the features' types, `judge` only ever meets its own. */
function part<C extends PartCode, P extends Feature, V extends Feature>(
  code: C,
  person: (person: Person, context: Context) => P,
  vacancy: (vacancy: Vacancy, context: Context) => V,
  judge: (person: P, vacancy: V, context: Context) => readonly [number, PartFacts[C]],
): Part {
  return { code, person, vacancy, judge } as Part<C, P, V>;
}
