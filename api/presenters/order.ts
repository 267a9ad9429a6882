import type { z } from 'zod';
import { maskName } from '#contract/present/person.ts';
import type { OrderCard, orderDetail } from '#contract/routes/orders.ts';
import type { handsOf, OrderRow } from '#drizzle/queries/orders.ts';
import { isLive } from '../operations/orders.ts';

/** Fewer people than this would make the median somebody's wage. */
const ENOUGH_PEOPLE = 3;

const STATUS: Readonly<Record<OrderRow['order']['status'], string>> = {
  open: '等开工',
  running: '在做',
  done: '已做完',
  cancelled: '已取消',
};

export function presentOrder({ order, employer, place, medianFen, people, days }: OrderRow): OrderCard {
  return {
    id: order.id,
    employer,
    place,
    product: order.product,
    quantity: order.quantity,
    unit: order.unit,
    rate: order.rateFen / 100,
    piecesPerDay: order.piecesPerDay,
    promised: (order.rateFen * order.piecesPerDay) / 100,
    earned: {
      median: people >= ENOUGH_PEOPLE && medianFen !== null ? Math.round(medianFen) / 100 : null,
      people,
      days,
    },
    workers: order.workers,
    startsOn: order.startsOn,
    dueOn: order.dueOn,
    status: order.status,
    statusLabel: STATUS[order.status],
    vacancy: order.vacancy,
  };
}

export const presentOrderDetail = (
  row: OrderRow,
  hands: Awaited<ReturnType<typeof handsOf>>,
  day: string,
): z.output<typeof orderDetail> => ({
  ...presentOrder(row),
  made: row.made,
  day,
  hands: hands.map(({ person, name, pieces, payFen, days, totalFen }) => ({
    person,
    name: maskName(name),
    pieces,
    pay: payFen === null ? null : payFen / 100,
    days,
    total: totalFen / 100,
  })),
  allowed: isLive(row) ? ['record', 'finish', 'cancel'] : [],
});
