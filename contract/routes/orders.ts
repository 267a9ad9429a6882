import { z } from 'zod';
import { anyone, defineRoutes, roles } from '../route.ts';
import { isoDay, pageOf, pageQuery, regionCode, words } from './shared.ts';

/** Pay by the day as people earned it; told only when enough people stand behind it. */
export const earned = z.object({
  /** yuan a day, median of the last 30 days; null while fewer than three people have worked */
  median: z.number().nullable(),
  people: z.int(),
  days: z.int(),
});

export const orderCard = z.object({
  id: z.uuid(),
  employer: z.string(),
  place: z.string(),
  product: z.string(),
  quantity: z.int(),
  unit: z.string(),
  /** yuan a piece */
  rate: z.number(),
  piecesPerDay: z.int(),
  /** yuan a day at the stated pieces */
  promised: z.number(),
  earned,
  workers: z.int(),
  startsOn: z.string(),
  dueOn: z.string(),
  status: z.enum(['open', 'running', 'done', 'cancelled']),
  statusLabel: z.string(),
  /** advertisement one applies to; null when the workshop takes nobody new */
  vacancy: z.uuid().nullable(),
});
export type OrderCard = z.infer<typeof orderCard>;

const yuan = z.number('写单价').min(0.01, '单价至少 1 分').max(1_000, '单价太大');

export const orderBody = z
  .object({
    product: words(40).min(2, '写做什么'),
    quantity: z.int('写数量').min(1).max(10_000_000),
    unit: words(4).min(1, '写单位，如 件'),
    rate: yuan,
    piecesPerDay: z.int('写一般人一天做多少').min(1).max(10_000),
    workers: z.int('写要多少人').min(1).max(500),
    startsOn: isoDay,
    dueOn: isoDay,
    vacancy: z.uuid('编号不对').nullable().default(null),
  })
  .refine(({ startsOn, dueOn }) => dueOn >= startsOn, { path: ['dueOn'], error: '交货日不能早于开工日' });

/** Who works on an order and what they made on a day. */
export const orderDetail = orderCard.extend({
  /** pieces made so far */
  made: z.int(),
  hands: z.array(
    z.object({
      person: z.uuid(),
      name: z.string(),
      /** on the chosen day */
      pieces: z.int().nullable(),
      pay: z.number().nullable(),
      /** over all days */
      days: z.int(),
      total: z.number(),
    }),
  ),
  day: z.string(),
  allowed: z.array(z.enum(['record', 'finish', 'cancel'])),
});

const employer = roles('employer');
const params = z.object({ order: z.uuid('编号不对') });

export const orderRoutes = defineRoutes({
  board: {
    method: 'GET',
    url: '/api/orders',
    summary: '订单板：做什么、单价、说好的日薪和近 30 天实发的中位数',
    access: anyone,
    query: pageQuery.extend({ settlement: regionCode.optional() }),
    answer: pageOf(orderCard),
  },
  mine: {
    method: 'GET',
    url: '/api/employer/orders',
    summary: '本单位的订单',
    access: employer,
    query: pageQuery,
    answer: pageOf(orderCard),
  },
  create: {
    method: 'POST',
    url: '/api/employer/orders',
    summary: '新订单',
    access: employer,
    body: orderBody,
    answer: orderDetail,
    status: 201,
    problems: ['not_found', 'employer_not_verified'],
  },
  detail: {
    method: 'GET',
    url: '/api/employer/orders/:order',
    summary: '一个订单和每天的件数',
    access: employer,
    params,
    query: z.object({ day: isoDay.optional() }),
    answer: orderDetail,
    problems: ['not_found'],
  },
  record: {
    method: 'PUT',
    url: '/api/employer/orders/:order/days/:day',
    summary: '记一天的件数；工资按单价自动算，重记以最后一次为准',
    access: employer,
    params: params.extend({ day: isoDay }),
    body: z.object({
      entries: z
        .array(
          z.object({
            person: z.uuid('编号不对'),
            pieces: z.int('件数写整数').min(0, '件数不能是负数').max(100_000, '件数太大'),
          }),
        )
        .max(500),
    }),
    answer: orderDetail,
    problems: ['not_found', 'wrong_state'],
  },
  finish: {
    method: 'POST',
    url: '/api/employer/orders/:order/finish',
    summary: '订单做完',
    access: employer,
    params,
    answer: orderDetail,
    problems: ['not_found', 'wrong_state'],
  },
  cancel: {
    method: 'POST',
    url: '/api/employer/orders/:order/cancel',
    summary: '取消订单',
    access: employer,
    params,
    answer: orderDetail,
    problems: ['not_found', 'wrong_state'],
  },
});
