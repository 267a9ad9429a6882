import type { orderRoutes } from '#contract/routes/orders.ts';
import type { Db } from '#drizzle/db.ts';
import { findOrder, handsOf, type OrderRow, openOrders, ordersOf } from '#drizzle/queries/orders.ts';
import { createOrder, endOrder, recordPieces } from '../operations/orders.ts';
import { presentOrder, presentOrderDetail } from '../presenters/order.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const orderHandlers = (): Handlers<typeof orderRoutes> => ({
  async board({ query, db }) {
    const { items, total } = await openOrders(db, query);
    return { page: query.page, size: query.size, total, items: items.map(presentOrder) };
  },

  async mine({ query, caller, db }) {
    const { items, total } = await ordersOf(db, found(caller.employer), query);
    return { ...query, total, items: items.map(presentOrder) };
  },

  async create({ body, caller, db, request }) {
    return present(db, await createOrder(db, { caller, requestId: request.id, body }));
  },

  async detail({ params, query, caller, db }) {
    return present(db, found(await findOrder(db, found(caller.employer), params.order)), query.day);
  },

  async record({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, orderId: params.order };
    const row = await recordPieces(db, { ...act, day: params.day, entries: body.entries });
    return present(db, row, params.day);
  },

  async finish({ params, caller, db, request }) {
    const act = { caller, requestId: request.id, orderId: params.order };
    return present(db, await endOrder(db, { ...act, as: 'done' }));
  },

  async cancel({ params, caller, db, request }) {
    const act = { caller, requestId: request.id, orderId: params.order };
    return present(db, await endOrder(db, { ...act, as: 'cancelled' }));
  },
});

const present = async (db: Db, row: OrderRow, day = row.today) =>
  presentOrderDetail(row, await handsOf(db, row, day), day);
