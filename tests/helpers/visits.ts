import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { plantHousehold, spotOf, type Where } from './plant.ts';

/** The grid whose matters the demo's grid worker sees. */
export async function demoGrid(db: Db): Promise<string> {
  const [row] = await db.select().from(schema.account).where(eq(schema.account.login, 'wanggeyuan'));
  return row!.region;
}

/** A matter that waits in a grid. */
export async function plantTask(
  db: Db,
  region: string,
  values: Partial<typeof schema.task.$inferInsert> = {},
) {
  const [row] = await db
    .insert(schema.task)
    .values({ kind: 'follow_up', region, text: '请上门看看', dedupe: randomUUID(), ...values })
    .returning();
  return row!;
}

/** How the access matrix names families and what waits for them. */
export function visitTargets(db: () => Db) {
  const planted = (where: Where) => plantHousehold(db(), spotOf(where));
  return {
    'families.detail': async (where: Where) => ({
      params: { household: where === 'absent' ? randomUUID() : (await planted(where)).household.id },
    }),
    'families.posts': async (where: Where) => ({
      params: { person: where === 'absent' ? randomUUID() : (await planted(where)).people[0]!.id },
    }),
    'families.said': async (where: Where) => ({
      params: {
        person: where === 'absent' ? randomUUID() : (await planted(where)).people[0]!.id,
        vacancy: randomUUID(),
      },
    }),
    'tasks.done': async (where: Where) => {
      const { grid } = spotOf(where);
      const id = where === 'absent' ? randomUUID() : (await plantTask(db(), grid)).id;
      return { params: { task: id }, body: { result: '问过了' } };
    },
  };
}

/** They answer from the account's own region. */
export const unaddressedVisits = ['families.list', 'tasks.list'];
