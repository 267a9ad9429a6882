import type { HouseholdType, MonitoringCategory } from '#contract/codes/household.ts';
import { apportion, spread } from '../apportion.ts';
import type { Figures } from '../figures.ts';
import type { Random } from '../random.ts';

/** What is decided about a household before anybody in it has a name: the numbers that must add up. */
export interface HouseholdPlan {
  readonly type: HouseholdType;
  readonly monitoring: MonitoringCategory | null;
  readonly labourers: number;
  readonly dependents: number;
  readonly employed: number;
  /** nobody employed though able and willing (zero), nobody willing or known (idle), or the usual mix */
  readonly standing: 'zero' | 'idle' | 'mixed' | 'no_labour';
}

/** Labourers of a household that has any; the mean of the report is 2.66. */
const labourersShape = { 1: 12, 2: 38, 3: 28, 4: 16, 5: 6 };
/** Children, old people and others who cannot work beside them. */
const dependentsShape = { 0: 15, 1: 26, 2: 29, 3: 18, 4: 8, 5: 3, 6: 1 };
/** Size of households without labour: old couples, grandparents with grandchildren, the disabled. */
const sizeWithoutLabour = { 1: 18, 2: 32, 3: 24, 4: 16, 5: 8, 6: 2 };

export function planHouseholds(random: Random, figures: Figures): HouseholdPlan[] {
  const withLabour = figures.labourHouseholds;
  const without = figures.households - withLabour;
  const labourers = spread(random, withLabour, figures.labourers, labourersShape);
  const dependents = spread(
    random,
    withLabour,
    figures.peopleWithLabour - figures.labourers,
    dependentsShape,
  );
  const sizes = spread(random, without, figures.people - figures.peopleWithLabour, sizeWithoutLabour);
  const standings = planStandings(random, labourers, figures);
  const employed = planEmployed(random, labourers, standings, figures.employed);

  const plans = [
    ...labourers.map((count, i) => ({
      labourers: count,
      dependents: dependents[i]!,
      employed: employed[i]!,
      standing: standings[i]!,
    })),
    ...sizes.map((size) => ({
      labourers: 0,
      dependents: size,
      employed: 0,
      standing: 'no_labour' as const,
    })),
  ];
  const types = planTypes(random, plans, figures);
  return random.shuffle(plans.map((plan, i) => ({ ...plan, ...types[i]! })));
}

/** Households with few hands fall to zero sooner: one labourer weighs 1, two a third, three a fifth … */
function planStandings(random: Random, labourers: readonly number[], figures: Figures) {
  const order = lottery(random, labourers, (count) => 1 / (2 * count - 1));
  const standings = Array<'zero' | 'idle' | 'mixed'>(labourers.length).fill('mixed');
  const { zeroEmployment, notSeeking } = figures;
  for (const index of order.slice(0, zeroEmployment)) standings[index] = 'zero';
  for (const index of order.slice(zeroEmployment, zeroEmployment + notSeeking)) standings[index] = 'idle';
  return standings;
}

/** One job for every mixed household, then the rest to the remaining labourers by lot. */
function planEmployed(
  random: Random,
  labourers: readonly number[],
  standings: readonly string[],
  total: number,
): number[] {
  const employed = standings.map((standing) => Number(standing === 'mixed'));
  const others = labourers.flatMap((count, i) =>
    standings[i] === 'mixed' ? Array.from({ length: count - 1 }, () => i) : [],
  );
  const left = total - employed.reduce((a, b) => a + b, 0);
  if (left < 0 || left > others.length) throw new RangeError('employed people do not fit the households');
  for (const i of random.shuffle(others).slice(0, left)) employed[i]!++;
  return employed;
}

/** 监测对象 are where work or labour is missing: how much likelier than a household with a job. */
const monitoringOdds = { zero: 10, idle: 4, no_labour: 2, mixed: 1 } as const;

function planTypes(
  random: Random,
  plans: readonly Pick<HouseholdPlan, 'standing'>[],
  figures: Figures,
): Pick<HouseholdPlan, 'type' | 'monitoring'>[] {
  const { registeredPoor, monitored } = figures;
  const categories = ['unstable', 'marginal', 'sudden', 'prevention'] as const;
  const perCategory = apportion(monitored, [30, 34, 21, 15]);
  const monitorings = categories.flatMap((category, i) =>
    Array.from({ length: perCategory[i]! }, () => category),
  );
  const [poor, others] = [registeredPoor - monitored, plans.length - registeredPoor];
  const rest = random.shuffle([
    ...Array<HouseholdType>(poor).fill('lifted'),
    ...Array<HouseholdType>(others).fill('accompanying'),
  ]);
  const types: Pick<HouseholdPlan, 'type' | 'monitoring'>[] = [];
  for (const [rank, index] of lottery(random, plans, ({ standing }) => monitoringOdds[standing]).entries()) {
    const monitoring = monitorings[rank] ?? null;
    types[index] = { type: monitoring ? 'monitored' : rest[rank - monitored]!, monitoring };
  }
  return types;
}

/** Indices in the order they are drawn without putting back, each in proportion to its weight. */
function lottery<T>(random: Random, items: readonly T[], weight: (item: T) => number): number[] {
  return items
    .map((item, index) => ({ index, key: -Math.log(1 - random.next()) / weight(item) }))
    .sort((a, b) => a.key - b.key)
    .map(({ index }) => index);
}
