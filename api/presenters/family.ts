import { applicationStatus, seekerRefusal } from '#contract/codes/market.ts';
import { addressOf, maskName } from '#contract/present/person.ts';
import type { Family, Referral } from '#contract/routes/families.ts';
import type { findFamily } from '#drizzle/queries/families.ts';
import type { PlanMember } from '#drizzle/queries/plans.ts';
import type { PolicyInForce } from '#drizzle/queries/policies.ts';
import type { listEntered, listRefusals } from '#drizzle/queries/referrals.ts';
import type { TaskRow } from '#drizzle/queries/tasks.ts';
import { presentMember } from './member.ts';
import { presentTask } from './task.ts';

type Household = NonNullable<Awaited<ReturnType<typeof findFamily>>>;
type Refusal = Awaited<ReturnType<typeof listRefusals>>[number];
type Entered = Awaited<ReturnType<typeof listEntered>>[number];

interface Facts {
  readonly household: Household;
  readonly members: readonly PlanMember[];
  readonly refusals: readonly Refusal[];
  readonly entered: readonly Entered[];
  readonly tasks: readonly TaskRow[];
  readonly rule: PolicyInForce | null;
  readonly today: string;
}

export const presentHome = ({
  id,
  number,
  head,
  seeking,
  zeroEmployment,
  ...row
}: Omit<Household, 'settlement'>) => ({
  id,
  number,
  head: maskName(head ?? ''),
  door: addressOf(row),
  seeking,
  zeroEmployment,
});

export function presentFamily({ household, members, refusals, entered, tasks, rule, today }: Facts): Family {
  const { settlement, ...home } = household;
  const unjustified = refusals.filter(({ justified }) => !justified);
  return {
    ...presentHome(home),
    settlement: { code: settlement.code, name: settlement.name },
    members: members.map((member) => {
      const { personId, name, relation, age, skills, care, wishes } = presentMember(member, today);
      return {
        ...{ id: personId, name, relation, age, skills, care, wishes },
        ...statusOf(member),
        referrals: [
          ...entered.filter(({ person }) => person === personId).map(accepted),
          ...refusals.filter(({ person }) => person === personId).map(declined),
        ].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
      };
    }),
    tasks: tasks.map(presentTask),
    refusals: {
      counted: new Set(unjustified.map(({ person, vacancy }) => `${person} ${vacancy}`)).size,
      limit: rule?.value ?? null,
      document: rule?.documentNumber ?? null,
    },
  };
}

/** What somebody said to a post: an application stands before a refusal. */
export const presentSaid = (entered: Entered | null, refused: Refusal | null): Referral | null =>
  entered ? accepted(entered) : refused && declined(refused);

const accepted = ({ vacancy, title, employer, status, on }: Entered): Referral => ({
  ...{ vacancy, title, employer, on },
  answer: 'yes',
  words: applicationStatus.label(status),
  justified: null,
});

const declined = ({ vacancy, title, employer, reason, justified, on }: Refusal): Referral => ({
  ...{ vacancy, title, employer, on },
  answer: 'no',
  words: seekerRefusal.is(reason) ? seekerRefusal.label(reason) : reason,
  justified,
});

const STATUS = {
  employed: '已就业',
  not_labour: '非劳动力',
  seeking: '在找工作',
  not_seeking: '暂不找工作',
} as const;

function statusOf({ employed, labourer, seeking }: PlanMember) {
  const status: keyof typeof STATUS = employed
    ? 'employed'
    : !labourer
      ? 'not_labour'
      : seeking
        ? 'seeking'
        : 'not_seeking';
  return { status, statusLabel: STATUS[status] };
}
