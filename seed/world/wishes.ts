import { type Occupation, occupation } from '#contract/codes/occupation.ts';
import type { AwayWish } from '#contract/codes/person.ts';
import type { Random } from '../random.ts';
import type { PersonRow } from './rows.ts';
import type { Abilities } from './skills.ts';

export type Wishes = Pick<
  PersonRow,
  | 'wishTraining'
  | 'wishOccupations'
  | 'wishMinPay'
  | 'wishMaxMinutes'
  | 'wishAway'
  | 'wishLodging'
  | 'wishPartTime'
>;

interface Situation {
  readonly age: number;
  readonly seeking: boolean;
  readonly caring: boolean;
  readonly weak: boolean;
}

/** What people ask a grid worker for at the door. */
const asked: readonly (readonly [Occupation, number])[] = [
  ['4-09-08-01', 14],
  ['6-05-01-03', 11],
  ['LOCAL-01', 16],
  ['6-25-04-07', 10],
  ['4-07-05-01', 6],
  ['4-03-02-05', 6],
  ['6-31-05-00', 8],
  ['4-10-01-06', 7],
  ['5-01-02-03', 6],
  ['4-09-10-01', 5],
  ['6-09-03-11', 6],
  ['6-29-01-01', 5],
];

export function wishesOf(random: Random, situation: Situation, { skills }: Abilities): Wishes {
  if (!situation.seeking) return unasked;
  const { caring, weak } = situation;
  const away = awayOf(random, situation);
  const leaves = away === 'province' || away === 'anywhere';
  return {
    wishTraining: random.chance(situation.age < 45 ? 0.4 : 0.15),
    wishOccupations: random.chance(0.3) ? [] : occupationsOf(random, skills),
    wishMinPay: random.chance(0.12) ? null : minPayOf(random, leaves, caring || weak),
    wishMaxMinutes: random.chance(0.2) ? null : random.pick(caring ? [10, 15, 20, 30] : [15, 20, 30, 45, 60]),
    wishAway: away,
    wishLodging: leaves && random.chance(0.8),
    wishPartTime: random.chance(caring ? 0.4 : weak ? 0.15 : 0.02),
  };
}

const unasked: Wishes = {
  wishTraining: false,
  wishOccupations: [],
  wishMinPay: null,
  wishMaxMinutes: null,
  wishAway: 'county',
  wishLodging: false,
  wishPartTime: false,
};

function awayOf(random: Random, { age, caring, weak }: Situation): AwayWish {
  if (caring) return random.chance(0.72) ? 'home' : 'county';
  const [home, county, province, anywhere] =
    weak || age >= 50 ? [34, 46, 8, 12] : age >= 35 ? [14, 46, 14, 26] : [6, 34, 18, 42];
  return random.weighted<AwayWish>([
    ['home', home],
    ['county', county],
    ['province', province],
    ['anywhere', anywhere],
  ]);
}

function occupationsOf(random: Random, skills: Abilities['skills']): Occupation[] {
  const [learned] = skills.filter(occupation.is);
  const wish = learned && random.chance(0.6) ? learned : random.weighted(asked);
  return random.chance(0.3) ? [...new Set([wish, random.weighted(asked)])] : [wish];
}

/** Asked in round hundreds; expectations run somewhat ahead of local pay, as the report complains. */
function minPayOf(random: Random, leaves: boolean, bound: boolean): number {
  const [low, high] = leaves ? [38, 56] : bound ? [12, 28] : [20, 40];
  return random.around(low, high) * 100;
}
