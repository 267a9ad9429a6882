import { unpaidSkills } from '#matching/taxonomy.ts';
import { occupation } from './occupation.ts';

/** How a skill is said: an occupation of 职业分类大典, or unpaid work at home that counts as one. */
export function skillName(code: string): string {
  if (occupation.is(code)) return occupation.label(code);
  return (unpaidSkills as Readonly<Record<string, string>>)[code] ?? code;
}
