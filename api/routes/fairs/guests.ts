import { fairLife } from '#contract/life/fair.ts';
import { hoursText } from '#contract/present/class.ts';
import type { fairGuestRoutes } from '#contract/routes/fairGuests.ts';
import { findFair } from '#drizzle/queries/fairs/fairs.ts';
import { listGuests, matchesOf, talksOf } from '#drizzle/queries/fairs/guests.ts';
import { answerFor, doorCode, sendInvitations, tickAttendance } from '../../operations/fairs/guests.ts';
import { recordTalk } from '../../operations/fairs/talks.ts';
import { presentGuest } from '../../presenters/fairs/guest.ts';
import { found, Problem } from '../../problem.ts';
import type { Handlers } from '../../register.ts';

export const fairGuestHandlers = (): Handlers<typeof fairGuestRoutes> => ({
  async list({ params, query, caller, db }) {
    const { fair } = found(await findFair(db, caller, params.fair));
    const { items, total } = await listGuests(db, fair.id, caller.region, query);
    const ids = items.map(({ invitation }) => invitation.id);
    const matches = Map.groupBy(await matchesOf(db, fair.id, ids), ({ match }) => match.invitation);
    const talks = Map.groupBy(await talksOf(db, fair.id, ids), ({ talk }) => talk.invitation);
    const { page, size } = query;
    return {
      page,
      size,
      total,
      items: items.map((guest) =>
        presentGuest(
          guest,
          matches.get(guest.invitation.id) ?? [],
          talks.get(guest.invitation.id) ?? [],
          caller,
        ),
      ),
    };
  },

  async send({ params, caller, db, request }) {
    return { sent: await sendInvitations(db, { caller, requestId: request.id, fairId: params.fair }) };
  },

  async answer({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, fairId: params.fair, invitationId: params.invitation };
    await answerFor(db, { ...act, ...body });
  },

  async code({ params, caller, db }) {
    const { fair } = found(await findFair(db, caller, params.fair));
    if (!fairLife.may('attend', fair.status, 'helper')) throw new Problem('wrong_state');
    const { title, place, doorKey } = fair;
    return { title, place, hours: hoursText(fair), code: doorCode(doorKey, fair.id) };
  },

  async attend({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, fairId: params.fair, invitationId: params.invitation };
    await tickAttendance(db, { ...act, ...body });
  },

  async talk({ params, body, caller, db, request }) {
    const { fair: fairId, invitation: invitationId, vacancy: vacancyId } = params;
    const { outcome, reason, contactShared } = body;
    const talk = { outcome, reason, contactShared };
    await recordTalk(db, { caller, requestId: request.id, fairId, invitationId, vacancyId, ...talk });
  },
});
