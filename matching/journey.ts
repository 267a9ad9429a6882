import type { Context } from './context.ts';
import type { AwayWish, CareWindow, Person, Vacancy, WorkRegion } from './types.ts';

/** Where the work is, as far as the way there is concerned: settlement, done at home, lodging offered. */
export type Workplace = readonly [settlementId: string | null, atHome: boolean, lodging: boolean];
/** Where a person starts from and how many minutes one way are bearable. */
export type Start = readonly [settlementId: string, limit: number];

/** How one gets to work: at home, a daily way, living there, or not at all. Minutes are one way. */
export type Journey =
  | { readonly mode: 'home' | 'daily' | 'beyond'; readonly minutes: number }
  | { readonly mode: 'away'; readonly minutes: null };

const away: Journey = { mode: 'away', minutes: null };

export const isHomeWork = (vacancy: Vacancy): boolean =>
  vacancy.kind === 'home_work' || vacancy.form === 'piece_home';

export const workplaceOf = (vacancy: Vacancy): Workplace => [
  vacancy.settlementId,
  isHomeWork(vacancy),
  vacancy.lodging,
];

/** The person's own limit, else the policy's. */
export function startOf(person: Person, context: Context): Start {
  const limit =
    person.wishes.maxMinutes ??
    context.policies.need('reach.default_minutes', context.county(person.settlementId)).value;
  return [person.settlementId, limit];
}

/** Home work still needs its material fetched; a post too far for every day is possible with lodging. */
export function journey(start: Start, [place, atHome, lodging]: Workplace, context: Context): Journey {
  if (place === null) return atHome ? { mode: 'home', minutes: 0 } : away;
  const minutes = context.minutes(start[0], place);
  if (minutes <= start[1]) return { mode: atHome ? 'home' : 'daily', minutes };
  return lodging && !atHome ? away : { mode: 'beyond', minutes };
}

const awayRanks: Record<AwayWish, number> = { home: 0, county: 1, province: 2, anywhere: 3 };
const regionRanks: Record<WorkRegion, number> = { local: 1, county: 1, province: 2, outside: 3 };

/** Living at a workplace in `region` is within the wish. */
export const wishesAway = (wish: AwayWish, region: WorkRegion): boolean =>
  regionRanks[region] <= awayRanks[wish];

/** A care duty with the way to work: kind, free from, free until, settlement; null without one. */
export type Care = readonly [CareWindow['kind'], number, number, string] | null;
/** When one must be there; `start` is null when the hours are the worker's own or can be moved. */
export type Hours = readonly [
  start: number | null,
  end: number,
  childWelcome: boolean,
  atHome: boolean,
  settlementId: string | null,
];

export const careOf = ({ care, settlementId }: Person): Care =>
  care && [care.kind, care.freeFrom, care.freeUntil, settlementId];

export const hoursOf = (vacancy: Vacancy): Hours => [
  vacancy.flexible ? null : (vacancy.shift?.start ?? null),
  vacancy.flexible || !vacancy.shift ? vacancy.hoursPerDay * 60 : vacancy.shift.end,
  vacancy.childWelcome,
  isHomeWork(vacancy),
  vacancy.settlementId,
];

/**
 * Minutes to spare between the care duty and the work, both ways included; negative when they collide,
 * Infinity when they cannot collide.
 */
export function careSlack(care: Care, hours: Hours, context: Context): number {
  const [start, end, childWelcome, atHome, place] = hours;
  if (care === null || atHome || (childWelcome && care[0] === 'child')) return Number.POSITIVE_INFINITY;
  const [, freeFrom, freeUntil, home] = care;
  const way = place === null ? 0 : context.minutes(home, place);
  if (start === null) return freeUntil - freeFrom - end - 2 * way;
  return Math.min(start - way - freeFrom, freeUntil - end - way);
}
