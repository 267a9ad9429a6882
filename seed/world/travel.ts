import type { Place } from './places.ts';
import type { TravelRow } from './rows.ts';

/** Mountain roads are about 1.35 times as long as the straight line. */
const detour = 1.35;
const walking = { minutesPerKm: 13, furthestKm: 2.5 };
/** A country bus makes 25 km/h, and one waits ten minutes for it. */
const bus = { minutesPerKm: 2.4, wait: 10 };
/** Nobody commutes longer than this each way. */
const furthestMinutes = 90;

/** Useful pairs only: on foot when near, else by bus, up to an hour and a half. */
export function travelBetween(places: readonly Place[]): TravelRow[] {
  return places.flatMap((from) =>
    places.flatMap((to) => {
      const minutes = from === to ? within(from) : journey(from, to);
      return minutes <= furthestMinutes ? [{ from: from.code, to: to.code, minutes }] : [];
    }),
  );
}

/** 5 minutes across a small settlement, 15 across one of 3,000 households. */
function within({ size }: Place): number {
  return Math.min(15, Math.max(5, Math.round(4 + Math.sqrt(size) / 5)));
}

function journey(from: Place, to: Place): number {
  const km = detour * straightKm(from, to);
  return Math.round(
    km <= walking.furthestKm ? 5 + km * walking.minutesPerKm : bus.wait + km * bus.minutesPerKm,
  );
}

/** Flat-earth distance: exact enough over a hundred kilometres. */
export function straightKm(a: Pick<Place, 'lat' | 'lng'>, b: Pick<Place, 'lat' | 'lng'>): number {
  const kmPerDegree = 111.2;
  const north = (a.lat - b.lat) * kmPerDegree;
  const east = (a.lng - b.lng) * kmPerDegree * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}
