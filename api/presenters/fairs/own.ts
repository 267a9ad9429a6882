import type { z } from 'zod';
import { fairStatus, talkOutcome } from '#contract/codes/fair.ts';
import { fairLife } from '#contract/life/fair.ts';
import { hoursText } from '#contract/present/class.ts';
import { maskName } from '#contract/present/person.ts';
import { payText } from '#contract/present/vacancy.ts';
import type { MyFair, stallGuest } from '#contract/routes/ownFairs.ts';
import type { MatchRecord, TalkRecord } from '#drizzle/queries/fairs/guests.ts';
import type { fairsOfPerson, guestsAtStall } from '#drizzle/queries/fairs/own.ts';
import { reasonLabel } from './guest.ts';

type Invited = Awaited<ReturnType<typeof fairsOfPerson>>[number];
type AtStall = Awaited<ReturnType<typeof guestsAtStall>>[number];

export const presentWhen = ({ id, title, place, day, dayStart, dayEnd, status }: Invited['fair']) => ({
  fair: id,
  title,
  place,
  day,
  hours: hoursText({ dayStart, dayEnd }),
  status,
  statusLabel: fairStatus.label(status),
});

export function presentMyFair(
  { invitation, fair }: Invited,
  matches: readonly MatchRecord[],
  talks: readonly TalkRecord[],
): MyFair {
  const { id, number, answer, reason, cameAt, sentAt } = invitation;
  const talked = new Map(talks.map(({ talk }) => [talk.vacancy, talkOutcome.label(talk.outcome)]));
  return {
    ...presentWhen(fair),
    invitation: id,
    number,
    answer,
    reasonLabel: reasonLabel(reason),
    came: cameAt !== null,
    stalls: matches.map(({ match, vacancy, employer, stall }) => ({
      stall,
      employer,
      vacancy: vacancy.id,
      title: vacancy.title,
      pay: payText(vacancy),
      words: match.words,
      talk: talked.get(vacancy.id) ?? null,
    })),
    allowed: sentAt !== null && fairLife.may('answer', fair.status, 'helper') ? ['answer'] : [],
  };
}

/** Never more than a masked name: who it is, the number on the slip says. */
export const presentStallGuest = (
  { invitation, number, name, vacancy, title }: AtStall,
  talks: readonly TalkRecord[],
): z.output<typeof stallGuest> => ({
  invitation,
  number,
  name: maskName(name ?? ''),
  vacancy,
  title,
  talks: talks.map(({ talk, title }) => ({
    vacancy: talk.vacancy,
    title,
    outcome: talk.outcome,
    label: talkOutcome.label(talk.outcome),
  })),
});
