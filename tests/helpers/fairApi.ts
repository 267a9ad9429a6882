import { eq } from 'drizzle-orm';
import * as schema from '#drizzle/schema/index.ts';
import { testApi } from './api.ts';
import { fairForm } from './fairs.ts';
import { callAs, plantFirm, plantMarket } from './market.ts';
import { places, plantHousehold } from './plant.ts';

/** An API with a bureau of the own county and a grid worker of the own grid, who hold fairs. */
export async function fairApi() {
  const api = await testApi();
  const { db } = api;
  await plantMarket(db);
  const { bearer: bureauBearer } = await api.as('bureau', places.own.county);
  const bureau = callAs(api, bureauBearer);
  const grid = callAs(api, (await api.as('grid_worker', places.own.grid)).bearer);

  return {
    ...api,
    bureauBearer,
    bureau,
    grid,
    put: (bearer: string, url: string, body: object) =>
      api.http().put(url).set('authorization', bearer).send(body),

    /** A verified firm; from now on only the people and posts of this test are looked at. */
    async freshFirm() {
      await db.update(schema.person).set({ willing: false });
      await db.update(schema.vacancy).set({ status: 'closed' });
      return plantFirm(api);
    },

    planned: async () =>
      (await bureau.post('/api/fairs', { ...fairForm, region: places.own.county }).expect(201)).body,

    async seekers(count: number) {
      const people = [];
      for (let i = 0; i < count; i++) people.push((await plantHousehold(db, places.own)).people[0]!);
      return people;
    },

    invitationsOf: (fair: string) =>
      db.select().from(schema.fairInvitation).where(eq(schema.fairInvitation.fair, fair)),
  };
}

export type FairApi = Awaited<ReturnType<typeof fairApi>>;
