import { clock } from './vacancy.ts';

/** How the hours of a class are said to people. Pure. */
export interface ClassHours {
  /** minutes of day */
  readonly dayStart: number;
  readonly dayEnd: number;
}

/** 9:00–16:00 */
export const hoursText = ({ dayStart, dayEnd }: ClassHours): string => `${clock(dayStart)}–${clock(dayEnd)}`;

/** 以朵安置点 社区二楼教室: a room says nothing without its settlement. */
export const placeText = (room: string, settlement: string | null): string =>
  settlement === null || room.includes(settlement) ? room : `${settlement} ${room}`;

/** Between taking a child to school and fetching it. */
export const isSchoolDay = ({ dayStart, dayEnd }: ClassHours): boolean =>
  dayStart >= 8 * 60 + 30 && dayEnd <= 16 * 60 + 30;
