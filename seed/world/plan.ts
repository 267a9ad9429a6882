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
  const types = planTypes(random, figures);

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
  return random.shuffle(plans).map((plan, i) => ({ ...plan, ...types[i]! }));
}

/** Households with few hands fall to zero sooner: one labourer weighs 1, two a third, three a fifth … */
function planStandings(random: Random, labourers: readonly number[], figures: Figures) {
  const order = labourers
    .map((count, index) => ({ index, key: -Math.log(1 - random.next()) * (2 * count - 1) }))
    .sort((a, b) => a.key - b.key);
  const standings = Array<'zero' | 'idle' | 'mixed'>(labourers.length).fill('mixed');
  const { zeroEmployment, notSeeking } = figures;
  for (const { index } of order.slice(0, zeroEmployment)) standings[index] = 'zero';
  for (const { index } of order.slice(zeroEmployment, zeroEmployment + notSeeking)) standings[index] = 'idle';
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

function planTypes(random: Random, figures: Figures) {
  const { households, registeredPoor, monitored } = figures;
  const lifted = registeredPoor - monitored;
  const categories = ['unstable', 'marginal', 'sudden', 'prevention'] as const;
  const perCategory = apportion(monitored, [30, 34, 21, 15]);
  const many = (count: number, type: HouseholdType, monitoring: MonitoringCategory | null) =>
    Array.from({ length: count }, () => ({ type, monitoring }));
  const types = [
    ...categories.flatMap((category, i) => many(perCategory[i]!, 'monitored', category)),
    ...many(lifted, 'lifted', null),
    ...many(households - registeredPoor, 'accompanying', null),
  ];
  return random.shuffle(types);
}
