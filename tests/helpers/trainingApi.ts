import { eq } from 'drizzle-orm';
import * as schema from '#drizzle/schema/index.ts';
import { testApi } from './api.ts';
import { places, plantHousehold } from './plant.ts';
import { plantCourse, plantProvider, plantSubsidies } from './training.ts';

/** An API with the people who make training happen: a provider, a counsellor and a bureau of one county. */
export async function trainingApi() {
  const api = await testApi();
  const { db } = api;
  await plantSubsidies(db);
  const { bearer: provider, account } = await api.as('provider', places.own.county);
  const { bearer: counsellor } = await api.as('counsellor', places.own.county);
  const { bearer: bureau } = await api.as('bureau', places.own.county);
  const post = (url: string, bearer: string, body: object = {}) =>
    api.http().post(url).set('authorization', bearer).send(body);

  return {
    ...api,
    provider,
    counsellor,
    bureau,
    post,
    get: (url: string, bearer: string) => api.http().get(url).set('authorization', bearer),
    put: (url: string, bearer: string, body: object) =>
      api.http().put(url).set('authorization', bearer).send(body),

    /** A course of a new provider, which now is the provider's account's own. */
    async newCourse() {
      await db.update(schema.provider).set({ account: null });
      return plantCourse(db, (await plantProvider(db, { account: account.id })).id);
    },

    /** Ids of people of one household in the own county. */
    async people(count: number): Promise<string[]> {
      const members = Array.from({ length: count }, () => ({}));
      return (await plantHousehold(db, places.own, members)).people.map(({ id }) => id);
    },

    /** Signs up through the counsellor, who has the person's word. */
    signUp: (classId: string, person: string) =>
      post(`/api/classes/${classId}/enrolments`, counsellor, { person, authority: 'spoken' }),

    async seatsOf(classId: string) {
      const [row] = await db.select().from(schema.courseClass).where(eq(schema.courseClass.id, classId));
      const rows = await db.select().from(schema.enrolment).where(eq(schema.enrolment.class, classId));
      const count = (status: string) => rows.filter((one) => one.status === status).length;
      return { taken: row!.taken, enrolled: count('enrolled'), waiting: count('waiting') };
    },
  };
}

export type TrainingApi = Awaited<ReturnType<typeof trainingApi>>;
