import { afterAll, beforeAll, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { places, plantRun } from '../../helpers/plant.ts';
import { type TrainingApi, trainingApi } from '../../helpers/trainingApi.ts';

let api: TrainingApi;
beforeAll(async () => {
  api = await trainingApi();
});
afterAll(() => api?.close());

it('the plan of a city serves its counties and streets: each sees its own settlements, and only the city asks anew', async () => {
  const run = await plantRun(api.db, places.city);
  await api.db.insert(schema.trainingStudy).values({ run: run.id, status: 'done', finishedAt: new Date() });
  for (const { settlement } of [places.own, places.other]) {
    await api.db.insert(schema.trainingDemand).values({
      run: run.id,
      settlement,
      occupation: '6-05-01-03',
      households: 2,
      tierA: 1,
      tierB: 1,
      tierC: 0,
      placed: 2,
    });
  }
  const { bearer: street } = await api.as('counsellor', places.own.street);
  const { bearer: city } = await api.as('bureau', places.city);
  const board = async (bearer: string) => {
    const { body } = await api.get('/api/training/demand', bearer).expect(200);
    const settlements = body.items.map(({ settlement }: { settlement: { code: string } }) => settlement.code);
    return { settlements, allowed: body.allowed };
  };
  expect(await board(street)).toEqual({ settlements: [places.own.settlement], allowed: [] });
  expect(await board(api.bureau)).toEqual({ settlements: [places.own.settlement], allowed: [] });
  expect(await board(city)).toEqual({
    settlements: [places.own.settlement, places.other.settlement],
    allowed: ['study'],
  });
});
