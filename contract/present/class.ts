import { clock } from './vacancy.ts';

/** How the hours of a class are said to people. Pure. */
export interface ClassHours {
  /** minutes of day */
  readonly dayStart: number;
  readonly dayEnd: number;
}

/** 9:00–16:00 */
export const hoursText = ({ dayStart, dayEnd }: ClassHours): string => `${clock(dayStart)}–${clock(dayEnd)}`;

/** Between taking a child to school and fetching it. */
export const isSchoolDay = ({ dayStart, dayEnd }: ClassHours): boolean =>
  dayStart >= 8 * 60 + 30 && dayEnd <= 16 * 60 + 30;
