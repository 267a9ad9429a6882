/** Arithmetic of ISO days, without clocks and time zones. Pure. */

const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The ISO day `days` after `day`. */
export const addDays = (day: string, days: number): string =>
  new Date(at(day) + days * DAY).toISOString().slice(0, 10);

/** Whole days from one ISO day to another, negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY);
