import {
  type FairDropout,
  type FairStatus,
  type FairStep,
  fairDropout,
  fairStep,
} from '#contract/codes/fair.ts';
import { employerRefusal, seekerRefusal } from '#contract/codes/market.ts';
import type { Funnel } from '#contract/routes/fairs.ts';
import type { FunnelRow } from '#drizzle/queries/fairs/funnel.ts';

/** What stands at the head of a funnel. */
export interface FunnelHead {
  readonly places: number;
  readonly suitable: number | null;
  readonly status: FairStatus;
}

/**
 * The funnel of a fair, or of one stall when the rows are those of one stall. A person counts once at every step, by
 * whatever stall got furthest. Pure.
 */
export function presentFunnel(rows: readonly FunnelRow[], { places, suitable, status }: FunnelHead): Funnel {
  const people = [...Map.groupBy(rows, ({ invitation }) => invitation).values()].map(furthest);
  const over = status === 'closed';
  const many = (holds: (row: FunnelRow) => boolean) => people.filter(holds).length;
  const step = (code: FairStep, count: number | null, pending = 0) => ({
    step: code,
    label: fairStep.label(code),
    count,
    pending,
  });
  return {
    steps: [
      step('posts', places),
      step('suitable', suitable),
      step(
        'invited',
        many(({ sent }) => sent),
      ),
      step(
        'came',
        many(({ came }) => came),
        over ? 0 : many((row) => !row.came && row.answer !== 'declined'),
      ),
      step('intent', many(isIntent), over ? 0 : many((row) => row.came && row.outcome === null)),
      step(
        'started',
        many(hasStarted),
        many((row) => isIntent(row) && !hasStarted(row) && isOpen(row)),
      ),
      step('stayed_30', many(stayed(30)), many(pending(30))),
      step('stayed_90', many(stayed(90)), many(pending(90))),
    ],
    drops: countDrops(people.flatMap((row) => dropOf(row, over) ?? [])),
  };
}

const isIntent = ({ outcome }: FunnelRow) => outcome === 'intent';
const hasStarted = ({ daysSince }: FunnelRow) => daysSince !== null && daysSince >= 0;
const isOpen = ({ application }: FunnelRow) =>
  application !== null && !['refused', 'withdrawn', 'obsolete'].includes(application);
const stayed = (days: number) => (row: FunnelRow) =>
  hasStarted(row) && row.daysSince! >= days && (row.daysLasted === null || row.daysLasted >= days);
const pending = (days: number) => (row: FunnelRow) =>
  hasStarted(row) && row.daysSince! < days && row.daysLasted === null;

function furthest(rows: readonly FunnelRow[]): FunnelRow {
  const reach = (row: FunnelRow) =>
    [
      hasStarted(row) ? (row.daysLasted ?? 1e6) : -1,
      Number(isIntent(row)),
      Number(row.outcome !== null),
    ] as const;
  return rows.toSorted((a, b) => {
    const [x, y] = [reach(a), reach(b)];
    return y[0] - x[0] || y[1] - x[1] || y[2] - x[2];
  })[0]!;
}

type Drop = Omit<Funnel['drops'][number], 'count'>;

const product = (after: FairStep, code: FairDropout): Drop => ({
  after,
  by: 'product',
  code,
  label: fairDropout.label(code),
});
const person = (after: FairStep, code: string | null): Drop => ({
  after,
  by: 'person',
  code: code ?? 'other',
  label: seekerRefusal.is(code) ? seekerRefusal.label(code) : seekerRefusal.label('other'),
});
const employer = (after: FairStep, code: string | null): Drop => ({
  after,
  by: 'employer',
  code: code ?? 'other',
  label: employerRefusal.is(code) ? employerRefusal.label(code) : employerRefusal.label('other'),
});

/** Where somebody stopped; null for whoever is still on the way. */
function dropOf(row: FunnelRow, over: boolean): Drop | null {
  if (!row.came) {
    if (row.answer === 'declined') return person('invited', row.declined);
    return over ? product('invited', row.answer === 'coming' ? 'promised' : 'silent') : null;
  }
  if (row.outcome === 'person_declined') return person('came', row.talkReason);
  if (row.outcome === 'employer_declined') return employer('came', row.talkReason);
  if (row.outcome === null) return over ? product('came', 'no_talk') : null;
  if (!hasStarted(row)) {
    if (row.application === 'refused') return employer('intent', row.applicationReason);
    if (row.application === 'withdrawn') return product('intent', 'withdrawn');
    return row.application === 'obsolete' ? product('intent', 'obsolete') : null;
  }
  if (row.daysLasted === null || row.daysLasted >= 90) return null;
  return row.daysLasted < 30 ? product('started', 'left_30') : product('stayed_30', 'left_90');
}

function countDrops(drops: readonly Drop[]): Funnel['drops'] {
  const groups = Map.groupBy(drops, ({ after, by, code }) => `${after} ${by} ${code}`);
  return [...groups.values()]
    .map((group) => ({ ...group[0]!, count: group.length }))
    .sort((a, b) => order(a.after) - order(b.after) || b.count - a.count || (a.code < b.code ? -1 : 1));
}

const order = (step: FairStep) => fairStep.values.indexOf(step);
