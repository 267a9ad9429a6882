import type { z } from 'zod';
import type { suggestion } from '#contract/routes/hiring.ts';
import type { Db } from '#drizzle/db.ts';
import { candidatePersons } from '#drizzle/queries/applicationLife.ts';
import { invitedPersons } from '#drizzle/queries/employerOverview.ts';
import type { Scope } from '#drizzle/queries/scope.ts';
import { findOwnVacancy, type OwnVacancyRow } from '#drizzle/queries/vacancyLife.ts';
import { seekersFor } from '#drizzle/queries/world.ts';
import { presentCandidate } from '../presenters/application.ts';
import { found, Problem } from '../problem.ts';
import { openFit } from './fit.ts';

/** People shown at once: an employer speaks to a few. */
const MOST = 20;

/**
 * Who of the county could do the work and is not yet in touch, best first; people decide whether they want to.
 * @throws Problem not_found, employer_not_verified
 */
export async function listSuggestions(
  db: Db,
  employer: string,
  vacancyId: string,
): Promise<z.output<typeof suggestion>[]> {
  const row = found(await findOwnVacancy(db, { employer }, vacancyId));
  if (!row.employerVerified) throw new Problem('employer_not_verified');
  const fit = await openFit(db, await seekersFor(db, countyOf(row), vacancyId), [vacancyId]);
  const vacancy = fit.vacancy(vacancyId);
  if (!vacancy) return [];
  const best = fit.persons
    .filter((person) => fit.eligible(person, vacancy))
    .map((person) => ({ id: person.id, ...fit.forEmployer(person, vacancy) }))
    .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
  const ids = best.map(({ id }) => id);
  const people = await candidatePersons(db, ids);
  const invited = await invitedPersons(db, vacancyId, ids);
  return best.flatMap(({ id, reasons }) => {
    const person = people.get(id);
    if (!person) return [];
    return [{ ...presentCandidate(person, row.today), person: id, reasons, invited: invited.has(id) }];
  });
}

/** Province, city and county of a path. */
const COUNTY = 3;

/** People of the workplace's county, or of the wider region an advertisement is meant for. */
const countyOf = ({ regionPath }: OwnVacancyRow): Scope => ({
  path: `${regionPath.split('/').slice(0, COUNTY).filter(Boolean).join('/')}/`,
});
