/**
 * From a world to a plan: seekers and open vacancies become indices, the solver places them, households first, and
 * the answer comes back in words of the domain with its reasons and its proof.
 */
import { openCandidates } from './candidates.ts';
import { certify } from './certificate.ts';
import { type Frame, solveOverAll } from './columnGeneration.ts';
import { type Context, openContext } from './context.ts';
import { CancelledError, CertificateError } from './errors.ts';
import { houseRules } from './houseRules.ts';
import { type Locked, takeLocks } from './locks.ts';
import { sortedBy } from './order.ts';
import { explainOutcomes } from './outcomes.ts';
import type { Plan, PlanOptions, PlanProgress, Proposal } from './plan.ts';
import { remembered } from './remembered.ts';
import { obeyRules } from './ruledPlan.ts';
import { scoreParts } from './score.ts';
import { totalsOf } from './totals.ts';
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
  const context = openContext(world, options.exclusions);
  const report = (progress: PlanProgress) => {
    if (options.cancelled?.()) throw new CancelledError();
    options.onProgress?.(progress);
  };
  const locked = takeLocks(world, options.locks ?? [], context);
  const scope = scopeOf(world, locked);
  const frame = frameOf(scope, locked, context);
  const candidates = remembered(
    openCandidates(scope.persons, scope.vacancies, context),
    scope.persons.length,
  );
  const generated = solveOverAll(
    frame,
    candidates,
    (stage, round, share) => report({ stage, round, share }),
    options.firstPairs,
  );
  const flow = certify(generated.instance, generated.solution);
  if (!flow.valid) throw new CertificateError();
  const rules = houseRules(scope, locked, context);
  const { match, value, bound } = obeyRules(generated, rules, candidates, flow.value);

  report({ stage: 'explain', round: generated.rounds, share: 0 });
  const proposals = proposalsOf(scope, locked, match, context);
  const { households, unplaced } = explainOutcomes(world, scope, proposals, generated, candidates);
  return {
    today: world.today,
    proposals,
    households,
    unplaced,
    totals: totalsOf(world, proposals, households),
    certificate: {
      valid: value === bound,
      value,
      dualBound: bound,
      flowBound: flow.dualBound,
      rules: rules.groups.length + rules.couples.length,
      eligiblePairs: generated.eligiblePairs,
      keptPairs: generated.instance.nE,
      rounds: generated.rounds,
    },
    policyRows: context.policies.used(),
  };
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

function proposalsOf(scope: Scope, locked: Locked, match: Int32Array, context: Context): Proposal[] {
  const found = locked.pairs.map(({ person, vacancy }) => ({ person, vacancy, locked: true }));
  scope.persons.forEach((person, p) => {
    const v = match[p]!;
    if (v >= 0) found.push({ person, vacancy: scope.vacancies[v]!, locked: false });
  });
  const proposals = found.map(({ person, vacancy, locked }) => {
    const parts = scoreParts(person, vacancy, context);
    return {
      personId: person.id,
      householdId: person.householdId,
      vacancyId: vacancy.id,
      kind: vacancy.kind,
      score: parts.reduce((sum, { points }) => sum + points, 0),
      parts,
      covers: !context.household(person).covered,
      locked,
    };
  });
  return sortedBy(proposals, (proposal) => proposal.personId);
}
