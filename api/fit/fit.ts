import { occupation } from '#contract/codes/occupation.ts';
import { householdOf, personOf, policyOf, vacancyOf, type WorldPerson } from '#contract/world.ts';
import type { Db } from '#drizzle/db.ts';
import { databaseDay } from '#drizzle/queries/vacancies.ts';
import {
  householdsOf,
  vacanciesAsWorld,
  worldPolicies,
  worldSettlements,
  worldTravel,
} from '#drizzle/queries/world.ts';
import { type Context, openContext } from '#matching/context.ts';
import { refusals } from '#matching/eligibility.ts';
import { explainPart, type Names } from '#matching/explain.ts';
import { scoreParts } from '#matching/score.ts';
import { unpaidSkills } from '#matching/taxonomy.ts';
import type { Person, Vacancy } from '#matching/types.ts';
import type { PartCode } from '#matching/weights.ts';

/** How the engine sees some people and some vacancies, for one answer. */
export interface Fit {
  readonly persons: readonly Person[];
  readonly vacancies: readonly Vacancy[];
  vacancy(id: string): Vacancy | undefined;
  person(id: string): Person | undefined;
  /** nothing speaks against the pair */
  eligible(person: Person, vacancy: Vacancy): boolean;
  /** what an employer may know of why they fit, best first; health, care and hopes stay out, in words and in order */
  forEmployer(person: Person, vacancy: Vacancy): { readonly points: number; readonly reasons: string[] };
  /** the engine's whole score and its reasons as the person is told them, most telling first */
  forSeeker(person: Person, vacancy: Vacancy): { readonly points: number; readonly reasons: string[] };
}

/** Opens the engine on a handful of rows; journeys and policies are read whole. */
export async function openFit(
  db: Db,
  rows: readonly WorldPerson[],
  vacancyIds: readonly string[],
): Promise<Fit> {
  const today = await databaseDay(db);
  const persons = rows.map(personOf);
  const ids = persons.map(({ id }) => id);
  const households = (await householdsOf(db, ids)).map(householdOf);
  const vacancies = (await vacanciesAsWorld(db, vacancyIds)).map(vacancyOf);
  const minutes = new Map((await worldTravel(db)).map(({ from, to, minutes }) => [`${from} ${to}`, minutes]));
  const context = openContext({
    today,
    households,
    persons,
    vacancies,
    settlements: await worldSettlements(db),
    policies: (await worldPolicies(db)).map(policyOf),
    minutes: (from, to) => minutes.get(`${from} ${to}`) ?? Number.POSITIVE_INFINITY,
  });
  const personOfId = new Map(persons.map((person) => [person.id, person]));
  const vacancyOfId = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
  return {
    persons,
    vacancies,
    vacancy: (id) => vacancyOfId.get(id),
    person: (id) => personOfId.get(id),
    eligible: (person, vacancy) => refusals(person, vacancy, context).length === 0,
    forEmployer: (person, vacancy) => employersView(person, vacancy, context),
    forSeeker: (person, vacancy) => seekersView(person, vacancy, context),
  };
}

/** Parts about what somebody can and wants to do and how they get there; the others tell of body, care or need. */
const TOLD: ReadonlySet<PartCode> = new Set(['skill', 'wish', 'minutes', 'language']);

function employersView(person: Person, vacancy: Vacancy, context: Context) {
  const told = scoreParts(person, vacancy, context)
    .filter((part) => TOLD.has(part.code) && !(part.code === 'minutes' && part.facts.mode === 'beyond'))
    .sort((a, b) => b.points - a.points);
  return {
    points: told.reduce((sum, { points }) => sum + points, 0),
    reasons: told.map((part) => explainPart(part, 'employer', names)).filter((text) => text !== ''),
  };
}

function seekersView(person: Person, vacancy: Vacancy, context: Context) {
  const parts = [...scoreParts(person, vacancy, context)].sort((a, b) => b.points - a.points);
  return {
    points: parts.reduce((sum, { points }) => sum + points, 0),
    reasons: parts.map((part) => explainPart(part, 'seeker', names)).filter((text) => text !== ''),
  };
}

const names: Names = {
  occupation: (code) =>
    occupation.is(code)
      ? occupation.label(code)
      : Object.hasOwn(unpaidSkills, code)
        ? unpaidSkills[code as keyof typeof unpaidSkills]
        : code,
};
