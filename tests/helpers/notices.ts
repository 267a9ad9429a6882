import { randomUUID } from 'node:crypto';
import type { Role } from '#contract/codes/account.ts';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { plantAccount, plantHousehold, spotOf, type Where } from './plant.ts';

type NoticeValues = Partial<typeof schema.notice.$inferInsert>;

/** A notice in somebody's inbox, delivered unless the values say otherwise. */
export async function plantNotice(db: Db, values: NoticeValues) {
  const [row] = await db
    .insert(schema.notice)
    .values({
      template: 'employer.verified',
      params: { employer: randomUUID() },
      channel: 'in_app',
      status: 'delivered',
      dueAt: new Date(),
      dedupe: `planted:${randomUUID()}`,
      ...values,
    })
    .returning();
  return row!;
}

/** A text message to somebody at a spot, and the notice it is a copy of. */
export async function plantCopy(
  db: Db,
  spot: { settlement: string; grid: string },
  values: NoticeValues = {},
) {
  const { people } = await plantHousehold(db, spot);
  const person = people[0]!.id;
  const { id: origin } = await plantNotice(db, { person });
  return plantNotice(db, { person, origin, channel: 'sms', status: 'sent', ref: randomUUID(), ...values });
}

/** How the access matrix names notices: `own` is the caller's, for staff that of somebody in their county. */
export function noticeTargets(db: () => Db, accountOf: (role: Role) => string) {
  return {
    'notices.read': async (where: Where, role: Role) => {
      if (where === 'absent') return { params: { notice: randomUUID() } };
      const account =
        where === 'own' ? accountOf(role) : (await plantAccount(db(), role, spotOf(where).grid)).id;
      return { params: { notice: (await plantNotice(db(), { account })).id } };
    },
    'notices.retry': async (where: Where) => {
      if (where === 'absent') return { params: { notice: randomUUID() } };
      const { id } = await plantCopy(db(), spotOf(where), { status: 'failed', failure: 'bad_number' });
      return { params: { notice: id } };
    },
  };
}

/** They answer from the account, its person or its region, and name nothing. */
export const unaddressedNotices = [
  'notices.mine',
  'notices.unread',
  'notices.readAll',
  'notices.channels',
  'notices.choose',
  'notices.failed',
];
