/**
 * 六盘水 in whole numbers. The first six are those of the 2020 report of 民盟六盘水市委; the others are
 * assumptions of this demo world, each with its reason.
 */
export const city = {
  households: 29_150,
  people: 116_142,
  labourHouseholds: 19_323,
  labourers: 51_485,
  employed: 40_558,
  /** posts of vacancies that are open or filled; drafts, paused and expired ones come on top */
  posts: 26_765,

  /** 建档立卡 households of the same report; the rest moved along with their village (随迁户) */
  registeredPoor: 20_794,
  /** assumed: about 3.5 % of households are monitored, the order of size of Guizhou after 2021 */
  monitored: 1_020,
  /**
   * assumed: the report says zero-employment households were "basically" cleared. In any month some
   * fall back (a contract ends, a child is born), so about 3 % of households with labour stand at zero.
   */
  zeroEmployment: 580,
  /** assumed: labour in the house, nobody employed, and nobody able to say yes now (no wish, unknown) */
  notSeeking: 260,
  /** assumed: people of households with labour; the rest live in households without */
  peopleWithLabour: 89_000,
} as const;

export type Figures = Readonly<Record<keyof typeof city, number>>;

/** The same city, smaller: every figure keeps its share, rounded to the nearest whole. */
export function figuresAt(scale: number): Figures {
  if (!(scale > 0 && scale <= 1)) throw new RangeError('scale must be above 0 and at most 1');
  const scaled = Object.entries(city).map(([name, value]) => [name, Math.max(1, Math.round(value * scale))]);
  return Object.fromEntries(scaled) as Figures;
}
