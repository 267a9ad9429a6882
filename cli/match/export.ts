import { occupation } from '#contract/codes/occupation.ts';
import { planReason } from '#contract/codes/plan.ts';
import { addressOf } from '#contract/present/person.ts';
import { policyLines } from '#contract/present/policy.ts';
import { hoursText, payText } from '#contract/present/vacancy.ts';
import { minutesWithin } from '#ledgers/places.ts';
import type { LedgerWorld } from '#ledgers/toMatching.ts';
import { countyCode } from '#ledgers/words/county.ts';
import type { PlanExport, PlanHousehold, PlanPlacement, PlanUncovered } from '#ledgers/write/plan.ts';
import { explainProposal, type Names } from '#matching/explain.ts';
import { explainReason } from '#matching/explainReason.ts';
import type { Plan } from '#matching/plan.ts';
import { unpaidSkills } from '#matching/taxonomy.ts';
import type { Tier } from '#matching/types.ts';

/** A plan over two ledgers as the workbook wants it; names are not masked: the files are the bureau's own. */
export function exportOf(
  plan: Plan,
  { world, persons, vacancies, households }: LedgerWorld,
  made: {
    readonly at: Date;
    readonly inputDigest: string;
    readonly problems: NonNullable<PlanExport['problems']>;
  },
): PlanExport {
  const outcomes = new Map(plan.households.map((outcome) => [outcome.householdId, outcome]));
  const household = (id: string): PlanHousehold => {
    const person = households.get(id)!;
    const { county, street, settlement, grid, householdNumber, headName, relation, name } = person;
    const isHead = relation === 'head' || headName === name;
    return {
      county: county ?? '',
      street: street ?? '',
      settlement,
      grid,
      number: householdNumber,
      head: headName ?? (isHead ? name : ''),
      phone: isHead ? person.phone : null,
      address: addressOf(person),
      tier: outcomes.get(id)!.tier,
      responsible: person.responsible,
    };
  };
  const placements = plan.proposals.map((proposal): PlanPlacement => {
    const vacancy = vacancies.get(proposal.vacancyId)!;
    return {
      household: household(proposal.householdId),
      member: persons.get(proposal.personId)!.name,
      phone: persons.get(proposal.personId)!.phone,
      vacancy: vacancy.title,
      employer: vacancy.employer,
      kind: vacancy.kind,
      place: vacancy.place ?? '',
      pay: payText(vacancy),
      hours: hoursText(vacancy),
      score: proposal.score,
      explanation: explainProposal(proposal, 'staff', names).join(''),
    };
  });
  const uncovered = plan.households.flatMap(({ householdId, outcome, reason }): PlanUncovered[] =>
    outcome === 'uncovered'
      ? [
          {
            household: household(householdId),
            reason: planReason.label(reason.code),
            explanation: explainReason(reason, 'staff').join(''),
          },
        ]
      : [],
  );
  const used = new Set(plan.policyRows);
  const { totals, certificate } = plan;
  return {
    region: regionOf([...households.values()].map(({ county }) => county)),
    today: plan.today,
    madeAt: `${moment.format(made.at)}（北京时间）`,
    totals: {
      households: plan.households.length,
      employed: totals.outcomes.employed,
      covered: totals.coveredByTier,
      uncovered: uncoveredByTier(plan),
      seekers: totals.seekers,
      placed: totals.placed,
      openPlaces: totals.openPlaces,
      placedByKind: totals.placedByKind,
      score: totals.score,
    },
    placements,
    uncovered,
    certificate: {
      ...certificate,
      value: String(certificate.value),
      dualBound: String(certificate.dualBound),
    },
    inputDigest: made.inputDigest,
    policies: policyLines(
      world.policies.filter(({ id }) => used.has(id)),
      countyNames([...households.values()].map(({ county }) => county)),
    ),
    notes: [
      `台账没有路程：同一安置点按 ${minutesWithin.settlement} 分钟、同街道 ${minutesWithin.street} 分钟、同县 ${minutesWithin.county} 分钟估算`,
      '没有写就业意愿的按有意愿；没有写语言的按会普通话；没有写期望地点的按县内',
    ],
    problems: made.problems,
  };
}

export function uncoveredByTier(plan: Plan): Record<Tier, number> {
  const counts: Record<Tier, number> = { A: 0, B: 0, C: 0 };
  for (const { tier, outcome } of plan.households) if (outcome === 'uncovered') counts[tier]++;
  return counts;
}

/** Codes of the counties that are written, with their names. */
const countyNames = (written: readonly (string | null)[]): Map<string, string> =>
  new Map([...new Set(written)].flatMap((name) => (name === null ? [] : [[countyCode(name) ?? '', name]])));

/** The one county, or how many. */
function regionOf(written: readonly (string | null)[]): string {
  const counties = [...new Set(written.filter((county) => county !== null))];
  return counties.length === 1 ? counties[0]! : counties.length === 0 ? '' : `${counties.length} 个县`;
}

const names: Names = {
  occupation: (code) =>
    occupation.is(code) ? occupation.label(code) : (unpaidSkills[code as keyof typeof unpaidSkills] ?? code),
};

const moment = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});
