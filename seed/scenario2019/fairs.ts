import type { Vacancy, World } from '#matching/types.ts';
import { apportion } from '../apportion.ts';
import type { Random } from '../random.ts';

/** What the report says of 2019: 24 fairs, 6 of them for relocated people, 2,021 firms, 6,000 posts, 107 intents. */
export const recorded = { fairs: 24, special: 6, stalls: 2_021, places: 6_000, intents: 107 } as const;

export interface FairFigures {
  readonly fairs: number;
  readonly stalls: number;
  readonly places: number;
}

/** The fairs of a year in one county: one post a stall and vacancy, `places` being those brought. */
export interface CountyFairs {
  readonly county: string;
  readonly fairs: number;
  readonly stalls: number;
  readonly posts: readonly Vacancy[];
}

/**
 * Draws the stalls of a year: counties get fairs and places by their seekers, firms come in random order, those of
 * the county and those who recruit there, and come again when all have been; each place of a vacancy is brought once.
 * Public-welfare posts are not given at fairs.
 * @throws RangeError when a county has fewer open places than its fairs are to bring
 */
export function drawFairs(world: World, figures: FairFigures, random: Random): CountyFairs[] {
  const countyOf = new Map(world.settlements.map(({ id, county }) => [id, county]));
  const counties = [...new Set(countyOf.values())].sort();
  const seekers = counties.map(
    (county) =>
      world.persons.filter((one) => one.seeking && countyOf.get(one.settlementId) === county).length,
  );
  const share = (total: number) => apportion(total, seekers);
  const [fairs, stalls, places] = [share(figures.fairs), share(figures.stalls), share(figures.places)];
  return counties.map((county, i) => ({
    county,
    fairs: fairs[i]!,
    ...drawStalls(
      random
        .fork(county)
        .shuffle(world.vacancies.filter((one) => one.kind !== 'public_welfare' && one.county === county)),
      stalls[i]!,
      places[i]!,
      county,
    ),
  }));
}

function drawStalls(open: readonly Vacancy[], wanted: number, total: number, county: string) {
  const byFirm = [...Map.groupBy(open, ({ employerId }) => employerId).values()];
  const left = new Map(open.map(({ id, places }) => [id, places]));
  const brought = new Map<string, number>();
  const take = (firm: readonly Vacancy[]): boolean => {
    const vacancy = firm.find(({ id }) => left.get(id)! > 0);
    if (!vacancy) return false;
    left.set(vacancy.id, left.get(vacancy.id)! - 1);
    brought.set(vacancy.id, (brought.get(vacancy.id) ?? 0) + 1);
    return true;
  };
  let stalls = 0;
  let given = 0;
  // A stall brings a place at least; the remaining places go round.
  while (stalls < wanted || given < total) {
    const before = given;
    for (const firm of byFirm) {
      if (given === total) break;
      if (!take(firm)) continue;
      given++;
      if (stalls < wanted) stalls++;
    }
    if (given === before || (given === total && stalls < wanted))
      throw new RangeError(`${county} has too few open places: ${given} of ${total}`);
  }
  const posts = open.flatMap((vacancy) => {
    const places = brought.get(vacancy.id);
    return places === undefined ? [] : [{ ...vacancy, places }];
  });
  return { stalls, posts };
}
