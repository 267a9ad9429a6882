import { householdOf, personOf, policyOf, vacancyOf } from '#contract/world.ts';
import type { World } from '#matching/types.ts';
import type { PersonRow, SpellRow, WorldRows } from '../world/rows.ts';

/** Generated rows as the engine sees them: what the queries derive in SQL, for a world that is in no database. */
export function engineWorld(rows: WorldRows): World {
  const { today } = rows;
  const holds = ({ startedOn, endedOn }: SpellRow) =>
    startedOn <= today && (endedOn === null || endedOn >= today);
  const spells = Map.groupBy(rows.spells, ({ person }) => person);
  const held = (person: PersonRow) => (spells.get(person.id) ?? []).filter(holds);
  const isPublic = ({ channel }: SpellRow) => channel === 'public_welfare';
  const labourers = rows.persons.filter(({ capacity }) => ['skilled', 'ordinary', 'weak'].includes(capacity));
  const families = Map.groupBy(labourers, ({ household }) => household);
  const settlementOf = new Map(rows.households.map(({ id, settlement }) => [id, settlement]));
  const countyOf = new Map(rows.settlements.map(({ code, county }) => [code, county]));
  const employers = new Map(rows.employers.map((employer) => [employer.id, employer]));
  const employerOf = new Map(rows.vacancies.map(({ id, employer }) => [id, employer]));
  const refused = Map.groupBy(rows.refusals, ({ person }) => person);
  const minutes = new Map(rows.travel.map(({ from, to, minutes }) => [`${from} ${to}`, minutes]));
  return {
    today,
    households: rows.households
      .filter(({ id }) => families.has(id))
      .map((household) =>
        householdOf({
          ...household,
          tier:
            household.type === 'monitored' || household.monitoring !== null
              ? 'A'
              : household.type === 'lifted'
                ? 'B'
                : 'C',
          employed: families.get(household.id)!.some((person) => held(person).length > 0),
          publicPosts: families.get(household.id)!.flatMap(held).filter(isPublic).length,
        }),
      ),
    persons: labourers.map((person) =>
      personOf({
        ...person,
        settlement: settlementOf.get(person.household)!,
        seeking: person.willing && held(person).length === 0,
        putonghua: person.languages.includes('putonghua'),
        limits: person.healthLimits,
        employer: held(person).flatMap(({ vacancy }) => employerOf.get(vacancy ?? '') ?? [])[0] ?? null,
        hardToPlace: person.hardship !== null,
        publicPostsHeld: (spells.get(person.id) ?? []).filter(isPublic).length,
        companions: person.wishCompanions,
        refused: (refused.get(person.id) ?? []).map(({ vacancy }) => vacancy),
      }),
    ),
    vacancies: rows.vacancies
      .filter(({ status, headcount, filled }) => status === 'published' && headcount > filled)
      .map((vacancy) =>
        vacancyOf({
          ...vacancy,
          places: vacancy.headcount - vacancy.filled,
          county: countyOf.get(vacancy.settlement ?? '') ?? countyIn(vacancy.regionCode),
          stability: employers.get(vacancy.employer)!.stability,
        }),
      ),
    settlements: rows.settlements.map(({ code, county }) => ({ id: code, county })),
    minutes: (from, to) => minutes.get(`${from} ${to}`) ?? Number.POSITIVE_INFINITY,
    policies: rows.policies.map(policyOf),
  };
}

/** Null for codes wider than a county, as in drizzle/queries/world.ts. */
const countyIn = (code: string | null): string | null =>
  code === null || /^.{4}00/.test(code) ? null : code.slice(0, 6);
