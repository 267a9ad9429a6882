import type { Context } from './context.ts';
import type { AwayWish, Person, Vacancy, WorkRegion } from './types.ts';

/** Where the work is, as far as the way there is concerned; place null = outside the county. */
export type Workplace = readonly [place: number | null, atHome: boolean, lodging: boolean];
/** Where a person starts from and how many minutes one way are bearable. */
export type Start = readonly [place: number, limit: number];

/** How one gets to work: at home, a daily way, living there, or not at all. Minutes are one way. */
export type Journey =
  | { readonly mode: 'home' | 'daily' | 'beyond'; readonly minutes: number }
  | { readonly mode: 'away'; readonly minutes: null };

const away: Journey = { mode: 'away', minutes: null };

export const isHomeWork = (vacancy: Vacancy): boolean =>
  vacancy.kind === 'home_work' || vacancy.form === 'piece_home';

const placeOf = ({ settlementId }: Vacancy, context: Context): number | null =>
  settlementId === null ? null : context.place(settlementId);

export const workplaceOf = (vacancy: Vacancy, context: Context): Workplace => [
  placeOf(vacancy, context),
  isHomeWork(vacancy),
  vacancy.lodging,
];

/** The person's own limit, else the policy's. */
export function startOf(person: Person, context: Context): Start {
  const limit =
    person.wishes.maxMinutes ??
    context.policies.need('reach.default_minutes', context.county(person.settlementId)).value;
  return [context.place(person.settlementId), limit];
}

/** Home work still needs its material fetched; a post too far for every day is possible with lodging. */
export function journey(start: Start, work: Workplace, context: Context): Journey {
  const place = work[0];
  const atHome = work[1];
  if (place === null) return atHome ? { mode: 'home', minutes: 0 } : away;
  const minutes = context.minutes(start[0], place);
  if (minutes <= start[1]) return { mode: atHome ? 'home' : 'daily', minutes };
  return work[2] && !atHome ? away : { mode: 'beyond', minutes };
}

const awayRanks: Record<AwayWish, number> = { home: 0, county: 1, province: 2, anywhere: 3 };
const regionRanks: Record<WorkRegion, number> = { local: 1, county: 1, province: 2, outside: 3 };

/** Living at a workplace in `region` is within the wish. */
export const wishesAway = (wish: AwayWish, region: WorkRegion): boolean =>
  regionRanks[region] <= awayRanks[wish];

/** A care duty and where it is; null without one. */
export type Care = readonly [forChild: boolean, freeFrom: number, freeUntil: number, home: number] | null;
/** When one must be there; a null start means that the hours are the worker's own or can be moved. */
export type Hours = readonly [
  start: number | null,
  end: number,
  childWelcome: boolean,
  atHome: boolean,
  place: number | null,
];

export const careOf = ({ care, settlementId }: Person, context: Context): Care =>
  care && [care.kind === 'child', care.freeFrom, care.freeUntil, context.place(settlementId)];

export const hoursOf = (vacancy: Vacancy, context: Context): Hours => [
  vacancy.flexible ? null : (vacancy.shift?.start ?? null),
  vacancy.flexible || !vacancy.shift ? vacancy.hoursPerDay * 60 : vacancy.shift.end,
  vacancy.childWelcome,
  isHomeWork(vacancy),
  placeOf(vacancy, context),
];

/**
 * Minutes to spare between the care duty and the work, both ways included; negative when they collide,
 * Infinity when they cannot collide. Asked millions of times: no destructuring here.
 */
export function careSlack(care: Care, hours: Hours, context: Context): number {
  if (care === null || hours[3] || (hours[2] && care[0])) return Number.POSITIVE_INFINITY;
  const start = hours[0];
  const place = hours[4];
  const way = place === null ? 0 : context.minutes(care[3], place);
  if (start === null) return care[2] - care[1] - hours[1] - 2 * way;
  return Math.min(start - care[1], care[2] - hours[1]) - way;
}
