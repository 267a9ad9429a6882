/**
 * How near two occupations are, 0–100, from the 职业分类大典 2022 code (大类-中类-小类-细类) and from work that is
 * known to carry over, unpaid work at home included.
 */
import type { Person } from './types.ts';

/** Skills nobody was ever paid for; persons carry them beside occupation codes. */
export const unpaidSkills = {
  'HOME-COOKING': '给全家做饭',
  'HOME-SEWING': '自己缝补绣花',
  'HOME-CHILD': '带过孩子',
  'HOME-ELDER': '照顾过老人病人',
  'HOME-CLEANING': '操持家务',
  'HOME-BUILDING': '自己盖过房',
  'HOME-CROPS': '种过地',
  'HOME-LIVESTOCK': '养过猪牛鸡鸭',
  'HOME-DRIVING': '常开车送货',
  'HOME-WEAVING': '编过竹器',
} as const;

/** At this nearness a skill counts as the experience an advertisement asks for. */
export const qualifies = 70;

/** Same 大类, 中类, 小类: what is shared is little, then the workplace, then tools and tasks. */
const bySharedLevels = [0, 10, 30, 70] as const;

/** Skill → occupations it carries over to, with nearness. One direction: a cook is not thereby a pastry chef. */
const transfers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'HOME-COOKING': {
    '4-03-02-01': 75,
    '4-03-02-02': 70,
    '4-03-02-05': 60,
    '6-02-05-08': 60,
    '4-10-01-06': 60,
  },
  'HOME-SEWING': { '6-05-01-03': 75, '4-10-02-01': 75, '6-09-03-11': 75, '6-05-01-02': 60, '6-05-04-01': 50 },
  'HOME-CHILD': { '4-10-01-01': 70, '4-10-01-03': 70, '4-10-01-06': 75 },
  'HOME-ELDER': { '4-10-01-05': 80, '4-14-01-02': 70, '4-10-01-06': 70 },
  'HOME-CLEANING': { '4-09-08-01': 80, '4-10-01-06': 75, '4-03-01-02': 75, '4-14-06-02': 60 },
  'HOME-BUILDING': {
    '6-29-01-07': 80,
    '6-29-01-01': 75,
    '6-29-01-02': 60,
    '6-29-01-03': 60,
    '6-29-04-01': 60,
  },
  'HOME-CROPS': { '5-01-02-01': 80, '5-01-02-03': 70, '5-01-02-05': 75, '4-09-10-01': 70, '5-02-03-01': 60 },
  'HOME-LIVESTOCK': { '5-03-02-01': 80, '5-03-02-02': 80, '6-01-04-03': 50 },
  'HOME-DRIVING': { '4-02-02-02': 70, '4-02-07-08': 70, '4-10-08-01': 70 },
  'HOME-WEAVING': { '5-05-06-05': 80, '6-09-03-11': 40 },
  '4-10-02-01': { '6-05-01-03': 85, '6-05-01-02': 80 },
  '6-05-01-03': { '4-10-02-01': 75, '6-05-04-01': 70, '6-09-05-00': 70, '6-09-03-11': 60 },
  '6-09-03-11': { '6-05-01-03': 75, '6-04-06-07': 60 },
  '6-05-04-01': { '6-05-01-03': 70, '6-09-05-00': 70 },
  '6-09-05-00': { '6-05-01-03': 60, '6-31-05-00': 70, '6-25-04-07': 60 },
  '6-25-04-07': { '6-31-05-00': 70, '6-09-05-00': 60 },
  '4-02-06-01': { '4-02-05-01': 70, '6-31-05-00': 60 },
  '4-02-07-08': { '4-10-08-01': 85, '4-02-06-01': 60 },
  '4-10-08-01': { '4-02-07-08': 85 },
  '4-09-08-01': { '4-03-01-02': 75, '4-10-01-06': 70, '4-09-08-02': 75 },
  '4-03-01-02': { '4-09-08-01': 85, '4-14-06-02': 75 },
  '4-10-01-05': { '4-14-01-02': 80 },
  '4-14-01-02': { '4-10-01-05': 85 },
  '4-07-05-01': { '4-06-01-03': 80, '3-01-04-02': 60 },
  '6-29-01-07': { '6-29-04-01': 70, '6-29-02-04': 60 },
  '5-01-02-01': { '4-09-10-01': 75, '5-02-03-01': 60 },
  '6-02-05-08': { '6-01-04-03': 60, '6-02-06-10': 60 },
};

/** 普工 asks for nothing that other work does not teach. */
const generalWorker = 'LOCAL-01';

/** 0 … 100; 100 = the same occupation. */
export function nearness(skill: string, occupation: string): number {
  if (skill === occupation) return 100;
  const carried = transfers[skill]?.[occupation] ?? 0;
  if (occupation === generalWorker) return 70;
  return Math.max(carried, bySharedLevels[sharedLevels(skill, occupation)]!);
}

/** Nearness of the nearest of several skills; 0 without any. */
export function bestNearness(skills: readonly string[], occupation: string): number {
  let best = 0;
  for (const skill of skills) best = Math.max(best, nearness(skill, occupation));
  return best;
}

/** How near an occupation comes to what was wished for; 普工 suits every skill but is nobody's wish unless named. */
export function wishNearness(wishes: readonly string[], occupation: string): number {
  if (occupation === generalWorker) return wishes.includes(generalWorker) ? 100 : 0;
  return bestNearness(wishes, occupation);
}

export const skillsOf = (person: Person): readonly string[] => person.skills;

/** Levels of the code two occupations share: hyphens in the common beginning. */
function sharedLevels(a: string, b: string): number {
  let levels = 0;
  for (let i = 0; i < a.length && a[i] === b[i]; i++) if (a[i] === '-') levels++;
  return isNational(a) && isNational(b) ? levels : 0;
}

/** Codes of the 大典 begin with a digit; home skills and LOCAL-01 belong to no class. */
const isNational = (code: string): boolean => code[0]! >= '1' && code[0]! <= '8';
