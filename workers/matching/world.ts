import { createHash } from 'node:crypto';
import { householdOf, personOf, policyOf, vacancyOf } from '#contract/world.ts';
import type { Db } from '#drizzle/db.ts';
import type { Scope } from '#drizzle/queries/scope.ts';
import {
  worldHouseholds,
  worldPersons,
  worldPolicies,
  worldSettlements,
  worldTravel,
  worldVacancies,
} from '#drizzle/queries/world.ts';
import type { World } from '#matching/types.ts';
import { minutesOf, type Travel } from './shared.ts';

export interface LoadedWorld {
  readonly world: World;
  /** the journeys behind `world.minutes` */
  readonly travel: Travel;
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
      return {
        world: {
          today,
          households,
          persons,
          vacancies,
          settlements,
          policies,
          minutes: minutesOf(travel),
        },
        travel,
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
