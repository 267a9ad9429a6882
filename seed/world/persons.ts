import type { Ethnicity, Hardship, UnemploymentReason } from '#contract/codes/person.ts';
import { addDays } from '../clock.ts';
import type { Random } from '../random.ts';
import { type Body, bodyOf } from './body.ts';
import { type Care, free } from './care.ts';
import { female, type Member } from './family.ts';
import { learningOf } from './learning.ts';
import type { PersonRow } from './rows.ts';
import { abilitiesOf } from './skills.ts';
import { wishesOf } from './wishes.ts';

/** `idle`: able, but does not want a job now; `unknown`: not reached by anyone. */
export type Standing = 'employed' | 'seeking' | 'idle' | 'unknown' | 'dependent';

interface PersonPlan {
  readonly id: string;
  readonly householdId: string;
  readonly member: Member;
  readonly birthDate: string;
  readonly ethnicity: Ethnicity;
  readonly standing: Standing;
  readonly care: Care | null;
  readonly ofZeroHousehold: boolean;
  readonly monitored: boolean;
  readonly today: string;
}

export function buildPerson(random: Random, plan: PersonPlan): PersonRow {
  const { member, standing, care, today } = plan;
  const body = bodyOf(random, member, plan.ofZeroHousehold);
  const abilities = abilitiesOf(random, member, body);
  const assessed = member.role === 'labourer' || member.role === 'lost';
  const seeking = standing === 'seeking';
  return {
    id: plan.id,
    household: plan.householdId,
    relation: member.relation,
    birthDate: plan.birthDate,
    sex: member.sex,
    ethnicity: plan.ethnicity,
    ...learningOf(random, member.age, member.sex, plan.ethnicity),
    ...body,
    capacityAssessor: assessed ? random.pick(assessors) : null,
    capacityDate: assessed ? addDays(today, -random.int(20, 900)) : null,
    ...(care ?? free),
    hardship: hardshipOf(random, plan, body),
    ...abilities,
    employment: standing === 'employed' ? 'employed' : standing === 'unknown' ? 'unknown' : 'unemployed',
    unemploymentReason: reasonOf(random, plan, body),
    willing: standing === 'employed' || seeking,
    ...wishesOf(
      random,
      { age: member.age, seeking, caring: care !== null, weak: body.capacity === 'weak' },
      abilities,
    ),
    wishCompanions: [],
  };
}

const assessors = ['街道就业专班', '社区网格员', '驻村工作队', '村医与社区干部'];

/** 未就业原因, as asked at the door. */
function reasonOf(
  random: Random,
  { standing, care, member }: PersonPlan,
  body: Body,
): UnemploymentReason | null {
  if (member.role === 'student') return 'studying';
  if (standing === 'employed' || standing === 'dependent') return null;
  if (standing === 'unknown') return 'other';
  if (care) return 'care';
  if (body.capacity === 'weak' && random.chance(0.7)) return 'health';
  if (standing === 'idle')
    return random.weighted([
      ['no_wish', 62],
      ['health', 16],
      ['studying', 8],
      ['other', 14],
    ]);
  return random.weighted([
    ['no_fit', 30],
    ['no_skill', 26],
    ['low_pay', 20],
    ['far', 14],
    ['other', 10],
  ]);
}

/** 就业困难人员 are recognised by people: many who would qualify have not applied, so only a share carries it. */
function hardshipOf(random: Random, plan: PersonPlan, body: Body): Hardship | null {
  const { member, standing } = plan;
  if (standing === 'dependent' || standing === 'unknown') return null;
  const older = member.age >= (member.sex === female ? 45 : 50);
  const grounds: (readonly [Hardship, number])[] = [
    ...(body.disability ? [['disabled', 0.7] as const] : []),
    ...(older && body.capacity === 'weak' ? [['older', 0.45] as const] : []),
    ...(standing === 'seeking' && plan.ofZeroHousehold ? [['zero_employment', 0.5] as const] : []),
    ...(standing === 'seeking' && plan.monitored ? [['poor', 0.35] as const] : []),
    ...(standing === 'seeking' && older ? [['older', 0.3] as const] : []),
    ...(standing === 'seeking' ? [['long_unemployed', 0.06] as const] : []),
  ];
  return grounds.find(([, share]) => random.chance(share))?.[0] ?? null;
}
