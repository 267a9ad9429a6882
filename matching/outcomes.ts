/** For everyone left out, the binding reason, read off the rules and the dual prices. */
import type { Scope } from './assign.ts';
import type { Candidates } from './candidates.ts';
import type { Generated } from './columnGeneration.ts';
import { sortedBy } from './order.ts';
import type { HouseholdOutcome, LostPost, Proposal, Reason, Unplaced } from './plan.ts';
import { openRelaxations } from './relaxation.ts';
import { placeValue, weightsOf } from './solver/objective.ts';
import type { Tier, World } from './types.ts';

const tiers: readonly Tier[] = ['A', 'B', 'C'];
/** Examples named per person or household. */
const named = 3;

export function explainOutcomes(
  world: World,
  scope: Scope,
  proposals: readonly Proposal[],
  generated: Generated,
  candidates: Candidates,
): { households: HouseholdOutcome[]; unplaced: Unplaced[] } {
  const { persons } = scope;
  const relax = openRelaxations(scope, candidates);
  const lost = openLostPosts(world, scope, proposals, generated, candidates);
  const placed = new Set(proposals.map((proposal) => proposal.personId));
  const unplaced: Unplaced[] = [];
  persons.forEach((person, p) => {
    const { id: personId, householdId } = person;
    if (placed.has(personId)) return;
    unplaced.push({ personId, householdId, reason: lost(p) ?? relax(p) });
  });

  const served = new Set(proposals.map((proposal) => proposal.householdId));
  const waiting = Map.groupBy(unplaced, (person) => person.householdId);
  const households = sortedBy(world.households, (household) => household.id).map(
    ({ id: householdId, tier, covered }): HouseholdOutcome => {
      if (covered) return { householdId, tier, outcome: 'employed', reason: null };
      if (served.has(householdId)) return { householdId, tier, outcome: 'covered', reason: null };
      const reason = bindingOf((waiting.get(householdId) ?? []).map((person) => person.reason));
      return { householdId, tier, outcome: 'uncovered', reason };
    },
  );
  return { households, unplaced: sortedBy(unplaced, (person) => person.personId) };
}

/** The household's reason is that of the member who came nearest to a post. */
function bindingOf(reasons: readonly Reason[]): Reason {
  const posts = reasons.flatMap((reason) => (reason.code === 'lost_to_priority' ? reason.facts.posts : []));
  if (posts.length > 0) {
    posts.sort((a, b) => a.shortfall - b.shortfall);
    return { code: 'lost_to_priority', facts: { posts: posts.slice(0, named) } };
  }
  const relaxations = reasons
    .flatMap(relaxationsOf)
    .sort((a, b) => b.opens - a.opens)
    .slice(0, named);
  const publicPosts = reasons.map((r) => (r.code === 'public_only_unqualified' ? r.facts.posts : 0));
  const most = Math.max(0, ...publicPosts);
  if (most > 0) return { code: 'public_only_unqualified', facts: { posts: most, relaxations } };
  const missing = reasons.flatMap((r) => (r.code === 'missing_data' ? r.facts.personIds : []));
  if (missing.length > 0) return { code: 'missing_data', facts: { personIds: missing, field: 'birthDate' } };
  if (reasons.length > 0) return { code: 'no_vacancy_in_reach', facts: { relaxations } };
  return { code: 'no_one_seeking', facts: null };
}

const relaxationsOf = (reason: Reason) =>
  reason.code === 'no_vacancy_in_reach' || reason.code === 'public_only_unqualified'
    ? reason.facts.relaxations
    : [];

/** The posts a person is eligible for, nearest to being won first; null when there is none. */
function openLostPosts(
  world: World,
  { persons, vacancies }: Scope,
  proposals: readonly Proposal[],
  { instance, solution }: Generated,
  candidates: Candidates,
): (p: number) => Reason | null {
  const weights = weightsOf(instance);
  const holders = holdersOf(world, proposals);
  const offer = solution.price.map((price, v) => placeValue(weights, instance.vKind[v]!) - price);

  return (p) => {
    const n = candidates.scorePerson(p);
    if (n === 0) return null;
    const { vacancy, score } = candidates;
    const h = instance.pHh[p]!;
    const bonus = instance.hCov[h] === 1 ? 0 : weights.bonus[instance.hTier[h]!]!;
    const nearest: number[] = [];
    const net = (i: number) => offer[vacancy[i]!]! + score[i]!;
    for (let i = 0; i < n; i++) {
      let at = nearest.length;
      while (at > 0 && net(nearest[at - 1]!) < net(i)) at--;
      if (at < named) nearest.splice(at, 0, i);
      if (nearest.length > named) nearest.pop();
    }
    const posts = nearest.map((i): LostPost => {
      const v = vacancy[i]!;
      const held = holders.get(vacancies[v]!.id) ?? { A: 0, B: 0, C: 0, others: 0 };
      const shortfall = Math.max(0, -(net(i) + bonus));
      const higher = tiers.some((tier, t) => held[tier] > 0 && weights.bonus[t]! > bonus);
      return {
        personId: persons[p]!.id,
        vacancyId: vacancies[v]!.id,
        score: score[i]!,
        // Scores alone move a price by far less than half of M, a household or a place by at least M.
        by: higher || shortfall >= weights.M / 2 ? 'priority' : 'fit',
        price: solution.price[v]!,
        shortfall,
        holders: held,
      };
    });
    return { code: 'lost_to_priority', facts: { posts } };
  };
}

function holdersOf(
  { households }: World,
  proposals: readonly Proposal[],
): Map<string, Record<Tier | 'others', number>> {
  const tierOf = new Map(households.map((household) => [household.id, household.tier]));
  const holders = new Map<string, Record<Tier | 'others', number>>();
  for (const { vacancyId, householdId, covers } of proposals) {
    const count = holders.get(vacancyId) ?? { A: 0, B: 0, C: 0, others: 0 };
    count[(covers && tierOf.get(householdId)) || 'others']++;
    holders.set(vacancyId, count);
  }
  return holders;
}
