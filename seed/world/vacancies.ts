import type { VacancyKind } from '#contract/codes/work.ts';
import { apportion } from '../apportion.ts';
import { addDays, instantOf } from '../clock.ts';
import type { Random } from '../random.ts';
import { postShares, type Trade, tradesByKind } from '../reference/trades/index.ts';
import { castVacancy } from './castVacancy.ts';
import type { Employers } from './employers.ts';
import type { Place } from './places.ts';
import type { EmployerRow, VacancyRow } from './rows.ts';

/** A vacancy and the firm and place it belongs to; `filled` is counted once people have their jobs. */
export interface OpenVacancy {
  readonly row: VacancyRow;
  readonly employer: EmployerRow;
  readonly place: Place;
}

interface Market {
  readonly random: Random;
  readonly places: readonly Place[];
  readonly employers: Employers;
  readonly today: string;
  readonly uuid: () => string;
  /** headcounts of a slice are smaller, or it would hold a dozen big firms and nothing else */
  readonly headcountFactor: number;
}

/** Published vacancies whose headcounts add up to exactly `posts`, in the shares of their kinds. */
export function openVacancies(market: Market, posts: number): OpenVacancy[] {
  const kinds = Object.keys(postShares) as VacancyKind[];
  const perKind = apportion(
    posts,
    kinds.map((kind) => postShares[kind]),
  );
  return kinds.flatMap((kind, i) => {
    const vacancies: OpenVacancy[] = [];
    for (let left = perKind[i]!; left > 0; ) {
      const vacancy = advertise(market, kind, left);
      left -= vacancy.row.headcount;
      vacancies.push(vacancy);
    }
    return vacancies;
  });
}

function advertise(market: Market, kind: VacancyKind, left: number): OpenVacancy {
  const { random, employers, today } = market;
  const { trade, place, headcount } = draw(market, kind);
  const employer = employers.verified(trade.sector, place);
  const cast = castVacancy(random, trade, place, employer);
  return {
    employer,
    place,
    row: {
      ...cast,
      id: market.uuid(),
      headcount: Math.min(left, headcount),
      status: 'published',
      validUntil: random.chance(0.08) ? null : addDays(today, random.int(5, 75)),
      publishedAt: instantOf(addDays(today, -random.int(1, 50)), random.int(8 * 60, 18 * 60)),
    },
  };
}

/** Share of advertisements that are not live, beside the live ones. */
const dormantShare = 0.16;

/** Drafts, paused, closed and expired advertisements; they offer no post today. */
export function dormantVacancies(market: Market, live: number): VacancyRow[] {
  return Array.from({ length: Math.max(5, Math.round(live * dormantShare)) }, (_, i) => dormant(market, i));
}

function dormant(market: Market, nth: number): VacancyRow {
  const { random, employers, today, uuid } = market;
  const kind = random.pick(['market', 'workshop', 'labour_export', 'social_enterprise'] as const);
  const { trade, place, headcount } = draw(market, kind);
  // In turn rather than by lot, so that even a tiny world shows every status.
  const status = (['expired', 'draft', 'paused', 'in_review', 'closed'] as const)[nth % 5]!;
  const unchecked = status === 'draft' || status === 'in_review';
  const employer = unchecked
    ? employers.found(trade.sector, place, 'pending')
    : status === 'paused' && random.chance(0.3)
      ? employers.found(trade.sector, place, 'suspended')
      : employers.verified(trade.sector, place);
  const past = status === 'expired' || status === 'closed';
  return {
    ...castVacancy(random, trade, place, employer),
    id: uuid(),
    headcount,
    status,
    validUntil: addDays(today, past ? -random.int(1, 60) : random.int(10, 60)),
    publishedAt: unchecked
      ? null
      : instantOf(addDays(today, -random.int(61, 120)), random.int(8 * 60, 18 * 60)),
  };
}

function draw({ random, places, headcountFactor }: Market, kind: VacancyKind) {
  const trade: Trade = random.weighted(tradesByKind[kind].map((entry) => [entry, entry.weight] as const));
  const place = random.weighted(places.map((entry) => [entry, entry.households ** 0.8] as const));
  const [fewest, most] = trade.headcount;
  // The smaller of two draws: many small firms, few big ones.
  const headcount = Math.min(random.int(fewest, most), random.int(fewest, most));
  return { trade, place, headcount: Math.max(1, Math.round(headcount * headcountFactor)) };
}
