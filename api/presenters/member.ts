import { awayWish, careKind, education, labourCapacity, relationToHead } from '#contract/codes/person.ts';
import { skillName } from '#contract/codes/skill.ts';
import { ageOn } from '#contract/identifiers.ts';
import { maskName } from '#contract/present/person.ts';
import { clock } from '#contract/present/vacancy.ts';
import type { PlanMember } from '#drizzle/queries/plans.ts';

type Person = PlanMember['person'];

/** A member of a household as staff read of them: masked name, what they can do, are bound by and want. */
export function presentMember({ person, name, labourer }: PlanMember, today: string) {
  return {
    personId: person.id,
    name: maskName(name ?? ''),
    relation: relationToHead.label(person.relation),
    age: person.birthDate === null ? null : ageOn(person.birthDate, today),
    capacity: labourCapacity.label(person.capacity),
    education: education.label(person.education),
    skills: person.skills.map(skillName),
    care: careText(person),
    wishes: labourer && person.willing ? wishText(person) : null,
  };
}

function careText({ careKind: kind, careFreeFrom, careFreeUntil }: Person): string | null {
  if (kind === null) return null;
  if (careFreeFrom === null || careFreeUntil === null) return careKind.label(kind);
  return `${careKind.label(kind)}，${clock(careFreeFrom)}–${clock(careFreeUntil)} 有空`;
}

function wishText(person: Person): string | null {
  const { wishOccupations, wishMinPay, wishMaxMinutes, wishAway, wishLodging, wishPartTime } = person;
  const parts = [
    wishOccupations.map(skillName).join('、'),
    wishMinPay !== null && `${wishMinPay} 元/月以上`,
    wishMaxMinutes !== null && `单程 ${wishMaxMinutes} 分钟以内`,
    awayWish.label(wishAway),
    wishLodging && '要住宿',
    wishPartTime && '只做非全日制',
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join('，') || null;
}
