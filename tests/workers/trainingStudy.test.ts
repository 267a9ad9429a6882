import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findRegion } from '#drizzle/queries/scope.ts';
import { listDemands, queueStudy } from '#drizzle/queries/training/demand.ts';
import * as schema from '#drizzle/schema/index.ts';
import { studyTraining } from '#matching/training.ts';
import { studyTraining as handle, studyGaveUp } from '../../workers/handlers/trainingStudy.ts';
import { loadWorld } from '../../workers/matching/world.ts';
import { courseIdeas } from '../../workers/training/ideas.ts';
import { plantRun } from '../helpers/plant.ts';
import { type WorkerBench, workerBench } from '../helpers/workers.ts';
import { aHousehold, aPerson, aVacancy, home } from '../helpers/world.ts';

let bench: WorkerBench;
beforeAll(async () => {
  bench = await workerBench();
});
afterAll(() => bench?.close());

const signal = new AbortController().signal;

it('stores what training would change in the plan in force, once, for whom and which posts', async () => {
  const { db } = bench;
  const { id: vacancy } = await aVacancy(db, { skills: ['6-05-01-03'], headcount: 2 });
  for (let i = 0; i < 3; i++) await aPerson(db, { household: (await aHousehold(db)).id });
  const run = await plantRun(db, home.city);
  const region = (await findRegion(db, { path: '' }, home.city))!;

  await db.transaction((db) => queueStudy(db, run.id, null));
  await handle({ runId: run.id }, bench.parts, signal);
  const [stored, ...others] = await listDemands(db, run.id, region);
  expect(others).toEqual([]);
  expect(stored!.demand).toMatchObject({
    settlement: home.settlement,
    occupation: '6-05-01-03',
    households: 2,
  });
  const people = await db.select().from(schema.trainingDemandPerson);
  expect(people.map((one) => one.vacancy)).toEqual([vacancy, vacancy]);

  const { world } = await loadWorld(db, { path: region.path }, run.today);
  const [expected] = studyTraining(world, courseIdeas(world.vacancies));
  expect(people.map(({ person }) => person).sort()).toEqual(
    expected!.attending.map(({ personId }) => personId),
  );

  // A second delivery finds nothing to do; asked for anew, it counts what has changed since.
  await handle({ runId: run.id }, bench.parts, signal);
  expect(await db.$count(schema.trainingDemand)).toBe(1);
  await db.update(schema.vacancy).set({ filled: 1 }).where(eq(schema.vacancy.id, vacancy));
  await db.transaction((db) => queueStudy(db, run.id, null));
  await handle({ runId: run.id }, bench.parts, signal);
  const again = await listDemands(db, run.id, region);
  expect(again.map(({ demand }) => demand.households)).toEqual([1]);
});

it('leaves a plan alone that another has replaced, and says why it gave up', async () => {
  const { db } = bench;
  const old = await plantRun(db, home.county, { current: false });
  await db.transaction((db) => queueStudy(db, old.id, null));
  await handle({ runId: old.id }, bench.parts, signal);
  const state = async () =>
    (await db.select().from(schema.trainingStudy).where(eq(schema.trainingStudy.run, old.id)))[0];
  expect(await state()).toMatchObject({ status: 'queued' });
  await studyGaveUp({ runId: old.id }, bench.parts, Object.assign(new Error(), { cause: 'WorldError' }));
  expect(await state()).toMatchObject({ status: 'failed', failure: expect.stringContaining('数据互相矛盾') });
});
