import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Role } from '#contract/codes/account.ts';
import type { FairStatus } from '#contract/codes/fair.ts';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { openChannels, openSearch } from '#platform/connections.ts';
import { openLog } from '#platform/log.ts';
import { proposeInvitations } from '../../workers/handlers/fairProposal.ts';
import type { TestApi } from './api.ts';
import { places, plantHousehold, plantVacancy, regionOf, spotOf, type Where } from './plant.ts';
import { testKeys } from './world.ts';

export const fairForm = {
  title: '以朵安置点专场招聘会',
  place: '社区广场',
  day: '2026-12-05',
  dayStart: 540,
  dayEnd: 960,
};

/** A fair for the people of a county. */
export async function plantFair(db: Db, region: string = places.own.county, status: FairStatus = 'planned') {
  const [row] = await db
    .insert(schema.fair)
    .values({ ...fairForm, region, status, doorKey: 'secret of this fair' })
    .returning();
  return row!;
}

/** A stall with one post of the vacancy. */
export async function plantStall(
  db: Db,
  fair: string,
  vacancy: { readonly id: string; readonly employer: string },
  values: { readonly number?: number; readonly places?: number } = {},
) {
  const { number = 1, places = 1 } = values;
  const [stall] = await db
    .insert(schema.fairStall)
    .values({ fair, employer: vacancy.employer, number })
    .returning();
  await db.insert(schema.fairPost).values({ stall: stall!.id, vacancy: vacancy.id, places });
  return stall!;
}

/** Somebody invited to a post of the fair, sent unless it says otherwise. */
export async function plantInvitation(
  db: Db,
  fair: string,
  person: string,
  vacancy: string,
  values: Partial<typeof schema.fairInvitation.$inferInsert> = {},
) {
  const [row] = await db
    .insert(schema.fairInvitation)
    .values({ fair, person, round: 1, number: 1, sentAt: new Date(), ...values })
    .returning();
  const why = { score: 700, parts: [], explanation: '会做缝纫工,正对口。', words: '会做缝纫工,正对口。' };
  await db.insert(schema.fairMatch).values({ invitation: row!.id, vacancy, rank: 1, ...why });
  return row!;
}

/** Does what the queue would do with the fair's proposal. */
export const runProposal = ({ db, databaseUrl, storage }: TestApi, fairId: string) =>
  proposeInvitations(
    { fairId },
    {
      ...testKeys,
      db,
      databaseUrl,
      slicePairs: 500_000_000,
      storage,
      channels: openChannels({}, db),
      search: openSearch('http://127.0.0.1:9', 'x'.repeat(16), { timeout: 200 }),
      log: openLog({ part: 'tests', level: 'silent' }),
    },
    new AbortController().signal,
  );

/** How the access matrix names fairs: `own` lies in the account's county, `other` in another one. */
export function fairTargets(db: () => Db, accountOf: (role: Role) => string) {
  const aFair =
    (status: FairStatus, body: object = {}) =>
    async (where: Where) => ({
      params: {
        fair: where === 'absent' ? randomUUID() : (await plantFair(db(), spotOf(where).county, status)).id,
      },
      body,
    });

  /** One invited person at a fair, the seeker's and the employer's own when it is the own one. */
  const invited =
    (status: FairStatus, body: object = {}) =>
    async (where: Where) => {
      if (where === 'absent') {
        return { params: { fair: randomUUID(), invitation: randomUUID(), vacancy: randomUUID() }, body };
      }
      const { vacancy } = await plantVacancy(db(), spotOf(where).settlement);
      const { people } = await plantHousehold(db(), spotOf(where));
      const person = people[0]!.id;
      const { id: fair } = await plantFair(db(), spotOf(where).county, status);
      await plantStall(db(), fair, vacancy);
      const invitation = await plantInvitation(db(), fair, person, vacancy.id, { cameAt: new Date() });
      if (where === 'own') {
        const set = (role: Role, values: object) =>
          db()
            .update(schema.account)
            .set(values)
            .where(eq(schema.account.id, accountOf(role)));
        await set('seeker', { person });
        await set('employer', { employer: vacancy.employer });
      }
      return { params: { fair, invitation: invitation.id, vacancy: vacancy.id }, body };
    };

  async function withStall(where: Where) {
    const { params } = await aFair('planned')(where);
    const { vacancy } = await plantVacancy(db(), places.own.settlement);
    return { params: { ...params, employer: vacancy.employer }, vacancy: vacancy.id };
  }

  return {
    'fairs.detail': aFair('planned'),
    'fairs.add': async (where: Where) => ({
      body: { ...fairForm, region: regionOf(where) },
    }),
    'fairs.change': aFair('planned', { ...fairForm, version: 1 }),
    'fairs.move': aFair('planned', { action: 'cancel', reason: '下大雨', version: 1 }),
    'fairs.employers': aFair('planned'),
    'fairs.setStall': async (where: Where) => {
      const { params, vacancy } = await withStall(where);
      return { params, body: { posts: [{ vacancy, places: 1 }] } };
    },
    'fairs.propose': async (where: Where) => {
      const { params } = await aFair('planned')(where);
      const { vacancy } = await plantVacancy(db(), places.own.settlement);
      if (where !== 'absent') await plantStall(db(), params.fair, vacancy);
      return { params };
    },
    'fairs.funnel': aFair('held'),
    'fairGuests.list': aFair('held'),
    'fairGuests.send': async (where: Where) => {
      const { params } = await aFair('planned')(where);
      if (where !== 'absent') await plantProposal(db(), params.fair);
      return { params };
    },
    'fairGuests.answer': invited('inviting', { answer: 'coming', authority: 'spoken' }),
    'fairGuests.code': aFair('held'),
    'fairGuests.attend': invited('held', { came: true }),
    'fairGuests.talk': invited('held', { outcome: 'person_declined', reason: 'pay' }),
    'ownFairs.answer': invited('inviting', { answer: 'coming' }),
    'ownFairs.stall': invited('held'),
  } as const;
}

/** What the engine has proposed for a fair is there to be sent. */
export async function plantProposal(db: Db, fair: string): Promise<void> {
  const policy = { id: randomUUID(), value: 3, unit: 'people', documentNumber: '测试' };
  await db.insert(schema.fairProposal).values({ fair, status: 'done', perPlace: 3, policy });
}

/** They answer from the account's own person or employer, or hold the secret of the door. */
export const unaddressedFairs = [
  'fairs.list',
  'ownFairs.mine',
  'ownFairs.door',
  'ownFairs.checkIn',
  'ownFairs.stalls',
];
