/** What becomes of every household, and what binds those left out. */
import { sortedBy } from './order.ts';
import type { HouseholdOutcome, Proposal, Reason, Unplaced } from './plan.ts';
import type { World } from './types.ts';

/** Examples named per household. */
const named = 3;

/** Sorted by id. */
export function householdOutcomes(
  world: World,
  proposals: readonly Proposal[],
  unplaced: readonly Unplaced[],
): HouseholdOutcome[] {
  const served = new Set(proposals.map((proposal) => proposal.householdId));
  const waiting = Map.groupBy(unplaced, (person) => person.householdId);
  return sortedBy(world.households, (household) => household.id).map(
    ({ id: householdId, tier, covered }): HouseholdOutcome => {
      if (covered) return { householdId, tier, outcome: 'employed', reason: null };
      if (served.has(householdId)) return { householdId, tier, outcome: 'covered', reason: null };
      const reason = bindingOf((waiting.get(householdId) ?? []).map((person) => person.reason));
      return { householdId, tier, outcome: 'uncovered', reason };
    },
  );
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
