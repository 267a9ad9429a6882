import { fairAnswer, talkOutcome } from '#contract/codes/fair.ts';
import { employerRefusal, seekerRefusal } from '#contract/codes/market.ts';
import { storedParts } from '#contract/plan.ts';
import { maskName } from '#contract/present/person.ts';
import { payText } from '#contract/present/vacancy.ts';
import type { FairGuest } from '#contract/routes/fairGuests.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import type { GuestRecord, MatchRecord, TalkRecord } from '#drizzle/queries/fairs/guests.ts';

export const reasonLabel = (code: string | null): string | null =>
  seekerRefusal.is(code)
    ? seekerRefusal.label(code)
    : employerRefusal.is(code)
      ? employerRefusal.label(code)
      : null;

/** Codes both sides use mean what the outcome says they mean. */
export const talkReason = ({ outcome, reason }: TalkRecord['talk']): string | null =>
  outcome === 'employer_declined' && employerRefusal.is(reason)
    ? employerRefusal.label(reason)
    : reasonLabel(reason);

/** An auditor looks at what was done, not at whom it was done for. */
export function presentGuest(
  { invitation, name, household, zeroEmployment, settlement }: GuestRecord,
  matches: readonly MatchRecord[],
  talks: readonly TalkRecord[],
  { role }: Pick<Caller, 'role'>,
): FairGuest {
  const { id, person, number, round, sentAt, answer, reason, cameAt, doorMethod } = invitation;
  return {
    id,
    person,
    number,
    name: role === 'auditor' ? maskName(name ?? '') : (name ?? ''),
    household,
    zeroEmployment,
    settlement,
    round,
    sentAt: sentAt?.toISOString() ?? null,
    answer,
    answerLabel: answer && fairAnswer.label(answer),
    reasonLabel: reasonLabel(reason),
    cameAt: cameAt?.toISOString() ?? null,
    doorMethod,
    matches: matches.map(({ match, vacancy, employer, stall }) => ({
      vacancy: vacancy.id,
      title: vacancy.title,
      employer,
      stall,
      pay: payText(vacancy),
      score: match.score,
      parts: storedParts.parse(match.parts),
      explanation: match.explanation,
    })),
    talks: talks.map(({ talk, title, stall }) => ({
      vacancy: talk.vacancy,
      title,
      stall,
      outcome: talk.outcome,
      outcomeLabel: talkOutcome.label(talk.outcome),
      reasonLabel: talkReason(talk),
    })),
  };
}
