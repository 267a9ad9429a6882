/**
 * Who may be proposed for what. Reading the table is reading the rules; each refuses with its stable code and the
 * facts it saw, or stays silent. Rules by law protect; rules by wish are the person's own; none prefers.
 */
import type { Context } from './context.ts';
import { type Feature, nothing, type Sides } from './factor.ts';
import {
  careOf,
  careSlack,
  hoursOf,
  isHomeWork,
  journey,
  type Start,
  startOf,
  type Workplace,
  wishesAway,
  workplaceOf,
} from './journey.ts';
import {
  belowMinimumPay,
  heldByHousehold,
  isPublic,
  lawfulPay,
  minorRisks,
  strainsOf,
  tooManyHours,
} from './law.ts';
import type { Refusal, RefusalCode, RefusalFacts } from './refusals.ts';
import { bestNearness, qualifies, skillsOf } from './taxonomy.ts';
import type { Person, Vacancy } from './types.ts';

export interface Rule<
  C extends RefusalCode = RefusalCode,
  P extends Feature = Feature,
  V extends Feature = Feature,
> extends Sides<P, V> {
  readonly code: C;
  /** facts when the rule refuses, undefined when it has nothing to say */
  refuse(person: P, vacancy: V, context: Context): RefusalFacts[C] | undefined;
}

const ageOf = (person: Person, context: Context) => context.age(person);
const ageHere = (person: Person, context: Context) =>
  [context.age(person), context.county(person.settlementId)] as const;
const capacityOf = (person: Person) => person.capacity;
const wherePublic = (vacancy: Vacancy) => isPublic(vacancy);

