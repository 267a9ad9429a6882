import type { SeekerRefusal } from '#contract/codes/market.ts';
import type { Random } from '../random.ts';
import type { PersonRow, RefusalRow, VacancyRow } from './rows.ts';

/** Share of those seeking who have already said no to something they were offered. */
const share = 0.07;

/** Refusals for care, health, distance or low pay are justified and never count against a person. */
const reasons: readonly (readonly [SeekerRefusal, number, justified: boolean])[] = [
  ['distance', 28, true],
  ['care', 26, true],
  ['pay', 18, true],
  ['health', 14, true],
  ['away', 9, false],
  ['other', 5, false],
];

export function drawRefusals(
  random: Random,
  persons: readonly PersonRow[],
  vacancies: readonly VacancyRow[],
  uuid: () => string,
): RefusalRow[] {
  const offered = vacancies.filter(({ status, kind }) => status === 'published' && kind !== 'public_welfare');
  if (offered.length === 0) return [];
  return persons.flatMap((person) => {
    const seeking = person.willing && person.employment === 'unemployed';
    if (!seeking || !random.chance(share)) return [];
    const [reason, , justified] = random.weighted(reasons.map((entry) => [entry, entry[1]] as const));
    const vacancy = random.pick(offered).id;
    return [{ id: uuid(), person: person.id, vacancy, reason, justified, facts: {} }];
  });
}
