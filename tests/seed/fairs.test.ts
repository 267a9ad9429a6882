import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { funnelRows } from '#drizzle/queries/fairs/funnel.ts';
import * as tables from '#drizzle/schema/index.ts';
import { presentFunnel } from '../../api/presenters/fairs/funnel.ts';
import { loadDemoAccounts } from '../../seed/accounts.ts';
import { loadDemoFairs } from '../../seed/fairs/demo.ts';
import { loadDemoMarket } from '../../seed/market.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { aWorld } from '../helpers/world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());

it('gives the demo a fair to come, with its seeker and its firm, and one that is over with a whole funnel', async () => {
  const { db } = database;
  const world = await aWorld(db, { scale: 1 / 40 });
  await loadDemoAccounts(db, world);
  await loadDemoMarket(db, world);
  await loadDemoFairs(db, world);
  const fairs = await db.select().from(tables.fair).orderBy(tables.fair.day);
  expect(fairs.map(({ status }) => status)).toEqual(['closed', 'inviting']);

  const [seeker] = await db.select().from(tables.account).where(eq(tables.account.role, 'seeker'));
  const [firm] = await db.select().from(tables.account).where(eq(tables.account.role, 'employer'));
  const invited = await db
    .select()
    .from(tables.fairInvitation)
    .where(eq(tables.fairInvitation.fair, fairs[1]!.id));
  expect(invited.find(({ person }) => person === seeker!.person)).toMatchObject({ answer: null });
  const stalls = await db.select().from(tables.fairStall).where(eq(tables.fairStall.fair, fairs[1]!.id));
  expect(stalls.map(({ employer }) => employer)).toContain(firm!.employer);
  const [proposal] = await db.select().from(tables.fairProposal);
  expect(proposal).toMatchObject({ status: 'done', bound: { certificate: { valid: true } } });

  const rows = await funnelRows(db, fairs[0]!.id);
  const { steps } = presentFunnel(rows, { places: 20, suitable: rows.length, status: 'closed' });
  const counts = steps.slice(1).map(({ count }) => count ?? 0);
  expect(counts.every((count, i) => count > 0 && count <= (counts[i - 1] ?? count))).toBe(true);
});
