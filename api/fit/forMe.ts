import type { Db } from '#drizzle/db.ts';
import { personsByIds, worldVacancies } from '#drizzle/queries/world.ts';
import { openFit } from './fit.ts';

export interface Suited {
  readonly vacancy: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Nobody reads further. */
const MOST = 20;

/**
 * Open vacancies the engine finds eligible for the person, by its score, ties by id.
 * @param path of the person's settlement: vacancies of the county, and those offered to wider regions
 * @returns nothing for somebody who is no labourer
 */
export async function suitedVacancies(db: Db, personId: string, path: string): Promise<Suited[]> {
  const [row] = await personsByIds(db, [personId]);
  if (!row) return [];
  const county = { path: `${path.split('/').slice(0, COUNTY).join('/')}/` };
  const vacancies = await worldVacancies(db, county);
  const fit = await openFit(
    db,
    [row],
    vacancies.map(({ id }) => id),
  );
  const [person] = fit.persons;
  if (!person) return [];
  return fit.vacancies
    .filter((vacancy) => fit.eligible(person, vacancy))
    .map((vacancy) => {
      const { points, reasons } = fit.forSeeker(person, vacancy);
      return { vacancy: vacancy.id, score: points, reasons };
    })
    .sort((a, b) => b.score - a.score || (a.vacancy < b.vacancy ? -1 : 1))
    .slice(0, MOST);
}

/** Province, city and county of a path. */
const COUNTY = 3;
