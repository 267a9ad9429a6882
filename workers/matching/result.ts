import { type Occupation, occupation } from '#contract/codes/occupation.ts';
import type { StoredFacts, StoredParts } from '#contract/plan.ts';
import type { RunTotals } from '#contract/routes/runs.ts';
import type { ProposalRow, RunHouseholdRow, RunResult } from '#drizzle/queries/runResults.ts';
import { explainPoints, explainProposal, type Names, partLabels } from '#matching/explain.ts';
import { advice, explainReason } from '#matching/explainReason.ts';
import type { ScorePart } from '#matching/parts.ts';
import type { HouseholdOutcome, Plan, Proposal } from '#matching/plan.ts';
import { unpaidSkills } from '#matching/taxonomy.ts';
import type { LoadedWorld } from './world.ts';

/** A plan as it is stored: codes and numbers for machines, the words of the day for people. */
export function resultOf(plan: Plan, { world, digest }: LoadedWorld): RunResult {
  const settlementOf = new Map(world.households.map(({ id, settlementId }) => [id, settlementId]));
  const placed = Map.groupBy(plan.proposals, ({ householdId }) => householdId);
  const unplaced = Map.groupBy(plan.unplaced, ({ householdId }) => householdId);
  const used = new Set(plan.policyRows);
  return {
    totals: totalsOf(plan),
    certificate: {
      ...plan.certificate,
      value: String(plan.certificate.value),
      dualBound: String(plan.certificate.dualBound),
    },
    inputDigest: digest,
    policyRows: world.policies.filter(({ id }) => used.has(id)),
    proposals: plan.proposals.map(proposalRow),
    households: plan.households.map((household): RunHouseholdRow => {
      const { householdId, tier, outcome, reason } = household;
      const whyNot = (unplaced.get(householdId) ?? []).map(
        (person) => [person.personId, sentences(explainReason(person.reason, 'staff'))] as const,
      );
      const facts: StoredFacts = {
        reason: reason?.facts ?? null,
        advice: reason ? [...new Set(advice(reason))] : [],
        whyNot: Object.fromEntries(whyNot),
      };
      return {
        household: householdId,
        tier,
        settlement: settlementOf.get(householdId)!,
        outcome,
        reason: reason?.code ?? null,
        facts,
        explanation: explanationOf(household, placed.get(householdId)?.length ?? 0),
      };
    }),
  };
}

function totalsOf({ totals }: Plan): RunTotals {
  const { zeroBefore, coveredByTier, outcomes, seekers, placed, score, openPlaces, placedByKind } = totals;
  return {
    zeroBefore,
    noneSeeking: totals.reasons.no_one_seeking ?? 0,
    covered: coveredByTier,
    employed: outcomes.employed,
    uncovered: outcomes.uncovered,
    seekers,
    placed,
    public: totals.public,
    score,
    openPlaces,
    byKind: placedByKind,
  };
}

function proposalRow(proposal: Proposal): ProposalRow {
  return {
    household: proposal.householdId,
    person: proposal.personId,
    vacancy: proposal.vacancyId,
    score: proposal.score,
    parts: storedParts(proposal.parts),
    explanation: sentences(explainProposal(proposal, 'staff', names)),
  };
}

/** The parts of a score with the words staff read. */
export const storedParts = (parts: readonly ScorePart[]): StoredParts =>
  parts.map((part) => ({
    code: part.code,
    label: partLabels[part.code],
    points: part.points,
    text: explainPoints(part, names),
  }));

function explanationOf({ outcome, reason }: HouseholdOutcome, placed: number): string {
  if (outcome === 'uncovered') return sentences(explainReason(reason, 'staff'));
  const working = outcome === 'employed' ? '家里已有人就业。' : '';
  return placed > 0 ? `${working}这次给家里${placed}人找到岗位。` : working;
}

export const names: Names = {
  occupation: (code) =>
    occupation.is(code)
      ? occupation.label(code as Occupation)
      : (unpaidSkills[code as keyof typeof unpaidSkills] ?? code),
};

const sentences = (list: readonly string[]) => list.join('');
