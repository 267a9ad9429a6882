import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listFamilies } from '#drizzle/queries/families.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { listTasks } from '#drizzle/queries/tasks.ts';
import * as tables from '#drizzle/schema/index.ts';
import { loadDemoAccounts } from '../../seed/accounts.ts';
import { loadDemoVisits } from '../../seed/visits.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { aWorld } from '../helpers/world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());

it('gives the grid worker of the demo a family without work that an employer asks for, and placements to see', async () => {
  const { db } = database;
  const world = await aWorld(db, { scale: 1 / 40 });
  await loadDemoAccounts(db, world);
  await loadDemoVisits(db, world);
  const [worker] = await db.select().from(tables.account).where(eq(tables.account.role, 'grid_worker'));
  const scope = (await findRegion(db, { path: '' }, worker!.region))!;
  const page = { page: 1, size: 20 };
  const families = await listFamilies(db, scope, { zero: true }, page);
  expect(families.items.some(({ tasks }) => tasks > 0)).toBe(true);
  const { items } = await listTasks(db, scope, page);
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['invitation', 'follow_up']));
  expect(items.every(({ person }) => person !== null)).toBe(true);
});
