/** The clauses behind the rules of eligibility.ts that need more than a comparison. */
import type { Context } from './context.ts';
import type { RefusalFacts } from './refusals.ts';
import type { Person, Strain, Vacancy, WorkForm } from './types.ts';

export const isPublic = (vacancy: Vacancy): boolean => vacancy.kind === 'public_welfare';

/** 22:00, when night work begins. */
const nightFrom = 22 * 60;
/** 06:00, when it ends. */
const nightUntil = 6 * 60;

/** What the work asks of the body: as advertised, and night work read off the shift. */
export function strainsOf(vacancy: Vacancy): readonly Strain[] {
  const { strains, shift } = vacancy;
  const byNight = shift !== null && (shift.end > nightFrom || shift.start < nightUntil);
  return byNight && !strains.includes('night') ? [...strains, 'night'] : strains;
}

const minorStrains: readonly Strain[] = ['heavy_lifting', 'heights', 'dust', 'night'];

/** What 未成年工 (16–17) must not do: 劳动法 64. */
export const minorRisks = (vacancy: Vacancy): readonly Strain[] =>
  strainsOf(vacancy).filter((strain) => minorStrains.includes(strain));

/** Paid days per month, 365 days less 104 rest days over 12 months, as the wage rules count them. */
const paidDays = 21.75;

/** Pay to judge: what a month, or an hour, surely brings, and where; null when another rule sets the pay. */
export type LawfulPay = readonly [per: 'month' | 'hour', pay: number, county: string] | null;

const judgedBy: Record<WorkForm, 'month' | 'hour' | null> = {
  full_time: 'month',
  seasonal: 'month',
  part_time: 'hour',
  casual: 'hour',
  // Piece-rate work at home is paid by the piece.
  piece_home: null,
};

/** Public-welfare posts follow their subsidy; work beyond the county follows the minimum of its own place. */
export function lawfulPay(vacancy: Vacancy, context: Context): LawfulPay {
  const per = judgedBy[vacancy.form];
  const county = vacancy.settlementId === null ? null : context.county(vacancy.settlementId);
  if (per === null || county === null || isPublic(vacancy) || vacancy.kind === 'home_work') return null;
  if (per === 'month') return [per, vacancy.payMin, county];
  return [per, Math.round((100 * vacancy.payMin) / (vacancy.hoursPerDay * paidDays)) / 100, county];
}

export function belowMinimumPay(
  judged: LawfulPay,
  { policies }: Context,
): RefusalFacts['pay_under_minimum'] | undefined {
  if (judged === null) return undefined;
  const [per, pay, county] = judged;
  const row = policies.need(per === 'month' ? 'pay.minimum.monthly' : 'pay.minimum.hourly', county);
  return pay < row.value ? { pay, minimum: row.value, per, policy: row.id } : undefined;
}

export function tooManyHours(
  county: string,
  hoursPerDay: number,
  { policies }: Context,
): RefusalFacts['not_part_time'] | undefined {
  const row = policies.need('hours.part_time.daily_max', county);
  return hoursPerDay > row.value ? { hoursPerDay, maximum: row.value, policy: row.id } : undefined;
}

/** Public-welfare posts the household holds already. */
export const heldByHousehold = (person: Person, context: Context): number =>
  context.household(person).publicPosts ?? 0;
