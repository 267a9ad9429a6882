import { at } from './trades/trade.ts';

export interface ClassSeed {
  /** title of its course */
  readonly course: string;
  /** position of its settlement among those of the provider's reach, the largest first */
  readonly settlement: number;
  readonly status: 'planned' | 'open' | 'running' | 'finished';
  /** days from today to the first lesson, and days it lasts */
  readonly start: number;
  readonly days: number;
  readonly seats: number;
  /** share of the seats that are taken; above 1, some wait */
  readonly filled: number;
  readonly hours: readonly [number, number];
  readonly childcare?: boolean;
}

const day = [at(9), at(16)] as const;
const evening = [at(18, 30), at(21)] as const;
const full = [at(8, 30), at(17, 30)] as const;

/** Fifteen classes in every state, at the larger settlements. */
export const classSeeds: readonly ClassSeed[] = [
  {
    course: '缝纫工订单班',
    settlement: 0,
    status: 'running',
    start: -6,
    days: 12,
    seats: 12,
    filled: 0.9,
    hours: day,
    childcare: true,
  },
  {
    course: '缝纫工订单班',
    settlement: 1,
    status: 'open',
    start: 9,
    days: 12,
    seats: 10,
    filled: 0.6,
    hours: day,
  },
  {
    course: '缝纫工订单班',
    settlement: 0,
    status: 'finished',
    start: -130,
    days: 12,
    seats: 12,
    filled: 1,
    hours: day,
  },
  {
    course: '民族刺绣专项班',
    settlement: 0,
    status: 'open',
    start: 5,
    days: 10,
    seats: 6,
    filled: 1.5,
    hours: day,
    childcare: true,
  },
  {
    course: '民族刺绣专项班',
    settlement: 2,
    status: 'planned',
    start: 30,
    days: 10,
    seats: 15,
    filled: 0,
    hours: day,
  },
  {
    course: '中式烹调师初级班',
    settlement: 1,
    status: 'open',
    start: 12,
    days: 18,
    seats: 12,
    filled: 0.4,
    hours: full,
  },
  {
    course: '保安员上岗班',
    settlement: 0,
    status: 'open',
    start: 3,
    days: 6,
    seats: 8,
    filled: 0.7,
    hours: full,
  },
  {
    course: '识字和数字扫盲班',
    settlement: 0,
    status: 'running',
    start: -10,
    days: 25,
    seats: 15,
    filled: 0.5,
    hours: evening,
  },
  {
    course: '养老护理员初级班',
    settlement: 0,
    status: 'open',
    start: 8,
    days: 14,
    seats: 10,
    filled: 0.5,
    hours: day,
  },
  {
    course: '养老护理员初级班',
    settlement: 1,
    status: 'finished',
    start: -120,
    days: 14,
    seats: 10,
    filled: 0.8,
    hours: day,
  },
  {
    course: '母婴护理专项班',
    settlement: 0,
    status: 'planned',
    start: 25,
    days: 12,
    seats: 12,
    filled: 0,
    hours: day,
  },
  {
    course: '焊工初级班',
    settlement: 0,
    status: 'running',
    start: -4,
    days: 18,
    seats: 8,
    filled: 0.8,
    hours: full,
  },
  {
    course: '电工初级班',
    settlement: 1,
    status: 'open',
    start: 15,
    days: 18,
    seats: 8,
    filled: 0.4,
    hours: full,
  },
  {
    course: '砌筑工以工代训班',
    settlement: 0,
    status: 'finished',
    start: -110,
    days: 15,
    seats: 10,
    filled: 0.7,
    hours: full,
  },
  {
    course: '砌筑工以工代训班',
    settlement: 2,
    status: 'planned',
    start: 20,
    days: 15,
    seats: 12,
    filled: 0,
    hours: full,
  },
];
