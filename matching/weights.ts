/**
 * Every weight beside its reason. The most a part can earn, in points; together exactly 1000.
 * The order follows why 2,021 firms and 6,000 posts once led to 107 intents: work that does not fit what people
 * can do, care at home, distance, unsteady or poor pay.
 */
export const weights = {
  /** What one can do well one keeps doing, and earns by it from the first day at piece rate. */
  skill: 220,
  /** Pay against the person's own expectation, or the local minimum wage when none is stated. */
  pay: 150,
  /** A job somebody asked for is a job somebody takes. */
  wish: 140,
  /** Minutes on foot or by bus decide whether a job survives the first month. */
  minutes: 140,
  /** Hours that leave slack around the care of children, old and sick; and no over-long days for anyone. */
  hours: 110,
  /** How long those hired stay, whether the employer answers, and social insurance. */
  stability: 80,
  /** People go, and stay, with those they know (夫妻同厂, 同乡). */
  companions: 50,
  /** A bed and meals decide whether work away leaves money to send home. */
  lodging: 40,
  /** Fewer strains for a body that must be spared some; a bare pass of the rule is not yet kind. */
  gentle: 40,
  /** Whoever speaks no Putonghua does better among people who speak as at home. */
  language: 30,
} as const;

export type PartCode = keyof typeof weights;

/** Constants of the curves in score.ts: fractions of a part's weight unless a unit is given. */
export const curves = {
  /** a post that asks for no experience suits everyone a little */
  openToAll: 0.4,
  /** nobody stated a wish: neither for nor against */
  noWish: 0.5,
  /** pay just at the expectation; the full part is earned at `payEnough` times the expectation */
  payAtExpectation: 0.4,
  payEnough: 1.5,
  /** minutes that nobody minds, and what is left at one's own limit */
  minutesFree: 10,
  minutesAtLimit: 0.2,
  /** living there: no daily way, but away from home */
  livingThere: 0.4,
  /** hours a day that are a normal day, and the length at which nothing is left */
  hoursNormal: 8,
  hoursWorst: 12,
  /** minutes of slack around care that take the hurry out of a day, and what no slack is worth */
  slackEnough: 60,
  noSlack: 0.5,
  /** stability score against social insurance */
  stabilityShare: 0.8,
  /** lodging against meals, for those who need lodging and those who do not */
  lodgingNeeded: 0.7,
  lodgingSpare: 0.5,
  /** strains at which nothing gentle is left */
  strainsWorst: 4,
  /** far from one's own settlement without Putonghua */
  amongStrangers: 0.4,
} as const;
