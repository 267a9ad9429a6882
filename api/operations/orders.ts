import type { z } from 'zod';
import type { orderBody } from '#contract/routes/orders.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { isVerifiedEmployer } from '#drizzle/queries/employers.ts';
import {
  addOrder,
  findOrder,
  handsOf,
  lockOrder,
  type OrderRow,
  savePieces,
  setOrderStatus,
} from '#drizzle/queries/orders.ts';
import { findOwnVacancy } from '#drizzle/queries/vacancyLife.ts';
import { found, invalidField, Problem } from '../problem.ts';
import type { Act } from './act.ts';

type OnOrder = Act & { readonly orderId: string };

/** @throws Problem employer_not_verified; not_found for a vacancy that is not the employer's */
export const createOrder = (
  db: Db,
  { body: { rate, ...body }, ...act }: Act & { readonly body: z.output<typeof orderBody> },
): Promise<OrderRow> =>
  db.transaction(async (db) => {
    const employer = found(act.caller.employer);
    if (!(await isVerifiedEmployer(db, employer))) throw new Problem('employer_not_verified');
    if (body.vacancy) found(await findOwnVacancy(db, { employer }, body.vacancy));
    const id = await addOrder(db, { ...body, employer, rateFen: Math.round(rate * 100), status: 'open' });
    await audited(db, { ...act, orderId: id }, 'created', {});
    return found(await findOrder(db, employer, id));
  });

/**
 * What each hand made on a day, paid at the order's rate. Only for people who work there, and for days that have come.
 * @throws Problem not_found, wrong_state, invalid_input
 */
export const recordPieces = (
  db: Db,
  {
    day,
    entries,
    ...act
  }: OnOrder & {
    readonly day: string;
    readonly entries: readonly { readonly person: string; readonly pieces: number }[];
  },
): Promise<OrderRow> =>
  db.transaction(async (db) => {
    const row = found(await lockOrder(db, found(act.caller.employer), act.orderId));
    const { order, today } = row;
    if (!isLive(row)) throw new Problem('wrong_state');
    if (day > today) throw invalidField('params.day', '还没到这一天');
    if (day < order.startsOn) throw invalidField('params.day', '这一天还没开工');
    const hands = new Set((await handsOf(db, row, day)).map(({ person }) => person));
    const stranger = entries.findIndex(({ person }) => !hands.has(person));
    if (stranger >= 0) throw invalidField(`body.entries.${stranger}.person`, '这个人这一天不在本单位上班');
    await savePieces(
      db,
      entries.map(({ person, pieces }) => ({
        order: order.id,
        person,
        day,
        pieces,
        payFen: pieces * order.rateFen,
        recordedBy: act.caller.id,
      })),
    );
    if (order.status === 'open') await setOrderStatus(db, order.id, 'running');
    await audited(db, act, 'recorded', { day, people: entries.length });
    return found(await findOrder(db, order.employer, order.id));
  });

/** @throws Problem not_found, wrong_state */
export const endOrder = (
  db: Db,
  { as, ...act }: OnOrder & { readonly as: 'done' | 'cancelled' },
): Promise<OrderRow> =>
  db.transaction(async (db) => {
    const row = found(await lockOrder(db, found(act.caller.employer), act.orderId));
    if (!isLive(row)) throw new Problem('wrong_state');
    await setOrderStatus(db, row.order.id, as);
    await audited(db, act, as, {});
    return found(await findOrder(db, row.order.employer, row.order.id));
  });

export const isLive = ({ order }: OrderRow) => order.status === 'open' || order.status === 'running';

const audited = (
  db: Db,
  { caller, requestId, orderId }: OnOrder,
  done: string,
  details: Readonly<Record<string, unknown>>,
) =>
  recordAudit(db, {
    actor: caller,
    action: `order.${done}`,
    subject: 'order',
    subjectId: orderId,
    region: caller.region.code,
    details,
    requestId,
  });
