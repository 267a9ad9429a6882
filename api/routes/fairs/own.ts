import { fairLife } from '#contract/life/fair.ts';
import { hoursText } from '#contract/present/class.ts';
import type { ownFairRoutes } from '#contract/routes/ownFairs.ts';
import type { Db } from '#drizzle/db.ts';
import { fairAtDoor } from '#drizzle/queries/fairs/fairs.ts';
import { funnelRows } from '#drizzle/queries/fairs/funnel.ts';
import { matchesOf, talksOf } from '#drizzle/queries/fairs/guests.ts';
import { fairsOfPerson, guestsAtStall, postsOfStalls, stallsOfEmployer } from '#drizzle/queries/fairs/own.ts';
import { answerInvitation, checkIn, openDoor } from '../../operations/fairs/guests.ts';
import { presentFunnel } from '../../presenters/fairs/funnel.ts';
import { presentMyFair, presentStallGuest, presentWhen } from '../../presenters/fairs/own.ts';
import { found } from '../../problem.ts';
import type { Handlers } from '../../register.ts';

export const ownFairHandlers = (): Handlers<typeof ownFairRoutes> => ({
  async mine({ caller, db }) {
    const invited = caller.person === null ? [] : await fairsOfPerson(db, caller.person);
    const items = invited.map(async (row) => {
      const { id } = row.invitation;
      return presentMyFair(row, await matchesOf(db, row.fair.id, [id]), await talksOf(db, row.fair.id, [id]));
    });
    return { items: await Promise.all(items) };
  },

  async answer({ params, body, caller, db, request }) {
    await answerInvitation(db, { caller, requestId: request.id, fairId: params.fair, ...body });
  },

  async door({ params, query, db }) {
    const fair = found(await fairAtDoor(db, params.fair));
    openDoor(fair, query.code);
    return { title: fair.title, place: fair.place, hours: hoursText(fair) };
  },

  checkIn: ({ params, body, caller, db, request }) =>
    checkIn(db, { caller, requestId: request.id, fairId: params.fair, code: body.code }),

  async stalls({ caller, db }) {
    const stalls = caller.employer === null ? [] : await stallsOfEmployer(db, caller.employer);
    return { items: await Promise.all(stalls.map(async (stall) => (await stallOf(db, stall)).own)) };
  },

  async stall({ params, caller, db }) {
    const [row] = await stallsOfEmployer(db, found(caller.employer), params.fair);
    const stall = found(row);
    const { own, drops } = await stallOf(db, stall);
    const guests = await guestsAtStall(db, stall.fair.id, stall.stall.id);
    const ids = guests.map(({ invitation }) => invitation);
    const talks = (await talksOf(db, stall.fair.id, ids)).filter(
      ({ employer }) => employer === caller.employer,
    );
    const byGuest = Map.groupBy(talks, ({ talk }) => talk.invitation);
    return {
      ...own,
      drops,
      guests: guests.map((guest) => presentStallGuest(guest, byGuest.get(guest.invitation) ?? [])),
      allowed: fairLife.may('talk', stall.fair.status, 'employer') ? ['talk'] : [],
    };
  },
});

type Stall = Awaited<ReturnType<typeof stallsOfEmployer>>[number];

async function stallOf(db: Db, { stall, fair }: Stall) {
  const posts = await postsOfStalls(db, [stall.id]);
  const places = posts.reduce((sum, post) => sum + post.places, 0);
  const { suitable } = stall;
  const rows = await funnelRows(db, fair.id, stall.id);
  const { steps, drops } = presentFunnel(rows, { places, suitable, status: fair.status });
  const brought = posts.map(({ vacancy, title, places }) => ({ vacancy, title, places }));
  return { own: { ...presentWhen(fair), number: stall.number, posts: brought, steps }, drops };
}
