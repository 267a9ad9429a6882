import type { CareKind } from '#contract/codes/person.ts';
import type { Random } from '../random.ts';
import type { Member } from './family.ts';

/** When a care duty leaves somebody free, minutes of day. */
export interface Care {
  readonly careKind: CareKind | null;
  readonly careFreeFrom: number | null;
  readonly careFreeUntil: number | null;
}

export const free: Care = { careKind: null, careFreeFrom: null, careFreeUntil: null };

const duty = (careKind: CareKind, from: number, until: number): Care => ({
  careKind,
  careFreeFrom: from * 60,
  careFreeUntil: until * 60,
});

/** What the household asks of whoever stays at home, most pressing first; null when nobody needs care. */
export function careNeeded(random: Random, members: readonly Member[]): Care | null {
  const youngest = Math.min(...members.map(({ age }) => age));
  // Before kindergarten a grandmother or neighbour gives at most the forenoon or the hours of the nap.
  if (youngest < 3)
    return random.pick([duty('child', 9, 11.5), duty('child', 13, 16), duty('child', 8.5, 12)]);
  const sick = members.some(({ role, age }) => role === 'lost' && age >= 16);
  if (sick && random.chance(0.55)) return random.pick([duty('sick', 8.5, 11.5), duty('sick', 13, 17.5)]);
  if (youngest < 7)
    return random.pick([duty('child', 8.5, 16.5), duty('child', 8.5, 16), duty('child', 9, 17)]);
  const oldest = Math.max(...members.map(({ age }) => age));
  if (oldest >= 80)
    return random.pick([duty('elder', 8, 11.5), duty('elder', 13, 17), duty('elder', 8.5, 17)]);
  if (youngest < 12 && random.chance(0.5)) return duty('child', 8, 16.5);
  return null;
}

/** Who of those without a job carries it: usually a woman of the middle generation, else the eldest. */
export function carerAmong(random: Random, jobless: readonly Member[]): Member | undefined {
  const middle = jobless.filter(({ relation }) => relation === 'spouse' || relation === 'child_in_law');
  return middle.length > 0 && random.chance(0.8)
    ? random.pick(middle)
    : [...jobless].sort((a, b) => b.age - a.age)[0];
}
