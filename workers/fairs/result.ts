import { createHash } from 'node:crypto';
import type { ProposalResult } from '#drizzle/queries/fairs/proposal.ts';
import { explainPart, explainProposal } from '#matching/explain.ts';
import type { FairInvitation, FairPlan } from '#matching/fair.ts';
import type { ScorePart } from '#matching/parts.ts';
import type { World } from '#matching/types.ts';
import { names, storedParts } from '../matching/result.ts';

/** A proposal as it is stored: codes and numbers for machines, the words of the day for people. */
export function proposalOf(
  { best, invitations, suited }: FairPlan,
  world: World,
  digest: string,
): ProposalResult {
  const { totals, certificate } = best;
  const stalls = new Map<string, Set<string>>();
  for (const { id, employerId } of world.vacancies) {
    const people = stalls.get(employerId) ?? new Set();
    for (const person of suited.get(id) ?? []) people.add(person);
    stalls.set(employerId, people);
  }
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  return {
    bound: {
      seekers: totals.seekers,
      suitable: new Set([...stalls.values()].flatMap((people) => [...people])).size,
      places: totals.openPlaces,
      placed: totals.placed,
      zeroBefore: sum(Object.values(totals.zeroBefore)) - (totals.reasons.no_one_seeking ?? 0),
      households: sum(totals.covered),
      certificate: {
        valid: certificate.valid,
        value: String(certificate.value),
        dualBound: String(certificate.dualBound),
      },
    },
    inputDigest: createHash('sha256')
      .update(`${digest}\n${JSON.stringify(world.vacancies)}`)
      .digest('hex'),
    suitable: {
      posts: new Map([...suited].map(([vacancy, people]) => [vacancy, people.length])),
      stalls: new Map([...stalls].map(([employer, people]) => [employer, people.size])),
    },
    invitations: invitations.map((invitation) => ({
      person: invitation.personId,
      round: invitation.round,
      matches: [
        {
          vacancy: invitation.vacancyId,
          score: invitation.score,
          parts: storedParts(invitation.parts),
          explanation: whyInvited(invitation),
          words: told(invitation.parts),
        },
        ...invitation.others.map(({ vacancyId, score, parts }) => ({
          vacancy: vacancyId,
          score,
          parts: storedParts(parts),
          explanation: grounds(parts, 'staff'),
          words: told(parts),
        })),
      ],
    })),
  };
}

const whyInvited = (invitation: FairInvitation): string =>
  [
    invitation.round === 1 ? '在最好的安排里。' : `候补第${invitation.round - 1}位。`,
    ...explainProposal(invitation, 'staff', names).slice(1),
  ].join('');

/** Three grounds are as many as one hears out. */
const told = (parts: readonly ScorePart[]) => grounds(parts, 'seeker', 3);

const grounds = (parts: readonly ScorePart[], audience: 'staff' | 'seeker', most = parts.length): string =>
  [...parts]
    .sort((a, b) => b.points - a.points)
    .map((part) => explainPart(part, audience, names))
    .filter((sentence) => sentence !== '')
    .slice(0, most)
    .join('');