export const rules: readonly Rule[] = [
  // The vacancy itself.
  rule(
    'no_places',
    nothing,
    (v) => v.places,
    (_, places) => (places < 1 ? null : undefined),
  ),
  rule(
    'expired',
    nothing,
    (v) => v.validUntil,
    (_, validUntil, { today }) => (validUntil !== null && validUntil < today ? { validUntil } : undefined),
  ),
  rule('pay_under_minimum', nothing, lawfulPay, (_, pay, context) => belowMinimumPay(pay, context)),
  rule(
    'not_offered_here',
    (p, context) => context.county(p.settlementId),
    (v) => (v.kind === 'labour_export' ? v.county : null),
    (home, county) => (county !== null && county !== home ? { county } : undefined),
  ),

  // Able and willing.
  rule(
    'not_seeking',
    (p) => p.seeking,
    nothing,
    (seeking) => (seeking ? undefined : null),
  ),
  rule('no_capacity', capacityOf, nothing, (capacity) =>
    capacity === 'lost' || capacity === 'none' ? { capacity } : undefined,
  ),
  rule(
    'weak_not_accepted',
    capacityOf,
    (v) => v.acceptsWeak,
    (capacity, acceptsWeak) => (capacity === 'weak' && !acceptsWeak ? null : undefined),
  ),

  // Age: the law first, then the advertisement.
  rule('age_unknown', ageOf, nothing, (age) => (age === null ? null : undefined)),
  rule('age_under_law', ageHere, nothing, ([age, county], _, { policies }) => {
    const row = policies.need('age.work.min', county);
    return age !== null && age < row.value ? { age, minimum: row.value, policy: row.id } : undefined;
  }),
  rule('minor_protected', ageHere, minorRisks, ([age, county], strains, { policies }) => {
    const row = policies.need('age.adult', county);
    return age !== null && age < row.value && strains.length > 0
      ? { age, strains, policy: row.id }
      : undefined;
  }),
  rule(
    'age_under_ad',
    ageOf,
    (v) => v.minAge,
    (age, minimum) => (age !== null && minimum !== null && age < minimum ? { age, minimum } : undefined),
  ),
  rule(
    'age_over_ad',
    ageOf,
    (v) => v.maxAge,
    (age, maximum) => (age !== null && maximum !== null && age > maximum ? { age, maximum } : undefined),
  ),

  // What the work asks for.
  rule(
    'education_below',
    (p) => p.educationRank,
    (v) => v.minEducationRank,
    (has, needs) => (has < needs ? { has, needs } : undefined),
  ),
  rule(
    'literacy_needed',
    (p) => p.literate,
    (v) => v.needsLiteracy,
    (has, needs) => (needs && !has ? null : undefined),
  ),
  rule(
    'putonghua_needed',
    (p) => p.speaksPutonghua,
    (v) => v.needsPutonghua,
    (has, needs) => (needs && !has ? null : undefined),
  ),
  rule(
    'skill_missing',
    skillsOf,
    (v) => v.skills,
    (skills, oneOf) =>
      oneOf.length > 0 && !oneOf.some((code) => canDo(skills, code)) ? { oneOf } : undefined,
  ),
  rule(
    'certificate_missing',
    (p) => p.certificates,
    (v) => v.certificates,
    (held, needed) => {
      const missing = needed.filter((certificate) => !held.includes(certificate));
      return missing.length > 0 ? { missing } : undefined;
    },
  ),

  // What the body must be spared.
  rule(
    'health_limit',
    (p) => p.limits,
    strainsOf,
    (limits, all) => {
      const strains = all.filter((strain) => limits.includes(strain));
      return strains.length > 0 ? { strains } : undefined;
    },
  ),

  // The way to work, or living there.
  rule('out_of_reach', startOf, workplaceOf, (start, work, context) => {
    const way = journey(start, work, context);
    return way.mode === 'beyond' ? { minutes: way.minutes, limit: start[1] } : undefined;
  }),
  rule(
    'away_unwished',
    (p, context) => [startOf(p, context), p.wishes.away] as const,
    (v, context) => [workplaceOf(v, context), v.region] as const,
    ([start, wish], [work, region], context) =>
      livesAway(start, work, context) && !wishesAway(wish, region) ? { region } : undefined,
  ),
  rule(
    'needed_at_home',
    (p, context) => [startOf(p, context), mustStay(p, context)] as const,
    workplaceOf,
    ([start, stays], work, context) => (stays && livesAway(start, work, context) ? null : undefined),
  ),
  rule(
    'no_lodging',
    (p, context) => [startOf(p, context), p.wishes.needsLodging] as const,
    workplaceOf,
    ([start, needs], work, context) =>
      needs && !work[2] && livesAway(start, work, context) ? null : undefined,
  ),

  // Time and pay.
  rule('care_hours', careOf, hoursOf, (care, hours, context) => {
    const slack = careSlack(care, hours, context);
    return slack < 0 ? { missingMinutes: -slack } : undefined;
  }),
  // A public-welfare post is the last resort: it is offered below the wish, and may be declined.
  rule(
    'pay_below_wish',
    (p) => p.wishes.minPay,
    (v) => (isPublic(v) ? null : v.payMax),
    (wish, pay) => (wish !== null && pay !== null && pay < wish ? { pay, wish } : undefined),
  ),
  rule(
    'not_part_time',
    (p, context) => (p.wishes.partTimeOnly ? context.county(p.settlementId) : null),
    (v) => (isHomeWork(v) ? null : v.hoursPerDay),
    (county, hours, context) =>
      county !== null && hours !== null ? tooManyHours(county, hours, context) : undefined,
  ),

  // Public-welfare posts: only those who qualify, at most so often, so old, one per household.
  rule(
    'public_not_recognised',
    (p) => p.hardToPlace,
    wherePublic,
    (recognised, post) => (post && !recognised ? null : undefined),
  ),
  rule(
    'public_placements_used',
    (p, context) => [p.publicPostsHeld, context.county(p.settlementId)] as const,
    wherePublic,
    ([held, county], post, { policies }) => {
      if (!post) return undefined;
      const row = policies.need('public_welfare.max_placements', county);
      return held >= row.value ? { held, maximum: row.value, policy: row.id } : undefined;
    },
  ),
  rule('public_entry_age', ageHere, wherePublic, ([age, county], post, { policies }) => {
    if (!post || age === null) return undefined;
    const row = policies.need('age.public_welfare.max_entry', county);
    return age > row.value ? { age, maximum: row.value, policy: row.id } : undefined;
  }),
  rule(
    'public_household_limit',
    (p, context) => [heldByHousehold(p, context), context.county(p.settlementId)] as const,
    wherePublic,
    ([held, county], post, { policies }) => {
      const row = post ? policies.find('household.public_posts.max', county) : null;
      return row && held >= row.value ? { held, maximum: row.value, policy: row.id } : undefined;
    },
  ),

  // Asked and answered.
  rule(
    'refused_before',
    (p) => p.refused,
    (v) => v.id,
    (refused, id) => (refused.includes(id) ? null : undefined),
  ),
  rule(
    'excluded_by_staff',
    (p, context) => context.excluded(p),
    (v) => v.id,
    (excluded, id) => (excluded.includes(id) ? null : undefined),
  ),
];

/** Every reason against the pair, in the order of the table; empty = eligible. Throws MissingPolicyError. */
export function refusals(person: Person, vacancy: Vacancy, context: Context): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const { code, ...of } of rules) {
    const facts = of.refuse(of.person(person, context), of.vacancy(vacancy, context), context);
    if (facts !== undefined) found.push({ code, facts } as Refusal);
  }
  return found;
}

/** Ties a code to its facts. The table forgets the features' types again: `refuse` only ever meets its own. */
function rule<C extends RefusalCode, P extends Feature, V extends Feature>(
  code: C,
  person: (person: Person, context: Context) => P,
  vacancy: (vacancy: Vacancy, context: Context) => V,
  refuse: (person: P, vacancy: V, context: Context) => RefusalFacts[C] | undefined,
): Rule {
  return { code, person, vacancy, refuse } as Rule<C, P, V>;
}

const canDo = (skills: readonly string[], code: string): boolean => bestNearness(skills, code) >= qualifies;

const livesAway = (start: Start, work: Workplace, context: Context): boolean =>
  journey(start, work, context).mode === 'away';

/** Whoever cares for somebody comes home every day; so does the last one a household can spare. */
const mustStay = (person: Person, context: Context): boolean =>
  person.care !== null || context.household(person).maxAway === 0;
