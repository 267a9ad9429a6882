/**
 * From a world to a plan: seekers and open vacancies become indices, the solver places them, households first, and
 * the answer comes back in words of the domain with its reasons and its proof.
 */
import { openAnswers } from './answers.ts';
import { openCandidates } from './candidates.ts';
import type { Frame } from './columnGeneration.ts';
import type { Context } from './context.ts';
import type { Locked } from './locks.ts';
import { sortedBy } from './order.ts';
import type { Plan, PlanOptions } from './plan.ts';
import { openPlanning, type Planning } from './planning.ts';
import { answered } from './questions.ts';
import { remembered } from './remembered.ts';
import type { Household, Person, Tier, Vacancy, VacancyKind, World } from './types.ts';

/** Index of every tier and kind in the flat instance. */
const tierIndex: Record<Tier, number> = { A: 0, B: 1, C: 2 };
const kindIndex: Record<VacancyKind, number> = {
  workshop: 0,
  social_enterprise: 0,
  market: 0,
  home_work: 0,
  public_welfare: 1,
  labour_export: 2,
};

/** The part of the world the solver decides about; positions are the indices of the flat instance. */
export interface Scope {
  readonly households: readonly Household[];
  readonly persons: readonly Person[];
  readonly vacancies: readonly Vacancy[];
}

/**
 * The plan that is optimal over all eligible pairs, and proved so; where rules inside households are too entangled
 * to finish the proof, the certificate states the bound that remains.
 * Throws WorldError, MissingPolicyError, LockError, CancelledError; CertificateError if the proof fails.
 */
export function plan(world: World, options: PlanOptions = {}): Plan {
  return planHere(openPlanning(world, options));
}

/** Answers all the questions of a plan on this thread. */
export function planHere({ scope, context, steps, onShare }: Planning): Plan {
  const { persons, vacancies } = scope;
  const candidates = remembered(openCandidates(persons, vacancies, context), persons.length);
  return answered(steps, openAnswers(persons, vacancies, candidates, onShare));
}

/** Settlement by settlement, then by id: neighbours in the world are neighbours in memory. */
export function scopeOf(world: World, locked: Locked): Scope {
  const fixed = new Set(locked.pairs.map(({ person }) => person.id));
  const seeking = world.persons.filter((person) => person.seeking && !fixed.has(person.id));
  const concerned = new Set(seeking.map((person) => person.householdId));
  const households = sortedBy(
    world.households.filter((household) => concerned.has(household.id)),
    (household) => household.settlementId,
    (household) => household.id,
  );
  const members = Map.groupBy(seeking, (person) => person.householdId);
  return {
    households,
    persons: households.flatMap((household) => sortedBy(members.get(household.id)!, (person) => person.id)),
    vacancies: sortedBy(
      world.vacancies,
      (vacancy) => vacancy.settlementId ?? '',
      (vacancy) => vacancy.id,
    ),
  };
}

export function frameOf({ households, persons, vacancies }: Scope, locked: Locked, context: Context): Frame {
  const served = new Set(locked.pairs.map(({ person }) => person.householdId));
  const householdIndex = new Map(households.map((household, h) => [household.id, h]));
  const settlements = new Map<string, number>();
  const settlement = (id: string): number => {
    if (!settlements.has(id)) settlements.set(id, settlements.size);
    return settlements.get(id)!;
  };
  return {
    nH: households.length,
    nP: persons.length,
    nV: vacancies.length,
    hTier: Int32Array.from(households, (household) => tierIndex[household.tier]),
    hCov: Int32Array.from(households, (household) => Number(household.covered || served.has(household.id))),
    hSett: Int32Array.from(households, (household) => settlement(household.settlementId)),
    pHh: Int32Array.from(persons, (person) => householdIndex.get(context.household(person).id)!),
    vCap: Int32Array.from(vacancies, (vacancy) => locked.left.get(vacancy.id)!),
    vKind: Int32Array.from(vacancies, (vacancy) => kindIndex[vacancy.kind]),
    vSett: Int32Array.from(vacancies, ({ settlementId }) =>
      settlementId === null ? -1 : settlement(settlementId),
    ),
  };
}
