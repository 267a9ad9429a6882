import type { World } from '#matching/types.ts';

/** One-way minutes between settlements; pairs left out have no daily journey. */
export type Travel = readonly { readonly from: string; readonly to: string; readonly minutes: number }[];

/** What everybody who asks about a region's people has to know; a function does not travel. */
export interface SharedWorld extends Omit<World, 'households' | 'persons' | 'minutes'> {
  readonly travel: Travel;
  /** digest of the rules: a run begun again by other rules asks anew */
  readonly rules: string;
}

export function minutesOf(travel: Travel): World['minutes'] {
  const minutes = new Map(travel.map(({ from, to, minutes }) => [`${from} ${to}`, minutes]));
  return (from, to) => minutes.get(`${from} ${to}`) ?? Number.POSITIVE_INFINITY;
}
