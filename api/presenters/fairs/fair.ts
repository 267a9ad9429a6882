import { fairStatus } from '#contract/codes/fair.ts';
import { storedBound, storedRule } from '#contract/fair.ts';
import { fairLife } from '#contract/life/fair.ts';
import { hoursText } from '#contract/present/class.ts';
import { payText } from '#contract/present/vacancy.ts';
import type { FairCard, FairDetail, FairStall } from '#contract/routes/fairs.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import type { FairRecord } from '#drizzle/queries/fairs/fairs.ts';
import type { findProposal } from '#drizzle/queries/fairs/proposal.ts';
import type { StallRecord } from '#drizzle/queries/fairs/stalls.ts';
import { fairActor } from '../../operations/fairs/fairs.ts';

export function presentFair(
  { fair, regionName, regionPath, ...counts }: FairRecord,
  caller: Caller,
): FairCard {
  const { id, title, place, day, dayStart, dayEnd, status, cancelReason, version } = fair;
  const { stalls, posts, invited, came, intents } = counts;
  return {
    id,
    title,
    region: { code: fair.region, name: regionName },
    place,
    day,
    dayStart,
    dayEnd,
    hours: hoursText(fair),
    status,
    statusLabel: fairStatus.label(status),
    stalls,
    posts,
    invited,
    came,
    intents,
    cancelReason,
    version,
    allowed: caller.role === 'auditor' ? [] : fairLife.allowed(status, fairActor(caller, regionPath)),
  };
}

type Proposal = Awaited<ReturnType<typeof findProposal>>;

export const presentDetail = (
  record: FairRecord,
  stalls: readonly StallRecord[],
  proposal: Proposal,
  caller: Caller,
): FairDetail => ({
  ...presentFair(record, caller),
  stallList: stalls.map(presentStall),
  proposal: proposal && presentProposal(proposal),
});

const presentStall = ({ stall, employer, posts }: StallRecord): FairStall => ({
  id: stall.id,
  number: stall.number,
  employer,
  suitable: stall.suitable,
  posts: posts.map(({ post, vacancy }) => ({
    vacancy: vacancy.id,
    title: vacancy.title,
    pay: payText(vacancy),
    places: post.places,
    placesLeft: Math.max(0, vacancy.headcount - vacancy.filled),
    suitable: post.suitable,
  })),
});

function presentProposal({ proposal, unsent }: NonNullable<Proposal>): FairDetail['proposal'] {
  const { status, stage, progress, failure, perPlace, policy, bound, finishedAt } = proposal;
  return {
    status,
    stage,
    progress,
    failure,
    perPlace,
    rule: storedRule.parse(policy),
    bound: bound === null ? null : storedBound.parse(bound),
    unsent,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
