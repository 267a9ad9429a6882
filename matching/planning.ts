/** The steps from a world to its plan, which asks about eligible pairs as it goes; assign.ts is the door. */
import type { OnShare } from './answers.ts';
import { frameOf, type Scope, scopeOf } from './assign.ts';
import { certify } from './certificate.ts';
import { type Generated, offersAt, solveOverAll } from './columnGeneration.ts';
import { type Context, openContext } from './context.ts';
import { CancelledError, CertificateError } from './errors.ts';
import { houseRules } from './houseRules.ts';
import { holderKinds, tiers } from './leftOut.ts';
import { type Locked, takeLocks } from './locks.ts';
import { sortedBy } from './order.ts';
import { householdOutcomes } from './outcomes.ts';
import type { Plan, PlanOptions, PlanProgress, Proposal } from './plan.ts';
import { type Asking, ask, type QuestionKind, type WhyLeftOut } from './questions.ts';
import { obeyRules } from './ruledPlan.ts';
import { scoreParts } from './score.ts';
import { weightsOf } from './solver/objective.ts';
import { totalsOf } from './totals.ts';
import type { Household, World } from './types.ts';

export interface Planning {
  readonly scope: Scope;
  readonly context: Context;
  /** wants answers about all of `scope.persons` */
  readonly steps: Asking<Plan>;
  /** for whoever answers: tells of the progress, and throws CancelledError */
  readonly onShare: OnShare;
}

const stageOf = { best: 'candidates', above: 'price', reasons: 'explain' } as const satisfies Record<
  QuestionKind,
  PlanProgress['stage']
>;

/** Throws what `plan` throws for a world that has none. */
export function openPlanning(world: World, options: PlanOptions = {}): Planning {
  const context = openContext(world, options.exclusions);
  const locked = takeLocks(world, options.locks ?? [], context);
  const scope = scopeOf(world, locked);
  let round = 1;
  const report = (stage: PlanProgress['stage'], share: number) => {
    if (options.cancelled?.()) throw new CancelledError();
    options.onProgress?.({ stage, round, share });
  };
  const onRound = (next: number) => {
    round = next;
    report('solve', 0);
  };
  const steps = stepsOf(world, scope, locked, context, onRound, options.firstPairs);
  return { scope, context, steps, onShare: (kind, share) => report(stageOf[kind], share) };
}

function* stepsOf(
  world: World,
  scope: Scope,
  locked: Locked,
  context: Context,
  onRound: (round: number) => void,
  firstPairs?: number,
): Asking<Plan> {
  const generated = yield* solveOverAll(frameOf(scope, locked, context), onRound, firstPairs);
  const flow = certify(generated.instance, generated.solution);
  if (!flow.valid) throw new CertificateError();
  const rules = houseRules(scope, locked, context);
  const { match, value, bound } = yield* obeyRules(generated, rules, flow.value);

  const proposals = proposalsOf(scope, locked, match, context);
  const leftOut = yield* ask(leftOutOf(world.households, scope, generated, match, proposals));
  const unplaced = sortedBy(leftOut, ({ personId }) => personId);
  const households = householdOutcomes(world, proposals, unplaced);
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

function leftOutOf(
  households: readonly Household[],
  { vacancies }: Scope,
  { instance, solution }: Generated,
  match: Int32Array,
  proposals: readonly Proposal[],
): WhyLeftOut {
  const { nV, pHh, hTier, hCov } = instance;
  const weights = weightsOf(instance);
  const vacancyIndex = new Map(vacancies.map(({ id }, v) => [id, v]));
  const tierOf = new Map(households.map(({ id, tier }) => [id, tiers.indexOf(tier)]));
  const holders = new Int32Array(holderKinds * nV);
  for (const { vacancyId, householdId, covers } of proposals) {
    const kind = covers ? tierOf.get(householdId)! : tiers.length;
    holders[holderKinds * vacancyIndex.get(vacancyId)! + kind]!++;
  }
  return {
    kind: 'reasons',
    placed: Uint8Array.from(match, (v) => Number(v >= 0)),
    bonus: Float64Array.from(pHh, (h) => (hCov[h] === 1 ? 0 : weights.bonus[hTier[h]!]!)),
    offer: offersAt(instance, solution),
    price: solution.price,
    holders,
    M: weights.M,
    bonuses: weights.bonus,
  };
}
