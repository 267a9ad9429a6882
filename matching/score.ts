/** How well a pair fits: integer 0–1000, the sum of named parts. Reads no id but those of companions. */
import type { Context } from './context.ts';
import { refusals } from './eligibility.ts';
import { type Feature, nothing, type Sides } from './factor.ts';
import {
  careOf,
  careSlack,
  hoursOf,
  isHomeWork,
  type Journey,
  journey,
  startOf,
  workplaceOf,
} from './journey.ts';
import { strainsOf } from './law.ts';
import type { PartFacts, ScorePart } from './parts.ts';
import { bestNearness, skillsOf, wishNearness } from './taxonomy.ts';
import type { Person, Vacancy } from './types.ts';
import { curves, type PartCode, weights } from './weights.ts';

/** A part that depends on the two alone: a fraction 0 … 1 of its weight (cut off there), and the facts behind it. */
export interface Part<C extends PartCode = PartCode, P extends Feature = Feature, V extends Feature = Feature>
  extends Sides<P, V> {
  readonly code: C;
  fraction(person: P, vacancy: V, context: Context): number;
  facts(person: P, vacancy: V, context: Context): PartFacts[C];
}

export const parts: readonly Part[] = [
  part({
    code: 'skill',
    person: skillsOf,
    vacancy: (v) => [v.occupation, v.skills.length === 0] as const,
    fraction: (skills, [occupation, open]) =>
      Math.max(bestNearness(skills, occupation) / 100, open ? curves.openToAll : 0),
    facts: (skills, [occupation, open]) => ({
      occupation,
      nearness: bestNearness(skills, occupation),
      open,
    }),
  }),
  part({
    code: 'pay',
    person: (p, context) => {
      const minimum = context.policies.find('pay.minimum.monthly', context.county(p.settlementId));
      return [p.wishes.minPay ?? minimum?.value ?? null, p.wishes.minPay !== null] as const;
    },
    vacancy: (v) => [v.payMin, v.payMax] as const,
    fraction: ([floor], [payMin, payMax]) =>
      floor ? payFraction((payMin + payMax) / 2 / floor) : curves.noWish,
    facts: ([floor, own], [payMin, payMax]) => ({ payMin, payMax, floor, own }),
  }),
  part({
    code: 'wish',
    person: (p) => p.wishes.occupations,
    vacancy: (v) => v.occupation,
    fraction: (wishes, occupation) =>
      wishes.length > 0 ? wishNearness(wishes, occupation) / 100 : curves.noWish,
    facts: (wishes, occupation) => ({
      occupation,
      stated: wishes.length > 0,
      nearness: wishNearness(wishes, occupation),
    }),
  }),
  part({
    code: 'minutes',
    person: startOf,
    vacancy: (v, context) => [workplaceOf(v, context), v.region] as const,
    fraction: (start, [work], context) => wayFraction(journey(start, work, context), start[1]),
    facts: (start, [work, region], context) => ({ ...journey(start, work, context), region }),
  }),
  part({
    code: 'hours',
    person: careOf,
    vacancy: (v, context) => [hoursOf(v, context), v.hoursPerDay] as const,
    fraction: (care, work, context) => {
      const calm =
        curves.noSlack + ((1 - curves.noSlack) * careSlack(care, work[0], context)) / curves.slackEnough;
      return clamp(calm) * clamp((curves.hoursWorst - work[1]) / (curves.hoursWorst - curves.hoursNormal));
    },
    facts: (care, [hours, hoursPerDay], context) => {
      const slack = careSlack(care, hours, context);
      return {
        hoursPerDay,
        care: care && (care[0] ? 'child' : 'other'),
        slack: Number.isFinite(slack) ? slack : null,
        childWelcome: hours[2],
      };
    },
  }),
  part({
    code: 'stability',
    person: nothing,
    vacancy: (v) => [v.stability, v.insurance] as const,
    fraction: (_, [stability, insurance]) =>
      (curves.stabilityShare * stability) / 100 + (insurance ? 1 - curves.stabilityShare : 0),
    facts: (_, [stability, insurance]) => ({ stability, insurance }),
  }),
  part({
    code: 'lodging',
    person: (p) => p.wishes.needsLodging,
    vacancy: (v) => [v.lodging, v.meals] as const,
    fraction: (needed, [lodging, meals]) => {
      const share = needed ? curves.lodgingNeeded : curves.lodgingSpare;
      return (lodging || !needed ? share : 0) + (meals ? 1 - share : 0);
    },
    facts: (needed, [lodging, meals]) => ({ needed, lodging, meals }),
  }),
  part({
    code: 'gentle',
    person: (p) => p.limits.length > 0 || p.capacity === 'weak',
    vacancy: strainsOf,
    fraction: (spared, strains) => (spared ? 1 - strains.length / curves.strainsWorst : 1),
    facts: (spared, strains) => ({ spared, strains }),
  }),
  part({
    code: 'language',
    person: (p) => p.speaksPutonghua,
    vacancy: (v) => v.region === 'local' || isHomeWork(v),
    fraction: (speaks, amongNeighbours) => (speaks || amongNeighbours ? 1 : curves.amongStrangers),
    facts: (speaks, amongNeighbours) => ({ speaks, amongNeighbours }),
  }),
];

/** All parts of a pair, companions last; they add up to the score. */
export function scoreParts(person: Person, vacancy: Vacancy, context: Context): readonly ScorePart[] {
  const found = parts.map(({ code, ...part }) => {
    const left = part.person(person, context);
    const right = part.vacancy(vacancy, context);
    const points = pointsOf(weights[code], part.fraction(left, right, context));
    return { code, points, max: weights[code], facts: part.facts(left, right, context) } as ScorePart;
  });
  const beside = companionsAt(person, vacancy, context);
  const points = beside.length > 0 ? weights.companions : 0;
  return [...found, { code: 'companions', points, max: weights.companions, facts: { companions: beside } }];
}

/** Integer 0–1000. */
export const score = (person: Person, vacancy: Vacancy, context: Context): number =>
  scoreParts(person, vacancy, context).reduce((sum, { points }) => sum + points, 0);

export const pointsOf = (weight: number, fraction: number): number => Math.round(weight * clamp(fraction));

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

/** Full points at `payEnough` times the expectation, nothing at half of it. */
function payFraction(ratio: number): number {
  const { payAtExpectation: met, payEnough } = curves;
  return ratio < 1 ? met * (2 * ratio - 1) : met + ((1 - met) * (ratio - 1)) / (payEnough - 1);
}

/** Full for a few minutes, then falling evenly to the person's limit. */
function wayFraction({ minutes }: Journey, limit: number): number {
  if (minutes === null) return curves.livingThere;
  if (minutes <= curves.minutesFree) return 1;
  const used = (minutes - curves.minutesFree) / Math.max(1, limit - curves.minutesFree);
  return 1 - (1 - curves.minutesAtLimit) * used;
}

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

/** Ties a code to its facts; the table forgets the features' types, a part only ever meets its own. */
function part<C extends PartCode, P extends Feature, V extends Feature>(of: Part<C, P, V>): Part {
  return of as Part;
}
