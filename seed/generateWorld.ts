import { defaultToday } from './clock.ts';
import { figuresAt } from './figures.ts';
import { idNumberIssuer, uuidMaker } from './identifiers.ts';
import { createRandom, type Random } from './random.ts';
import { givenNameOf, surnameOf } from './reference/names.ts';
import { marketPolicySeeds, policySeeds } from './reference/policies.ts';
import { createEmployers } from './world/employers.ts';
import { female } from './world/family.ts';
import { type BuiltHousehold, buildHousehold } from './world/households.ts';
import { createJobs } from './world/jobs.ts';
import { buildPlaces, type Place } from './world/places.ts';
import { planHouseholds } from './world/plan.ts';
import { drawRefusals } from './world/refusals.ts';
import type { SettlementRow, SpellRow, WorldRows } from './world/rows.ts';
import { currentSpell, pastSpell } from './world/spells.ts';
import { createTraining } from './world/training.ts';
import { travelBetween } from './world/travel.ts';
import { leaveUntaught } from './world/untaught.ts';
import { dormantVacancies, openVacancies } from './world/vacancies.ts';

export type { WorldRows } from './world/rows.ts';

export interface WorldOptions {
  /** share of the city, above 0 and at most 1; default 1/40 */
  readonly scale?: number;
  /** same seed and options, same world; default 1 */
  readonly seed?: number;
  /** ISO date the world stands at, Asia/Shanghai; default 2026-11-22 */
  readonly today?: string;
}

const defaultScale = 1 / 40;

/**
 * Makes a whole city, or a slice of it, as plain rows. Pure: no clock, no I/O, no global randomness.
 * Totals are those of `figuresAt(scale)`, exactly.
 * @throws RangeError when scale is outside (0, 1] or so small that the totals contradict each other
 */
export function generateWorld(options: WorldOptions = {}): WorldRows {
  const { scale = defaultScale, seed = 1, today = defaultToday } = options;
  const random = createRandom(`leye/${seed}`);
  const figures = figuresAt(scale);
  const uuid = uuidMaker(today, random.fork('uuid'));

  const { places, regions } = buildPlaces(figures.households);
  const employers = createEmployers(random.fork('employers'), uuid, today);
  const market = {
    random: random.fork('vacancies'),
    places,
    employers,
    today,
    uuid,
    headcountFactor: scale ** 0.3,
  };
  const open = openVacancies(market, figures.posts);
  const dormant = dormantVacancies(market, open.length);
  const jobs = createJobs(random.fork('jobs'), open);

  const plans = planHouseholds(random.fork('plan'), figures);
  const issueId = idNumberIssuer();
  const responsible = gridStaff(random.fork('staff'));
  const households: BuiltHousehold[] = [];
  const spells: SpellRow[] = [];
  const settlements: SettlementRow[] = [];
  const numbers = new Map<string, number>();
  for (const place of places) {
    let people = 0;
    for (let nth = 0; nth < place.households; nth++) {
      const index = households.length;
      const number = (numbers.get(place.county) ?? 0) + 1;
      numbers.set(place.county, number);
      const household = buildHousehold(
        random.fork(`household/${index}`),
        plans[index]!,
        place,
        nth,
        `${place.county}-${String(number).padStart(5, '0')}`,
        { today, uuid, issueId, responsible },
      );
      spells.push(...spellsOf(household, place));
      people += household.members.length;
      households.push(household);
    }
    settlements.push({
      code: place.code,
      county: place.county,
      street: place.street,
      lat: place.lat,
      lng: place.lng,
      households: place.households,
      people,
    });
  }

  function spellsOf({ row, members }: BuiltHousehold, place: Place): SpellRow[] {
    const ownRandom = random.fork(`spells/${row.number}`);
    return members.flatMap(({ member, row: person }) => {
      if (member.role !== 'labourer') return [];
      const worker = {
        person,
        age: member.age,
        settlement: place.code,
        county: place.county,
      };
      if (person.employment === 'employed')
        return [currentSpell(ownRandom, uuid(), worker, place, jobs, today)];
      const workedBefore = member.age >= 19 && ownRandom.chance(0.45);
      return workedBefore ? [pastSpell(ownRandom, uuid(), worker, place, today)] : [];
    });
  }

  const householdRows = households.map(({ row }) => row);
  const { persons, vacancies } = leaveUntaught({
    today,
    uuid,
    places,
    employers,
    households: householdRows,
    persons: households.flatMap(({ members }) => members.map(({ row }) => row)),
    vacancies: [...jobs.settle(), ...dormant],
  });
  const policies = [...policySeeds, ...marketPolicySeeds].map((policy) => ({ id: uuid(), ...policy }));
  return {
    today,
    regions,
    settlements,
    travel: travelBetween(places),
    buildings: places.flatMap(({ buildings }) => buildings),
    policies,
    households: householdRows,
    persons,
    identities: households.flatMap(({ members }) => members.map(({ identity }) => identity)),
    employers: employers.rows,
    vacancies,
    spells,
    refusals: drawRefusals(random.fork('refusals'), persons, vacancies, uuid),
    ...createTraining({
      random: random.fork('training'),
      uuid,
      today,
      places,
      households: householdRows,
      persons,
      vacancies,
      policies,
    }),
  };
}

/** One grid worker a grid, always the same name. */
function gridStaff(random: Random): (grid: string) => string {
  const names = new Map<string, string>();
  return (grid) => {
    const known = names.get(grid);
    if (known) return known;
    const surname = surnameOf(random, '01');
    const name = surname + givenNameOf(random, '01', female, 1990, surname);
    names.set(grid, name);
    return name;
  };
}
