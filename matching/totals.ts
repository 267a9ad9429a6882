import type { HouseholdOutcome, PlanTotals, Proposal, ReasonCode } from './plan.ts';
import type { Tier, VacancyKind, World } from './types.ts';

/** Raw counts of a plan, locks included. */
export function totalsOf(
  world: World,
  proposals: readonly Proposal[],
  households: readonly HouseholdOutcome[],
): PlanTotals {
  const zeroBefore: Record<Tier, number> = { A: 0, B: 0, C: 0 };
  for (const household of world.households) if (!household.covered) zeroBefore[household.tier]++;

  const coveredByTier: Record<Tier, number> = { A: 0, B: 0, C: 0 };
  const outcomes = { covered: 0, employed: 0, uncovered: 0 };
  const reasons: Partial<Record<ReasonCode, number>> = {};
  for (const { tier, outcome, reason } of households) {
    outcomes[outcome]++;
    if (outcome === 'covered') coveredByTier[tier]++;
    if (reason) reasons[reason.code] = (reasons[reason.code] ?? 0) + 1;
  }

  const placedByKind: Record<VacancyKind, number> = {
    workshop: 0,
    social_enterprise: 0,
    public_welfare: 0,
    market: 0,
    labour_export: 0,
    home_work: 0,
  };
  let score = 0;
  for (const proposal of proposals) {
    placedByKind[proposal.kind]++;
    score += proposal.score;
  }

  return {
    covered: [coveredByTier.A, coveredByTier.B, coveredByTier.C],
    public: placedByKind.public_welfare,
    placed: proposals.length,
    score,
    seekers: world.persons.filter((person) => person.seeking).length,
    openPlaces: world.vacancies.reduce((sum, vacancy) => sum + Math.max(0, vacancy.places), 0),
    zeroBefore,
    coveredByTier,
    placedByKind,
    outcomes,
    reasons,
  };
}
