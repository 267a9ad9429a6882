import { householdType, tier } from '#contract/codes/household.ts';
import { labourCapacity } from '#contract/codes/person.ts';
import { vacancyKind } from '#contract/codes/work.ts';
import type { StoredFacts, StoredParts } from '#contract/plan.ts';
import { addressOf, maskName } from '#contract/present/person.ts';
import { hoursText, payText } from '#contract/present/vacancy.ts';
import type { HouseholdOutcome, HouseholdPlan } from '#contract/routes/runs.ts';
import type { findPlanHousehold, PlanHousehold, PlanMember, PlanProposal } from '#drizzle/queries/plans.ts';
import { presentMember } from './member.ts';

type Member = HouseholdPlan['members'][number];

/** Names are masked in lists and in the plan on screen; the exported plan, which is audited, names people. */
export function presentOutcome(row: PlanHousehold, proposals: readonly PlanProposal[]): HouseholdOutcome {
  const { facts: _, head, building, door, ...rest } = row;
  return {
    ...rest,
    head: maskName(head ?? ''),
    door: addressOf({ building, door }),
    tierLabel: tier.label(row.tier),
    placed: proposals.map(({ name, vacancy, employer }) => ({
      name: maskName(name ?? ''),
      title: vacancy.title,
      employer,
      pay: payText(vacancy),
    })),
  };
}

export function presentHouseholdPlan(
  row: NonNullable<Awaited<ReturnType<typeof findPlanHousehold>>>,
  members: readonly PlanMember[],
  proposals: readonly PlanProposal[],
  today: string,
): HouseholdPlan {
  const { advice = [], whyNot = {} } = (row.facts ?? {}) as Partial<StoredFacts>;
  const proposalOf = new Map(proposals.map((proposal) => [proposal.person, proposal]));
  return {
    ...presentOutcome(row, proposals),
    origin: row.origin,
    typeLabel: householdType.label(row.type),
    members: members.map((member) => {
      const proposal = proposalOf.get(member.person.id);
      return {
        ...presentMember(member, today),
        ...statusOf(member, proposal !== undefined),
        proposal: proposal ? presentProposal(proposal) : null,
        whyNot: proposal ? null : (whyNot[member.person.id] ?? whyNotOf(member)),
      };
    }),
    advice,
  };
}

function presentProposal(proposal: PlanProposal): NonNullable<Member['proposal']> {
  const { vacancy, employer, place, minutes, score, parts, explanation } = proposal;
  return {
    vacancyId: vacancy.id,
    title: vacancy.title,
    employer,
    kind: vacancy.kind,
    kindLabel: vacancyKind.label(vacancy.kind),
    place,
    pay: payText(vacancy),
    hours: hoursText(vacancy),
    minutes,
    score,
    parts: parts as StoredParts,
    explanation,
  };
}

const STATUS: Readonly<Record<Member['status'], string>> = {
  proposed: '推荐上岗',
  employed: '已就业',
  not_placed: '暂无岗位',
  not_seeking: '暂不找工作',
  not_labour: '非劳动力',
};

function statusOf(member: PlanMember, proposed: boolean): Pick<Member, 'status' | 'statusLabel'> {
  const status = proposed
    ? 'proposed'
    : member.employed
      ? 'employed'
      : !member.labourer
        ? 'not_labour'
        : member.seeking
          ? 'not_placed'
          : 'not_seeking';
  return { status, statusLabel: STATUS[status] };
}

/** For those the run did not weigh. */
function whyNotOf({ employed, labourer, person }: PlanMember): string {
  if (employed) return '已经有工作';
  if (!labourer) return `${labourCapacity.label(person.capacity)}，不安排岗位`;
  return person.willing ? '这次匹配时没有在找工作' : '本人暂时不想找工作';
}
