import { createHash } from 'node:crypto';
import { educationRank } from '#contract/codes/person.ts';
import type { Db } from '#drizzle/db.ts';
import type { Scope } from '#drizzle/queries/scope.ts';
import {
  type WorldHousehold,
  type WorldPerson,
  type WorldPolicy,
  type WorldVacancy,
  worldHouseholds,
  worldPersons,
  worldPolicies,
  worldSettlements,
  worldTravel,
  worldVacancies,
} from '#drizzle/queries/world.ts';
import type { Household, Person, PolicyKey, PolicyRow, Vacancy, World } from '#matching/types.ts';

export interface LoadedWorld {
  readonly world: World;
  /** SHA-256 of everything the engine can see, in the order of ids */
  readonly digest: string;
}

/** Reads one consistent snapshot of a region as the engine's world. */
export async function loadWorld(db: Db, scope: Scope, today: string): Promise<LoadedWorld> {
  return db.transaction(
    async (db) => {
      const households = (await worldHouseholds(db, scope)).map(householdOf);
      const persons = (await worldPersons(db, scope)).map(personOf);
      const vacancies = (await worldVacancies(db, scope)).map(vacancyOf);
      const settlements = await worldSettlements(db);
      const travel = await worldTravel(db);
      const policies = (await worldPolicies(db)).map(policyOf);
      const minutes = new Map(travel.map(({ from, to, minutes }) => [`${from} ${to}`, minutes]));
      return {
        world: {
          today,
          households,
          persons,
          vacancies,
          settlements,
          policies,
          minutes: (from, to) => minutes.get(`${from} ${to}`) ?? Number.POSITIVE_INFINITY,
        },
        digest: digestOf([today], households, persons, vacancies, settlements, travel, policies),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Keys have the order of the code below, so equal inputs are equal texts. */
function digestOf(...lists: readonly (readonly unknown[])[]): string {
  const hash = createHash('sha256');
  for (const list of lists) {
    for (const item of list) hash.update(`${JSON.stringify(item)}\n`);
    hash.update('\n');
  }
  return hash.digest('hex');
}

const householdOf = (row: WorldHousehold): Household => ({
  id: row.id,
  tier: row.tier,
  settlementId: row.settlement,
  covered: row.employed,
  ...(row.maxAway === null ? {} : { maxAway: row.maxAway }),
  publicPosts: row.publicPosts,
});

const personOf = (row: WorldPerson): Person => ({
  id: row.id,
  householdId: row.household,
  settlementId: row.settlement,
  birthDate: row.birthDate,
  capacity: row.capacity,
  seeking: row.seeking,
  educationRank: educationRank(row.education),
  literate: row.literate,
  speaksPutonghua: row.putonghua,
  skills: row.skills,
  certificates: row.certificates,
  limits: row.limits,
  care: careOf(row),
  employerId: row.employer,
  hardToPlace: row.hardToPlace,
  publicPostsHeld: row.publicPostsHeld,
  wishes: {
    occupations: row.wishOccupations,
    minPay: row.wishMinPay,
    maxMinutes: row.wishMaxMinutes,
    away: row.wishAway,
    needsLodging: row.wishLodging,
    partTimeOnly: row.wishPartTime,
    companions: row.companions,
  },
  refused: row.refused,
});

/** A duty always has its window: the table's check sees to it. */
const careOf = ({ careKind, careFreeFrom, careFreeUntil }: WorldPerson): Person['care'] =>
  careKind === null || careFreeFrom === null || careFreeUntil === null
    ? null
    : { kind: careKind, freeFrom: careFreeFrom, freeUntil: careFreeUntil };

const vacancyOf = (row: WorldVacancy): Vacancy => ({
  id: row.id,
  employerId: row.employer,
  kind: row.kind,
  form: row.form,
  occupation: row.occupation,
  places: row.places,
  settlementId: row.settlement,
  county: row.county,
  region: row.region,
  minAge: row.minAge,
  maxAge: row.maxAge,
  minEducationRank: row.minEducation === null ? 0 : educationRank(row.minEducation),
  needsLiteracy: row.needsLiteracy,
  needsPutonghua: row.needsPutonghua,
  skills: row.skills,
  certificates: row.certificates,
  strains: row.demands,
  acceptsWeak: row.acceptsWeak,
  payMin: row.monthlyMin,
  payMax: row.monthlyMax,
  hoursPerDay: row.hoursPerDay,
  shift:
    row.shiftStart === null || row.shiftEnd === null ? null : { start: row.shiftStart, end: row.shiftEnd },
  flexible: row.flexible,
  childWelcome: row.childWelcome,
  lodging: row.lodging,
  meals: row.meals,
  insurance: row.insurance,
  stability: row.stability,
  validUntil: row.validUntil,
});

const policyOf = (row: WorldPolicy): PolicyRow => ({ ...row, key: row.key as PolicyKey });
