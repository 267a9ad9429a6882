import type { z } from 'zod';
import { awayWish, certificate, education } from '#contract/codes/person.ts';
import { skillName } from '#contract/codes/skill.ts';
import { ageOn } from '#contract/identifiers.ts';
import { maskName } from '#contract/present/person.ts';
import type { workerCard } from '#contract/routes/workers.ts';
import type { WorkerCardRow } from '#drizzle/queries/workers.ts';

/** Names are masked for everybody; household and zero-employment marks are for staff alone. */
export function presentWorker(row: WorkerCardRow, forStaff: boolean): z.output<typeof workerCard> {
  return {
    id: row.id,
    name: maskName(row.name ?? ''),
    age: row.birthDate === null ? null : ageOn(row.birthDate, row.today),
    education: education.label(row.education),
    skills: row.skills.map(skillName),
    certificates: row.certificates.map(certificate.label),
    settlement: row.settlement,
    seeking: row.seeking,
    wishes: wishText(row),
    ...(forStaff && { householdNumber: row.householdNumber, zeroEmployment: row.zeroEmployment }),
  };
}

function wishText({ wishOccupations, wishMinPay, wishAway }: WorkerCardRow): string {
  const work = wishOccupations.map(skillName).join('、');
  const pay = wishMinPay === null ? '' : `${wishMinPay} 元/月以上`;
  return [work, pay, awayWish.label(wishAway)].filter((text) => text !== '').join(',');
}
